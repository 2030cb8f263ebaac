"""Quotations that say themselves that they leave something out: "We will ... negotiate"."""

from __future__ import annotations

import re
from itertools import islice

from summarizer.grounding.search import Range, occurrences

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


def closest_run(parts: list[str], text: str) -> list[Range]:
    """The shortest run of places in `text` at which the parts stand one after another, if any."""
    best: list[Range] = []
    for first in islice(occurrences(parts[0], text), _MOST_PLACES):
        run = [first]
        for part in parts[1:]:
            end = run[-1][1]
            after = next(occurrences(part, text, end, end + _LONGEST_GAP + len(part)), None)
            if after is None:
                break
            run.append(after)
        if len(run) == len(parts) and (not best or _length(run) < _length(best)):
            best = run
    return best


def _length(run: list[Range]) -> int:
    return run[-1][1] - run[0][0]
