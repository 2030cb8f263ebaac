"""What is told to a model whose summary has faults, and whether its second try is better."""

from __future__ import annotations

import json
from collections.abc import Iterable

from summarizer.document import Document
from summarizer.errors import ModelError, ReplayMiss
from summarizer.parts import Part
from summarizer.pipeline.assemble import Checked
from summarizer.schemas.evidence import Span, quotes
from summarizer.summary import Finding

_LONGEST_PASSAGE = 300


def errors_told(done: Checked) -> list[str]:
    """A line for each error, with the article's own words where they are known."""
    lines = []
    for finding in done.errors:
        place = finding.at.removeprefix("/content")
        words = f" The article has: {_passage(finding.span, done.document)}" if finding.span else ""
        lines.append(f"{place}: {finding.message}{words}")
    return lines


def left_out(done: Checked, part: Part) -> dict[tuple[int, int], str]:
    """A line for each passage of the part that no item uses, by its place in the text.

    Passages are quotations, with their speaker if known, and sentences that may tell of an agreement.
    """
    told = {
        (item.start, item.end): f"{item.speaker or 'somebody'}: {_passage(item, done.document)}"
        for item in done.coverage.uncovered
    }
    cues = (f.span for f in done.findings if f.code == "agreement-cue-uncovered" and f.span)
    for cue in cues:
        if not any(cue.start < end and start < cue.end for start, end in told):
            told[cue.start, cue.end] = f"perhaps an agreement: {_passage(cue, done.document)}"
    return {place: told[place] for place in sorted(told) if part.holds(place[0])}


def proved(done: Checked, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of `places` of which some words stand in exact evidence."""
    spans = [quote.span for _, quote in quotes(done.content) if quote.span]
    return [
        (start, end)
        for start, end in places
        if any(span.start < end and start < span.end for span in spans)
    ]


def is_better(new: Checked, old: Checked, part: Part) -> bool:
    """Fewer errors, then less of the part left out; never a summary that says nothing."""
    if any(finding.code == "empty-summary" for finding in new.findings):
        return False
    return _rank(new, part) < _rank(old, part)


def _rank(done: Checked, part: Part) -> tuple[int, int]:
    return len(done.errors), len(left_out(done, part))


def left_as_it_was(error: ModelError | ReplayMiss) -> Finding:
    """Why a follow-up came to nothing: it was not recorded, or it failed."""
    if isinstance(error, ReplayMiss):
        return Finding(
            code="follow-up-not-recorded",
            severity="note",
            message="The model would be asked again, but no reply to that is stored.",
        )
    return Finding(
        code="follow-up-failed",
        severity="note",
        message=f"The model was asked again, without a usable answer ({error.reason}).",
    )


def not_taken() -> Finding:
    """That a second summary was asked for and left aside."""
    return Finding(
        code="repair-not-taken",
        severity="note",
        message="The faults were sent back to the model; its second summary was no better.",
    )


def _passage(span: Span, document: Document) -> str:
    return json.dumps(document.slice(span.start, span.end)[:_LONGEST_PASSAGE], ensure_ascii=False)
