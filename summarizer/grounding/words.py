"""The words of a text, folded, and where each of them stands."""

from __future__ import annotations

import re
from array import array
from itertools import accumulate
from typing import NamedTuple

from summarizer.grounding.letters import INVISIBLE, UNSPACED_RANGES

_LETTER = rf"[^\W_{UNSPACED_RANGES}]"
_WORD = re.compile(rf"({_LETTER}+(?:{INVISIBLE.pattern}+{_LETTER}+)*|[{UNSPACED_RANGES}])")
_ASCII_WORD = re.compile(r"([A-Za-z0-9]+)")
"""The same where there is nothing else, in half the time."""


class Words(NamedTuple):
    """Words in order. `starts` and `ends` are offsets into the text, code points, end exclusive."""

    keys: list[str]
    starts: array[int]
    ends: array[int]

    def between(self, first: int, last: int) -> Words:
        """The words of these numbers; `first` may be below 0, and `last` above what there is."""
        part = slice(max(0, first), max(0, last))
        return Words(self.keys[part], self.starts[part], self.ends[part])


def words_of(text: str) -> Words:
    """The words of `text`; in scripts without spaces each letter counts as one.

    Characters that nobody sees neither end a word nor belong to it.
    """
    plain = text.isascii()
    # A gap, a word, a gap, ...: cheaper than a match object a word.
    pieces = (_ASCII_WORD if plain else _WORD).split(text)
    offsets = list(accumulate(map(len, pieces)))
    keys = pieces[1::2]
    if not plain and INVISIBLE.search(text):
        keys = [INVISIBLE.sub("", key) for key in keys]
    return Words(keys, array("I", offsets[:-1:2]), array("I", offsets[1::2]))
