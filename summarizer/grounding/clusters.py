"""Grapheme clusters (UAX #29): what a reader takes for one character, which no span may cut."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

_APART = ("Lu", "Ll", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Zs")
"""Categories of letters, marks and spaces of which no two in a row make one cluster."""

_FAR = 256
_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The range, widened so that it cuts no grapheme cluster."""
    return _cluster(text, start)[0], _cluster(text, end)[1]


def _cluster(text: str, at: int) -> tuple[int, int]:
    """The cluster that has `at` inside it; `at` twice where two clusters meet."""
    if at in (0, len(text)) or all(map(_stands_apart, text[at - 1 : at + 1])):
        return at, at
    for match in _clusters().finditer(text, _sure_border(text, at)):
        if match.end() >= at:
            return (at, at) if match.end() == at else match.span()
    return at, at


def _stands_apart(letter: str) -> bool:
    return letter.isascii() or unicodedata.category(letter) in _APART


def _sure_border(text: str, at: int) -> int:
    """An offset before `at` from which clusters can be counted: flags pair up from their first."""
    begin = at - 1
    while begin > 0 and not (text[begin].isascii() or text[begin].isalnum()):
        if at - begin > _FAR and not _FLAG_LETTERS[0] <= text[begin] <= _FLAG_LETTERS[1]:
            break
        begin -= 1
    return begin


@cache
def _clusters() -> regex.Pattern[str]:
    import regex  # 10 ms that a text in European languages need not spend

    return regex.compile(r"\X")
