"""The other reading of hyphens at line breaks: "long-<break>term" is "long-term" as well.

A passage may hold several, each read its own way. So texts are compared without any hyphens, and
then the hyphens that a quotation has are held against those that the article prints.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from summarizer.grounding.normalise import Normalised
from summarizer.grounding.search import Range, occurrences


class HyphenlessText:
    """A normal form without its hyphens, which knows where they were."""

    def __init__(self, form: Normalised) -> None:
        self.text = form.text.replace("-", "")
        self._printed = _places(form.text)
        hyphens = [at + index for index, at in enumerate(self._printed)]
        self._at_breaks = {at - bisect_left(hyphens, at) for at in form.line_hyphens}

    def find(self, quote: str) -> Iterator[Range]:
        """Ranges of the normal form that are `quote` when hyphens at line breaks may be kept."""
        words, wanted = quote.replace("-", ""), Counter(_places(quote))
        if not words or 0 in wanted or len(words) in wanted:
            return
        for start, end in occurrences(words, self.text):
            if self._has(wanted, start, end):
                last = end - 1 + bisect_right(self._printed, end - 1)
                yield start + bisect_right(self._printed, start), last + 1

    def _has(self, wanted: Counter[int], start: int, end: int) -> bool:
        first, last = bisect_right(self._printed, start), bisect_left(self._printed, end)
        printed = Counter(at - start for at in self._printed[first:last])
        return all(
            wanted[at] - printed[at] in ((0, 1) if at + start in self._at_breaks else (0,))
            for at in wanted | printed
        )


def _places(text: str) -> list[int]:
    """Where the hyphens of `text` stand, counted without them."""
    hyphens = (at for at, letter in enumerate(text) if letter == "-")
    return [at - index for index, at in enumerate(hyphens)]
