"""Where the words of a summary stand in its article."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import Any

from summarizer.document import Document
from summarizer.render.view import Proof
from summarizer.schemas.evidence import Quote, Span, quotes


class Places:
    """An article that is asked where things stand in it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        lengths = (len(line) + 1 for line in document.text.split("\n"))
        self._line_starts = [0, *accumulate(lengths)]

    def line(self, offset: int) -> int:
        """The line that holds the code point at `offset`, counted from 1 as editors count."""
        return min(bisect_right(self._line_starts, offset), len(self._line_starts) - 1)

    def valid(self, span: Span | None) -> Span | None:
        """`span`, or `None` where it does not lie in the text: a summary may come from anywhere."""
        if span is None or not span.start <= span.end <= len(self.document.text):
            return None
        return span

    def words(self, span: Span) -> str:
        return self.document.slice(span.start, span.end)

    def proofs(self, value: Any, at: str) -> tuple[Proof, ...]:
        """Every quote in `value`, in reading order; `at` is the JSON pointer of `value`."""
        return tuple(self._proof(pointer, quote) for pointer, quote in quotes(value, at))

    def _proof(self, at: str, quote: Quote) -> Proof:
        place = self.valid(quote.span if quote.match == "exact" else quote.nearest)
        return Proof(
            at=at,
            text=quote.text,
            verdict=quote.match or "unchecked",
            normalised=quote.normalised,
            place=place,
            found=self.words(place) if place else None,
            line=self.line(place.start) if place else None,
        )
