"""Sentences of the article that tell of an agreement and that no item uses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.audit.subject import Subject
from summarizer.audit.texts import shortened
from summarizer.extractive.agreements import status_of
from summarizer.schemas.evidence import Span
from summarizer.summary import Finding

_END = re.compile(r"[.!?][\"'”’]*\s+(?=[\"'“‘]?[^\W\d_a-z])")


def uncovered_agreements(subject: Subject) -> Iterator[Finding]:
    """`agreement-cue-uncovered`: such a sentence need be no agreement, but each is accounted for.

    Only for schemas that have `agreements`: others do not ask for them.
    """
    if "agreements" not in type(subject.content).model_fields:
        return
    text = subject.document.text
    used = [span for _, quote in subject.quotes if (span := quote.span or quote.nearest)]
    for block in subject.document.of_kind("paragraph"):
        inside = [s for s in used if s.start < block.end and block.start < s.end]
        for start, end in _sentences(text, block.start, block.end):
            if any(s.start < end and start < s.end for s in inside):
                continue
            if status_of(sentence := text[start:end]):
                yield Finding(
                    code="agreement-cue-uncovered",
                    severity="note",
                    span=Span(start=start, end=end),
                    message="No item uses this sentence, which may tell of an agreement: "
                    + shortened(sentence),
                )


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph, as marks and capitals tell them."""
    for match in _END.finditer(text, start, end):
        yield start, start + len(text[start : match.end()].rstrip())
        start = match.end()
    if start < end:
        yield start, end
