"""The reading guide's format: parties, agreements and positions, with plain strings as proof."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from summarizer.document import Document
from summarizer.schemas.evidence import Quote
from summarizer.schemas.negotiation import Agreement, Negotiation, Position


def guide_content(content: Negotiation, document: Document) -> dict[str, Any]:
    """`{"parties", "agreements", "positions"}` of a grounded negotiation, as JSON values.

    Evidence that is exact is the article's own slice, so that a plain substring search finds it;
    any other is as it was given.
    """
    return {
        "parties": [party.model_dump(mode="json") for party in content.parties],
        "agreements": [
            _entry(item, ("what", "parties", "status", "asserted_by", "denied_by"), document)
            for item in content.agreements
        ],
        "positions": [
            _entry(item, ("holder", "speaker", "topic", "statement", "form"), document)
            for item in content.positions
        ],
    }


def _entry(item: Agreement | Position, fields: Iterable[str], document: Document) -> dict[str, Any]:
    values = {name: getattr(item, name) for name in fields}
    return {**values, "evidence": [_words(quote, document) for quote in item.evidence]}


def _words(quote: Quote, document: Document) -> str:
    """The article's own words for an exact quote; a span may come from anywhere, so it is checked."""
    span = quote.span if quote.match == "exact" else None
    if span is None or not span.start <= span.end <= len(document.text):
        return quote.text
    return document.slice(span.start, span.end)
