"""Which quotations and agreements of the article the summary uses, and which it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.audit.subject import Subject
from summarizer.quotations import Quotation
from summarizer.schemas.evidence import Span
from summarizer.summary import Coverage, Finding, Uncovered


def coverage_of(subject: Subject) -> Coverage:
    """Of the body's direct and mixed quotations, those of which half lies in exact evidence."""
    counted = subject.body_quotations
    left_out = [q for q, covered in counted if not _is_enough(q, covered)]
    return Coverage(
        quotations=len(counted),
        covered=len(counted) - len(left_out),
        characters=sum(q.end - q.start for q, _ in counted),
        covered_characters=sum(covered for _, covered in counted),
        uncovered=[
            Uncovered(start=q.start, end=q.end, speaker=q.speaker.name if q.speaker else None)
            for q in left_out
        ],
    )


def uncovered_quotations(subject: Subject) -> Iterator[Finding]:
    """`quotation-uncovered`: not every quotation is a position, but each is accounted for."""
    for quotation, covered in subject.body_quotations:
        if not _is_enough(quotation, covered):
            speaker = quotation.speaker.name if quotation.speaker else "a speaker not found by rule"
            yield Finding(
                code="quotation-uncovered",
                severity="note",
                span=Span(start=quotation.start, end=quotation.end),
                message=f"No item uses this quotation of {speaker}.",
            )


def _is_enough(quotation: Quotation, covered: int) -> bool:
    return 2 * covered >= quotation.end - quotation.start
