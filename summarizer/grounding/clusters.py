"""Grapheme clusters (UAX #29): what a reader takes for one character, which no span may cut."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

_APART = ("Lu", "Ll", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Zs")
"""Categories of letters, marks and spaces of which no two in a row make one cluster."""


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The range, widened so that it cuts no grapheme cluster."""
    return _cluster(text, start)[0], _cluster(text, end)[1]


def _cluster(text: str, at: int) -> tuple[int, int]:
    """The cluster that has `at` inside it; `at` twice where two clusters meet."""
    if at in (0, len(text)) or all(map(_stands_apart, text[at - 1 : at + 1])):
        return at, at
    border = _sure_borders().search(text, 0, at)
    for match in _clusters().finditer(text, border.start() if border else 0):
        if match.end() >= at:
            return (at, at) if match.end() == at else match.span()
    return at, at


def _stands_apart(letter: str) -> bool:
    if letter.isascii():
        return letter != "\r"  # a line feed may follow
    return unicodedata.category(letter) in _APART


@cache
def _clusters() -> regex.Pattern[str]:
    import regex  # 10 ms that a text in European languages need not spend

    return regex.compile(r"\X")


@cache
def _sure_borders() -> regex.Pattern[str]:
    r"""Searches backwards for a character that begins a cluster, as far as can be told alone.

    It is of none of the classes that the rules of UAX #29 join to something on their left; or half
    of a flag with whole flags before it (to count them from the first of a row with `\X` would
    take the square of the row's length).
    """
    import regex

    joins = r"\p{Extended_Pictographic}\p{Indic_Conjunct_Break=Consonant}"
    other = rf"[\p{{Grapheme_Cluster_Break=Other}}--[{joins}]]"
    prepend, half = r"\p{Grapheme_Cluster_Break=Prepend}", r"\p{Regional_Indicator}"
    flags = rf"(?<=(?<![{half}{prepend}])(?:{half}{half})*+){half}"
    return regex.compile(rf"(?V1r)(?<!{prepend}){other}|{flags}")
