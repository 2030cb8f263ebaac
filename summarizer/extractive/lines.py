"""The sentences of an article with what is quoted, told and named in each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.document import Document
from summarizer.quotations import Found, Mention, Quotation, Report
from summarizer.quotations.sentences import split_sentences

_BESIDE = 60


@dataclass(frozen=True, slots=True)
class Naming:
    """An actor's mention in a sentence (code points of the document)."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a paragraph (code points): its quotations, its report, whom it names.

    `block` is the number of its paragraph.
    """

    start: int
    end: int
    text: str
    block: int
    quotations: tuple[Quotation, ...]
    report: Report | None
    named: tuple[Naming, ...]

    @property
    def quoted(self) -> tuple[Quotation, ...]:
        """Its direct and mixed quotations that have a speaker."""
        return tuple(q for q in self.quotations if q.speaker and q.kind != "scare")

    @property
    def speaker(self) -> Mention | None:
        """Who is said to say it: the speaker of its quotations, else of its report."""
        if self.quoted:
            return self.quoted[0].speaker
        return self.report.speaker if self.report else None

    def before(self, position: int) -> str:
        """At most 60 code points of it before a position of the document."""
        at = max(0, position - self.start)
        return self.text[max(0, at - _BESIDE) : at]

    def after(self, position: int) -> str:
        """At most 60 code points of it from a position of the document on."""
        at = max(0, position - self.start)
        return self.text[at : at + _BESIDE]


def article_lines(document: Document, found: Found) -> list[Line]:
    """The sentences of the paragraphs, in order.

    Those with lone surrogates, which JSON cannot hold, are left out.
    """
    places = sorted(
        (start, end, actor.name) for actor in found.actors for start, end in actor.mentions
    )
    reports = {report.start: report for report in found.reports}
    lines: list[Line] = []
    for number, block in enumerate(document.of_kind("paragraph")):
        for begin, end in split_sentences(document.text, block.start, block.end):
            quotations = _overlapping(found.quotations, begin, end)
            start = _after_label(document.text, begin, quotations)
            text, report = document.slice(start, end), reports.get(begin)
            if _is_sound(text):
                named = _named(places, start, end)
                lines.append(Line(start, end, text, number, quotations, report, named))
    return lines


def _after_label(text: str, start: int, quotations: Sequence[Quotation]) -> int:
    """Where a sentence begins without a transcript's label."""
    if not quotations or quotations[0].start <= start:
        return start
    label = text[start : quotations[0].start].rstrip()
    return quotations[0].start if label.isupper() and label.endswith(":") else start


def _is_sound(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


def _named(places: Sequence[tuple[int, int, str]], start: int, end: int) -> tuple[Naming, ...]:
    first, last = bisect_left(places, (start, 0, "")), bisect_left(places, (end, 0, ""))
    return tuple(Naming(*place) for place in places[first:last])


def _overlapping(quotations: Sequence[Quotation], start: int, end: int) -> tuple[Quotation, ...]:
    at = max(0, bisect_left(quotations, start, key=lambda q: q.start) - 1)
    found = []
    while at < len(quotations) and quotations[at].start < end:
        if quotations[at].end > start:
            found.append(quotations[at])
        at += 1
    return tuple(found)
