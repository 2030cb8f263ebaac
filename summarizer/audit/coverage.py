"""Which quotations and agreements of the article the summary uses, and which it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.audit.subject import Subject
from summarizer.quotations import Quotation
from summarizer.schemas.evidence import Span
from summarizer.summary import Coverage, Finding, Uncovered

_COUNTED = ("direct", "mixed")


def coverage_of(subject: Subject) -> Coverage:
    """Of the body's direct and mixed quotations, those of which half lies in exact evidence."""
    counted = _body_quotations(subject)
    left_out = [q for q in counted if not _is_covered(q, subject)]
    return Coverage(
        quotations=len(counted),
        covered=len(counted) - len(left_out),
        characters=sum(q.end - q.start for q in counted),
        covered_characters=sum(subject.covered(q.start, q.end) for q in counted),
        uncovered=[
            Uncovered(start=q.start, end=q.end, speaker=q.speaker.name if q.speaker else None)
            for q in left_out
        ],
    )


def uncovered_quotations(subject: Subject) -> Iterator[Finding]:
    """`quotation-uncovered`: not every quotation is a position, but each is accounted for."""
    for quotation in _body_quotations(subject):
        if not _is_covered(quotation, subject):
            speaker = quotation.speaker.name if quotation.speaker else "a speaker not found by rule"
            yield Finding(
                code="quotation-uncovered",
                severity="note",
                span=Span(start=quotation.start, end=quotation.end),
                message=f"No item uses this quotation of {speaker}.",
            )


def _body_quotations(subject: Subject) -> list[Quotation]:
    body = list(subject.document.of_kind("paragraph"))
    return [
        quotation
        for quotation in subject.found.quotations
        if quotation.kind in _COUNTED
        and any(b.start <= quotation.start and quotation.end <= b.end for b in body)
    ]


def _is_covered(quotation: Quotation, subject: Subject) -> bool:
    covered = subject.covered(quotation.start, quotation.end)
    return 2 * covered >= quotation.end - quotation.start
