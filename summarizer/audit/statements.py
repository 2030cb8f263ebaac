"""What each item of a summary states, beside the article's words that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarizer.audit.claims import Claim
from summarizer.audit.reading.polarity import Said
from summarizer.document import Document
from summarizer.schemas.evidence import Quote


@dataclass(frozen=True, slots=True)
class Proof:
    """A quote of an item and the article's own words for it: of an altered one, the nearest."""

    quote: Quote
    said: Said


@dataclass(frozen=True, slots=True)
class Statement:
    """The longest claim of an item that has evidence; labels such as a topic are no statements."""

    claim: Claim
    said: Said
    proofs: tuple[Proof, ...]


def find_statements(claims: Iterable[Claim], document: Document) -> Iterator[Statement]:
    """One statement for each item with claims and with quotes that stand in the article."""
    longest: dict[str, Claim] = {}
    for claim in claims:
        if claim.kind == "prose" and claim.quotes:
            other = longest.get(claim.item_at)
            if other is None or len(claim.text) > len(other.text):
                longest[claim.item_at] = claim
    for claim in longest.values():
        proofs = tuple(_proofs(claim.quotes, document))
        if proofs:
            yield Statement(claim, Said(claim.text), proofs)


def _proofs(quotes: Iterable[Quote], document: Document) -> Iterator[Proof]:
    for quote in quotes:
        span = quote.span or quote.nearest
        if span:
            yield Proof(quote, Said(document.slice(span.start, span.end)))
