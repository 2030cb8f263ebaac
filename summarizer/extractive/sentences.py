"""The sentences of an article with what is quoted, told and named in each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.document import Document
from summarizer.quotations import Found, Mention, Quotation, Report
from summarizer.quotations.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of a paragraph (code points), the quotations in it and its report."""

    start: int
    end: int
    text: str
    quotations: tuple[Quotation, ...]
    report: Report | None

    @property
    def speaker(self) -> Mention | None:
        """Who is said to say it: the speaker of its quotations, else of its report."""
        for quotation in self.quotations:
            if quotation.speaker and quotation.kind != "scare":
                return quotation.speaker
        return self.report.speaker if self.report else None


def told_sentences(document: Document, found: Found) -> list[Told]:
    """The sentences of the paragraphs, in order."""
    sentences: list[Told] = []
    reports = {report.start: report for report in found.reports}
    for block in document.of_kind("paragraph"):
        for start, end in split_sentences(document.text, block.start, block.end):
            if not _is_sound(document.slice(start, end)):
                continue
            quotations = overlapping(found.quotations, start, end)
            report = reports.get(start)
            sentences.append(Told(start, end, document.slice(start, end), quotations, report))
    return sentences


def _is_sound(text: str) -> bool:
    """Whether a text has no lone surrogates: no JSON can hold them, so none can be evidence."""
    return (
        not any("\ud800" <= character <= "\udfff" for character in text)
        if not text.isascii()
        else True
    )


def overlapping(quotations: Sequence[Quotation], start: int, end: int) -> tuple[Quotation, ...]:
    """The quotations that share characters with a range."""
    at = max(0, bisect_left(quotations, start, key=lambda q: q.start) - 1)
    found = []
    while at < len(quotations) and quotations[at].start < end:
        if quotations[at].end > start:
            found.append(quotations[at])
        at += 1
    return tuple(found)
