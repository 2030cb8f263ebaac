"""Who speaks the quotations that an item's evidence consists of, where the article says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.audit.reading.vocabulary import find_words, forms
from summarizer.document import Document
from summarizer.quotations import Quotation
from summarizer.schemas.evidence import Quote, Span


@dataclass(frozen=True, slots=True)
class Voice:
    """A quotation in some evidence, the name of its speaker, and the words that attribute it."""

    span: Span
    speaker: str
    attribution: str


def voices_of(
    evidence: Iterable[Quote], quotations: Sequence[Quotation], document: Document
) -> Iterator[Voice]:
    """The voices of exact evidence that lies half or more in a quotation, or holds half of one.

    Left out are quotations whose speaker the article tells by a pronoun or not at all: there the
    rule may err.
    """
    for quote in evidence:
        for quotation in quotations:
            speaker = quotation.speaker
            if quote.span is None or speaker is None or quotation.cue is None:
                continue
            if quotation.kind == "scare" or not _shares_half(quote.span, quotation):
                continue
            mention = document.slice(speaker.start, speaker.end)
            if _is_named(mention, speaker.name):
                yield Voice(
                    Span(start=quotation.start, end=quotation.end),
                    speaker.name,
                    f"{mention} {quotation.cue}",
                )


def _shares_half(span: Span, quotation: Quotation) -> bool:
    shared = min(span.end, quotation.end) - max(span.start, quotation.start)
    shorter = min(span.end - span.start, quotation.end - quotation.start)
    return 2 * shared >= shorter


def _is_named(mention: str, name: str) -> bool:
    """Whether the mention has a word of the name, in capitals, rather than a pronoun."""
    named = {forms(match[0])[0] for match in find_words(name) if match[0][0].isupper()}
    return any(
        match[0][0].isupper() and forms(match[0])[0] in named for match in find_words(mention)
    )
