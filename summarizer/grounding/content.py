"""Grounds every quote of a draft, and chooses between the places of one that has several."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from pydantic import BaseModel

from summarizer.document import Document
from summarizer.grounding.match import Choice, Grounding, ground
from summarizer.grounding.mentions import mentions
from summarizer.grounding.search import Range
from summarizer.schemas.evidence import Quote, Span, quotes, walk

Groundings = dict[str, Grounding]
"""What was found, by the quote's JSON pointer."""


def ground_content(content: BaseModel, document: Document, at: str = "/content") -> Groundings:
    """Fills `match`, `span`, ... of every `Quote` in `content`; returns all that was found.

    A quote with several places takes one in the body if it has any there: the one nearest to the
    other evidence of its item, else nearest to a mention of who speaks in it, else the first. Never
    one at random.
    """
    found: Groundings = {}
    texts = {quote.text for _, quote in quotes(content)}
    grounded = {text: ground(text, document) for text in texts}
    body = [(block.start, block.end) for block in document.of_kind("paragraph")]
    for item, own in _by_item(content, at):
        results = [grounded[quote.text] for _, quote in own]
        anchors: list[Range] = []
        choice: Choice = "nearest"
        if any(len(result.spans) > 1 for result in results):
            anchors = [result.spans[0] for result in results if len(result.spans) == 1]
            if not anchors:
                anchors, choice = mentions(item, content, document.text), "mention"
        for (pointer, quote), result in zip(own, results, strict=True):
            found[pointer] = _chosen(result, anchors, choice, body)
            _fill(quote, found[pointer], document)
    return found


def _by_item(content: BaseModel, at: str) -> list[tuple[BaseModel, list[tuple[str, Quote]]]]:
    """Each model that holds quotes, with those and their pointers."""
    items: dict[str, tuple[BaseModel, list[tuple[str, Quote]]]] = {}
    above: list[tuple[str, BaseModel]] = []
    for pointer, model in walk(content, at):
        while above and not pointer.startswith(f"{above[-1][0]}/"):
            above.pop()
        if isinstance(model, Quote):
            place, item = above[-1] if above else (at, content)
            items.setdefault(place, (item, []))[1].append((pointer, model))
        else:
            above.append((pointer, model))
    return list(items.values())


def _chosen(
    result: Grounding, anchors: list[Range], choice: Choice, body: list[Range]
) -> Grounding:
    if len(result.spans) < 2:
        return result
    in_body = [span for span in result.spans if _within(span, body)]
    places = in_body or result.spans
    if anchors:
        nearest = min(places, key=lambda span: min(_gap(span, other) for other in anchors))
        return replace(result, chosen=nearest, choice=choice)
    return replace(result, chosen=places[0], choice="body" if in_body else "first")


def _within(span: Range, blocks: list[Range]) -> bool:
    index = bisect_right(blocks, span[0], key=lambda block: block[0]) - 1
    return index >= 0 and span[1] <= blocks[index][1]


def _gap(one: Range, other: Range) -> int:
    return max(0, one[0] - other[1], other[0] - one[1])


def _fill(quote: Quote, result: Grounding, document: Document) -> None:
    chosen, nearest = result.chosen, result.nearest
    quote.match = result.match
    quote.normalised = chosen is not None and document.slice(*chosen) != quote.text
    quote.span = Span(start=chosen[0], end=chosen[1]) if chosen else None
    quote.nearest = Span(start=nearest[0], end=nearest[1]) if nearest else None
    quote.occurrences = len(result.spans)
