"""The evaluation as Markdown: the table, and gold beside predicted wherever they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from summarizer.evaluation.differences import Difference, Side, differences_of
from summarizer.evaluation.evaluation import Comparison, Evaluation
from summarizer.evaluation.scoring import Score
from summarizer.evaluation.table import table
from summarizer.markdown_text import escaped


def report(evaluation: Evaluation, comparison: Comparison | None = None) -> str:
    """The table, then each article with what was missed, invented or told otherwise."""
    parts = ["# Evaluation", f"```text\n{table(evaluation, comparison)}```"]
    for score in evaluation.scores:
        parts += [f"## {escaped(score.case.name)}", *_article(score)]
    return "\n\n".join(parts) + "\n"


def _article(score: Score) -> Iterator[str]:
    failure = score.prediction.failure
    if failure is not None:
        yield f"**Failed** ({escaped(failure.reason)}): {escaped(failure.message)}"
    differences = differences_of(score)
    tally = Counter(difference.verdict for difference in differences)
    told = ", ".join(f"{count} {verdict}" for verdict, count in tally.items())
    yield f"{told[:1].upper()}{told[1:]}." if told else "No difference."
    for difference in differences:
        yield _difference(difference)


def _difference(difference: Difference) -> str:
    fields = ", ".join(difference.fields).replace("_", " ")
    heading = f"**{difference.kind.capitalize()} {difference.verdict}**"
    lines = [f"{heading} in {fields}" if fields else heading]
    for label, side in (("gold", difference.gold), ("predicted", difference.predicted)):
        if side is not None:
            lines += _side(label, side, difference.fields)
    return "\n".join(lines)


def _side(label: str, side: Side, fields: tuple[str, ...]) -> Iterator[str]:
    """A list entry; of a mismatched pair with the fields that differ, else with all."""
    about = "; ".join(
        f"{name.replace('_', ' ')}: {side.fields[name]}" for name in (fields or side.fields)
    )
    yield f"- {label}: {escaped(side.told)}" + (f" ({escaped(about)})" if about else "")
    for words in side.evidence:
        yield f"  - “{escaped(words)}”"
