"""Quotations put together from stretches that the article has, but apart or in another order."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.grounding.borders import cuts_a_word
from summarizer.grounding.search import Range
from summarizer.grounding.words import words_of

_FEWEST_WORDS = 3
_MOST_PIECES = 4
_PLACES = 50
_CUT_WORDS = 3
"""Words that may have to be given back at the end of a piece that cuts one."""

_LEAST_COVERED = 0.8
"""Share of the quotation's code points that its pieces cover, so that it counts as put together."""

Piece = tuple[Range, Range]
"""A stretch of the quotation, and where the text has it."""


def pieces(quote: str, text: str, near: int | None) -> list[Piece]:
    """The longest stretches of `quote` that `text` has, in the order of `quote`.

    Empty unless two to four of them, each of three words or more, make up nearly all of `quote`.
    Of a stretch that stands in several places, the one nearest to the piece before is taken, and at
    first the one nearest to the offset `near`, or to the last piece.
    """
    found = _pieces(quote, text, near or 0)
    return _pieces(quote, text, found[-1][1][0]) if found and near is None else found


def _pieces(quote: str, text: str, near: int) -> list[Piece]:
    words = list(zip(*words_of(quote)[1:], strict=True))
    found: list[Piece] = []
    lost = at = 0
    while at <= len(words) - _FEWEST_WORDS and len(found) <= _MOST_PIECES:
        piece = _longest(quote, words, at, text, found[-1][1][1] if found else near)
        if piece is None:
            lost += words[at][1] - words[at][0] + 1
            at += 1
        else:
            found.append(piece)
            while at < len(words) and words[at][1] <= piece[0][1]:
                at += 1
        if lost > (1 - _LEAST_COVERED) * len(quote):
            return []
    covered = sum(end - start for (start, end), _ in found)
    enough = covered >= _LEAST_COVERED * len(quote)
    return found if enough and 2 <= len(found) <= _MOST_PIECES else []


def _longest(quote: str, words: list[Range], at: int, text: str, near: int) -> Piece | None:
    """The longest stretch of `quote` from its word `at` on; of equal ones the nearest to `near`."""
    begin = words[at][0]
    seed = quote[begin : words[at + _FEWEST_WORDS - 1][1]]
    best = (0, 0, 0)
    for place in _places(seed, text, max(0, near - 2 * len(quote))):
        best = max(best, (_shared(quote, words, at, text, place), -abs(place - near), place))
    length, _, start = best
    return ((begin, begin + length), (start, start + length)) if length else None


def _places(seed: str, text: str, first: int) -> Iterator[int]:
    """Offsets at which `text` has `seed`, from `first` on and then from the beginning; the first few."""
    left = _PLACES
    for start, stop in ((first, len(text)), (0, first + len(seed) - 1)):
        place = text.find(seed, start, stop)
        while place >= 0 and left:
            yield place
            left -= 1
            place = text.find(seed, place + 1, stop)


def _shared(quote: str, words: list[Range], at: int, text: str, place: int) -> int:
    """How many code points of `quote`, in whole words from `at` on, stand at `place`; 0 for few."""
    begin = words[at][0]
    low, high = at + _FEWEST_WORDS - 1, len(words) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if text.startswith(quote[begin : words[middle][1]], place):
            low = middle
        else:
            high = middle - 1
    fewest = max(at + _FEWEST_WORDS - 1, low - _CUT_WORDS)
    for last in range(low, fewest - 1, -1):
        length = words[last][1] - begin
        if not cuts_a_word(text, place, place + length):
            return length
    return 0
