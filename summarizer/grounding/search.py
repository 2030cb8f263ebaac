"""Plain search in a normal form."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.grounding.borders import cuts_a_word

Range = tuple[int, int]
"""Code points, end exclusive."""


def occurrences(quote: str, text: str, first: int = 0, last: int | None = None) -> Iterator[Range]:
    """The ranges of `text`, from `first` to `last`, that are `quote` and cut no word, in order.

    They do not overlap, as with `str.count`. `quote` is not empty.
    """
    start = text.find(quote, first, last)
    while start >= 0:
        end = start + len(quote)
        if cuts_a_word(text, start, end):
            # A longer quotation that begins again within this step repeats itself 64 times: no
            # writing does, and trying each place would take the square of its length.
            end = start + 1 + len(quote) // 64
        else:
            yield start, end
        start = text.find(quote, end, last)
