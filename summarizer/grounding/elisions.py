"""Quotations that say themselves that they leave something out: "We will ... negotiate"."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice

from summarizer.grounding.search import Range

_MARK = re.compile(r"\s*(?:[\[(]\s*\.(?:\s?\.){2,}\s*[\])]|\.(?:\s?\.){2,}|\[[^\[\]]*\])\s*")
_LONGEST_GAP = 600
"""Code points that an elision may leave out before its parts count as put together from afar."""

_MOST_PARTS = 20
_MOST_PLACES = 1_000


def parts(quote: str) -> list[str]:
    """What `quote`, in normal form, has between its marks of elision; empty if it has no such marks."""
    split = [part for part in _MARK.split(quote) if any(map(str.isalnum, part))]
    return split if 1 <= len(split) <= _MOST_PARTS and _MARK.search(quote) else []


def unmarked(quote: str) -> str:
    """`quote` without its marks of elision."""
    return _MARK.sub(" ", quote).strip()


def closest_run(every: list[list[Range]]) -> tuple[Range, ...]:
    """Of each part's places in order, the shortest run of one place a part, each after the last."""
    starts = [[start for start, _ in places] for places in every]
    best: tuple[Range, ...] = ()
    for first in islice(every[0], _MOST_PLACES):
        run = [first]
        for places, begins in zip(every[1:], starts[1:], strict=True):
            at = bisect_left(begins, run[-1][1])
            if at == len(places) or places[at][0] - run[-1][1] > _LONGEST_GAP:
                break
            run.append(places[at])
        if len(run) == len(every) and (not best or _length(run) < _length(best)):
            best = tuple(run)
    return best


def _length(run: list[Range] | tuple[Range, ...]) -> int:
    return run[-1][1] - run[0][0]
