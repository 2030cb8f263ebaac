"""Quotation marks in one paragraph: which open, which close, which are apostrophes or inches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.quotations.singles import find_single, is_elision

_OPENER = re.compile(r"""["“”„‟＂«»‹›「『]|``|''|(?<!\w)['‘‚‛](?=[\w\[(.…£$€"“])""")
_DOUBLE = re.compile(r"""["“”„‟＂]|''""")
_PAIRS = {"«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』"}
_LONGEST = 20_000
_BEFORE_OPENING = " \t\n\r\u00a0\u202f\u2009([{<-–—―/,:;…'‘’>*_"


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks (code points, marks included).

    `closed` is false when no closing mark was found: then `end` is where a new quotation opens, or
    the paragraph's end, and the words may be fewer.
    """

    start: int
    end: int
    closed: bool


def find_marked(text: str, start: int, end: int) -> Iterator[Marked]:
    """The outermost quotations of the paragraph `text[start:end]`, in order."""
    position = start
    while found := _OPENER.search(text, position, end):
        marked = _read(text, found, start, end)
        if marked is None:
            position = found.end()
            continue
        yield marked
        position = max(marked.end, found.end())


def _read(text: str, opener: re.Match[str], start: int, end: int) -> Marked | None:
    mark, at = opener.group(), opener.start()
    if mark in _PAIRS:
        return _read_pair(text, at, start, end)
    if len(mark) == 1 and mark in "'‘‚‛":
        return _read_single(text, at, start, end)
    if not _opens(text, opener, start, end):
        return None
    return _read_double(text, at, opener.end(), start, end)


def _read_single(text: str, at: int, start: int, end: int) -> Marked | None:
    close = find_single(text, at, end)
    if close:
        return Marked(at, close, closed=True)
    may_continue = at == start and not is_elision(text, at, end)
    return Marked(at, end, closed=False) if may_continue else None


def _read_pair(text: str, at: int, start: int, end: int) -> Marked | None:
    """Guillemets and corner brackets, whose two marks differ."""
    mark = text[at]
    spaced_before = at == start or text[at - 1] in _BEFORE_OPENING
    if mark in "»›" and (not spaced_before or text[at + 1 : at + 2].isspace()):
        return None
    close = text.find(_PAIRS[mark], at + 1, min(end, at + _LONGEST))
    if close >= 0:
        return Marked(at, close + 1, closed=True)
    return Marked(at, end, closed=False) if mark not in "»›" else None


def _read_double(text: str, at: int, after: int, start: int, end: int) -> Marked:
    position = after
    while found := _DOUBLE.search(text, position, end):
        if _is_measure(text, found.start()):
            position = found.end()
        elif not _opens(text, found, start, end):
            return Marked(at, found.end(), closed=True)
        elif inner := _nested(text, found, start, end):
            position = inner
        else:
            return Marked(at, found.start(), closed=False)
    return Marked(at, end, closed=False)


def _nested(text: str, opener: re.Match[str], start: int, end: int) -> int | None:
    """The end of a quotation within one, which a closing mark of the outer one follows."""
    close = _DOUBLE.search(text, opener.end(), end)
    if close is None or _opens(text, close, start, end):
        return None
    outer = _DOUBLE.search(text, close.end(), end)
    return None if outer is None or _opens(text, outer, start, end) else close.end()


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Whether the place of a double mark is that of an opening one; the glyph decides in doubt."""
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if after.isspace():
        return mark.group() in "“„‟``" and before in _BEFORE_OPENING
    if before in _BEFORE_OPENING:
        is_word = after not in ",.;:!?)]}" or text.startswith("..", mark.end())
        return is_word or mark.group() in "“„"
    return (
        mark.group() in "“„``"
        and not before.isspace()
        and (after.isalnum() and not before.isalnum())
    )


def _is_measure(text: str, at: int) -> bool:
    """Whether the mark at `at` stands for inches, as in 5'10"."""
    return bool(re.search(r"\d['’′]\s?\d{1,2}$", text[max(0, at - 6) : at]))
