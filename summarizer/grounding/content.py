"""Grounds every quote of a draft, and chooses between the places of one that has several."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from summarizer.document import Document
from summarizer.grounding.match import Grounding, Range, ground
from summarizer.schemas.evidence import Quote, Span, walk

Groundings = dict[str, Grounding]
"""What was found, by the quote's JSON pointer."""


def ground_content(content: BaseModel, document: Document, at: str = "/content") -> Groundings:
    """Fills `match`, `span`, ... of every `Quote` in `content`; returns all that was found.

    A quote with several places takes the one nearest to the other evidence of its item, else the
    first in the body, else the first: never one at random.
    """
    found: Groundings = {}
    for pointer, item in walk(content, at):
        if isinstance(item, Quote):
            continue
        own = [
            (place, quote, ground(quote.text, document))
            for name in type(item).model_fields
            for place, quote in _direct(getattr(item, name), f"{pointer}/{name}")
        ]
        settled = [result.spans[0] for _, _, result in own if len(result.spans) == 1]
        for place, quote, result in own:
            _fill(quote, result, _chosen(result, settled, document), document)
            found[place] = result
    return found


def _direct(value: object, at: str) -> Iterator[tuple[str, Quote]]:
    """The quotes in a field's value that belong to no model below it."""
    if isinstance(value, Quote):
        yield at, value
    elif isinstance(value, list | tuple):
        for index, part in enumerate(value):
            yield from _direct(part, f"{at}/{index}")
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _direct(part, f"{at}/{key}")


def _chosen(result: Grounding, settled: list[Range], document: Document) -> Range | None:
    if len(result.spans) < 2:
        return next(iter(result.spans), None)
    if settled:
        return min(result.spans, key=lambda span: min(_gap(span, other) for other in settled))
    body = list(document.of_kind("paragraph"))
    in_body = (s for s in result.spans if any(b.start <= s[0] and s[1] <= b.end for b in body))
    return next(in_body, result.spans[0])


def _gap(one: Range, other: Range) -> int:
    return max(0, one[0] - other[1], other[0] - one[1])


def _fill(quote: Quote, result: Grounding, chosen: Range | None, document: Document) -> None:
    quote.match = result.match
    quote.normalised = chosen is not None and document.slice(*chosen) != quote.text
    quote.span = Span(start=chosen[0], end=chosen[1]) if chosen else None
    quote.nearest = Span(start=result.nearest[0], end=result.nearest[1]) if result.nearest else None
    quote.occurrences = len(result.spans)
