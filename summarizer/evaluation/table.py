"""The figures as a table of plain text, the same wherever it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from summarizer.evaluation.evaluation import Comparison, Evaluation
from summarizer.evaluation.intervals import LEVEL, Interval
from summarizer.evaluation.measures import FIELDS, KINDS, MEASURES
from summarizer.evaluation.run_facts import run_facts
from summarizer.shown import on_one_line

_INTERVAL = f"{LEVEL:.0%} interval"
_FIELDS = {
    "status": "status",
    "parties_jaccard": "parties (Jaccard)",
    "asserted_by": "asserted by",
    "holder": "holder",
    "speaker": "speaker",
    "form": "form",
}
_PROOF = {
    "verbatim": "evidence verbatim",
    "items_exact": "items with every quote exact",
    "coverage": "direct quotations covered",
    "errors_per_item": "errors per item",
}


def table(evaluation: Evaluation, comparison: Comparison | None = None) -> str:
    """Who was measured, on what, with which result; ends in a line feed."""
    blocks = [
        [_heading(evaluation)],
        _laid_out(_kinds(evaluation)),
        _laid_out(_shares(evaluation)),
        [_spent(evaluation), *_failures(evaluation), *map(on_one_line, evaluation.remarks)],
    ]
    if len(evaluation.requests) > 1:
        blocks.append(_laid_out(_requests(evaluation)))
    if comparison is not None:
        other = comparison.other
        blocks.append([f"Compared with: {_heading(other)}", _spent(other), *_failures(other)])
        blocks.append(_laid_out(_compared(evaluation, comparison)))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _heading(evaluation: Evaluation) -> str:
    facts = run_facts(evaluation)
    del facts["prompt"]  # the profile's name tells it
    if facts["answered_by"] == facts["model"]:
        del facts["answered_by"]
    who = [
        f"{name.replace('_', ' ')} {', '.join(values)}" for name, values in facts.items() if values
    ]
    count = len(evaluation.scores)
    articles = f"{count} article{'' if count == 1 else 's'}"
    return on_one_line("; ".join([articles, *(who or ["made by whom is not told"])]))


def _kinds(evaluation: Evaluation) -> Iterator[Sequence[str]]:
    yield "", "gold", "found", "matched", "precision", "recall", "F1", f"{_INTERVAL} of F1"
    for kind in KINDS:
        counts = (evaluation.counts[f"{kind} {name}"] for name in ("gold", "predicted", "matched"))
        shares = (evaluation.measures[f"{kind}.{name}"] for name in ("precision", "recall", "f1"))
        interval = _range(evaluation.intervals[f"{kind}.f1"])
        yield kind, *(f"{count:.0f}" for count in counts), *map(_share, shares), interval


def _shares(evaluation: Evaluation) -> Iterator[Sequence[str]]:
    yield "", "", _INTERVAL
    for name, label in _labels(matched_only=True):
        yield label, _share(evaluation.measures[name]), _range(evaluation.intervals[name])
        if name == "coverage":
            yield "  (by the gold itself)", _share(evaluation.coverage_of_gold), ""


def _compared(evaluation: Evaluation, comparison: Comparison) -> Iterator[Sequence[str]]:
    yield "", "here", "there", "difference", _INTERVAL
    for name, label in _labels(matched_only=False):
        difference = comparison.differences[name]
        yield (
            label,
            _share(evaluation.measures[name]),
            _share(comparison.other.measures[name]),
            "-" if difference is None else f"{difference:+.3f}",
            _range(comparison.intervals[name]),
        )


def _labels(*, matched_only: bool) -> Iterator[tuple[str, str]]:
    """The measures by their names, with what they are called here."""
    for name in MEASURES:
        kind, _, field = name.rpartition(".")
        if not kind:
            yield name, _PROOF[name]
        elif field in FIELDS[kind]:
            yield name, f"{kind}: {_FIELDS[field]}"
        elif not matched_only:
            yield name, f"{kind}: {field.replace('f1', 'F1')}"


def _spent(evaluation: Evaluation) -> str:
    spent = evaluation.spent
    if spent.tokens_in is None or spent.seconds is None:
        return "Tokens, cost and seconds are not told."
    cost = "unknown" if spent.cost_usd is None else f"US$ {spent.cost_usd:.4f}"
    return (
        f"{spent.tokens_in:,} tokens in, {spent.tokens_out:,} out; cost {cost}; "
        f"{spent.seconds:,.1f} seconds."
    )


def _requests(evaluation: Evaluation) -> Iterator[Sequence[str]]:
    yield "", "requests", "used", "passages gained", "tokens in", "tokens out", "seconds"
    for one in evaluation.requests:
        counts = (one.made, one.used, one.gained, one.tokens_in, one.tokens_out)
        shown = ("" if count is None else f"{count:,}" for count in counts)
        yield one.purpose, *shown, f"{one.seconds:,.1f}"


def _failures(evaluation: Evaluation) -> Iterator[str]:
    """One line for each article that counts as empty."""
    for score in evaluation.failed:
        failure = score.prediction.failure
        assert failure is not None
        yield on_one_line(f"Failed: {score.case.name} ({failure.reason}): {failure.message}")


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _range(interval: Interval | None) -> str:
    return "-" if interval is None else f"{interval[0]:.3f} to {interval[1]:.3f}"


def _laid_out(rows: Iterable[Sequence[str]]) -> list[str]:
    """Columns as wide as their widest cell: labels to the left, figures to the right."""
    cells = list(rows)
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if index == 0 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]
