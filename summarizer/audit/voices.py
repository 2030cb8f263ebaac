"""Who speaks the quotations that an item's evidence consists of, where the article says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.audit.reading.polarity import function_words
from summarizer.audit.reading.vocabulary import find_words, forms
from summarizer.document import Document
from summarizer.quotations import Quotation
from summarizer.schemas.evidence import Quote, Span


@dataclass(frozen=True, slots=True)
class Voice:
    """A quotation, the name of its speaker, and the words that attribute it.

    `named`: they have the name itself, and not a description that means the speaker by rule.
    """

    span: Span
    speaker: str
    attribution: str
    named: bool


def sure_voices(quotations: Iterable[Quotation], document: Document) -> list[Voice]:
    """The quotations whose speaker the article names or describes beside them.

    Left out are those whose speaker it tells by a pronoun or not at all: there the rule may err.
    """
    found = []
    for quotation in quotations:
        speaker = quotation.speaker
        if speaker is None or quotation.cue is None or quotation.kind == "scare":
            continue
        mention = document.slice(speaker.start, speaker.end)
        if mention.lower() not in function_words():
            span = Span(start=quotation.start, end=quotation.end)
            attribution = f"{mention} {quotation.cue}"
            found.append(Voice(span, speaker.name, attribution, _has_name(mention, speaker.name)))
    return found


def voices_in(evidence: Iterable[Quote], voices: Sequence[Voice]) -> Iterator[Voice]:
    """The voices of exact evidence that lies half or more in a quotation, or holds half of one."""
    for quote in evidence:
        if quote.span:
            yield from (voice for voice in voices if _shares_half(quote.span, voice.span))


def _shares_half(one: Span, other: Span) -> bool:
    if one.end <= other.start or other.end <= one.start:
        return False
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared >= min(one.end - one.start, other.end - other.start)


def _has_name(mention: str, name: str) -> bool:
    """Whether a mention has a word of the name, in capitals."""
    named = {forms(match[0])[0] for match in find_words(name) if match[0][0].isupper()}
    return any(
        match[0][0].isupper() and forms(match[0])[0] in named for match in find_words(mention)
    )
