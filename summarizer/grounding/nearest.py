"""The passage that an altered quotation was made from.

Words that the quotation shares with the article vote for where it would begin; the best places
are compared letter by letter (Levenshtein, by rapidfuzz).
"""

from __future__ import annotations

import re
from collections import defaultdict

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

MOST_CHANGED = 0.34
"""Edits a passage may be away, as a share of the longer text's code points."""

_CANDIDATES = 4
_COMMON = 400
_TOKEN = re.compile(
    r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]|[^\W_]+"
)
_BORDERED = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*|[^\w\s]")
"""What a passage may begin or end with: a word, or a mark."""


class WordIndex:
    """Where each word of a text stands; built once a text, in time linear in it."""

    def __init__(self, text: str) -> None:
        self.text = _folded(text)
        self._places: dict[str, list[int]] = defaultdict(list)
        for match in _TOKEN.finditer(text):
            self._places[match.group().casefold()].append(match.start())

    def nearest(self, quote: str) -> tuple[int, int] | None:
        """The range of the text that is nearest to `quote`, or None when nothing is near.

        Capitals do not count: a passage that differs in them alone is the nearest there can be.
        """
        quote = _folded(quote)
        found = [place for at in self._beginnings(quote) if (place := self._compared(quote, at))]
        if not found:
            return None
        distance, start, end = min(found)
        return (start, end) if distance <= MOST_CHANGED else None

    def _beginnings(self, quote: str) -> list[int]:
        """Offsets at which the quote may begin, best first: diagonals on which rare words agree."""
        width = max(16, len(quote) // 4)
        votes: dict[int, float] = defaultdict(float)
        for word, offset, places in self._shared(quote):
            weight = len(word) / len(places)
            for place in places:
                bucket = (place - offset) // width
                votes[bucket] += weight
                votes[bucket + 1] += weight / 2
        best = sorted(votes, key=lambda bucket: (-votes[bucket], bucket))[:_CANDIDATES]
        return [bucket * width for bucket in best]

    def _shared(self, quote: str) -> list[tuple[str, int, list[int]]]:
        """The quote's words that the text has, rarest first; common ones only if there are few."""
        shared = [
            (match.group(), match.start(), self._places[match.group().casefold()])
            for match in _TOKEN.finditer(quote)
            if match.group().casefold() in self._places
        ]
        shared.sort(key=lambda item: len(item[2]))
        rare = [item for item in shared if len(item[2]) <= _COMMON]
        return rare or [(word, at, places[:_COMMON]) for word, at, places in shared[:3]]

    def _compared(self, quote: str, begin: int) -> tuple[float, int, int] | None:
        slack = max(24, len(quote) // 2)
        left = max(0, begin - slack)
        window = self.text[left : begin + len(quote) + 2 * slack]
        if not window:
            return None
        rough = fuzz.partial_ratio_alignment(quote, window)
        if rough is None:
            return None
        start, end = self._trimmed(quote, left + rough.dest_start, left + rough.dest_end)
        return Levenshtein.normalized_distance(quote, self.text[start:end]), start, end

    def _trimmed(self, quote: str, start: int, end: int) -> tuple[int, int]:
        """The range moved to word borders, then to the border words that make it nearest."""
        shift = max(0, start - 80)
        words = [m.span() for m in _BORDERED.finditer(self.text, shift, end + 80)]
        begins = sorted({b for b, _ in words}, key=lambda b: (abs(b - start), b))[:6]
        ends = sorted({e for _, e in words}, key=lambda e: (abs(e - end), e))[:6]
        ranges = [(b, e) for b in begins for e in ends if b < e]
        return min(
            ranges,
            key=lambda r: (Levenshtein.distance(quote, self.text[r[0] : r[1]]), r),
            default=(start, end),
        )


def _folded(text: str) -> str:
    """The text in small letters, where that moves no offset."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text
