"""Single quotation marks told apart from apostrophes."""

from __future__ import annotations

import re

from summarizer.quotations.words import closed_class

_LONGEST = 2_000
_CLOSER = re.compile(r"(?<=\S)['’](?!\w)")
_OPENER = re.compile(r"(?<!\w)['‘](?=\w)")
_WORD = re.compile(r"\w+")
_DECADE = re.compile(r"\d\ds?\b")
_DOUBLE = re.compile(r'["“”]')


def find_single(text: str, at: int, end: int) -> int | None:
    """The end of the quotation that the single mark at `at` opens, before `end`.

    `None` when the mark is an apostrophe ('em, '90s) or nothing closes it.
    """
    if is_elision(text, at, end):
        return None
    best: int | None = None
    end = min(end, at + _LONGEST)
    for found in _CLOSER.finditer(text, at + 2, end):
        if best is not None and _opens_between(text, best, found.start()):
            break
        if len(_DOUBLE.findall(text, at, found.start())) % 2:
            continue
        if not _is_doubtful(text, found.start(), end):
            return found.end()
        best = best or found.end()
    return best


def is_elision(text: str, at: int, end: int) -> bool:
    """Whether the mark at `at` stands for letters or digits left out."""
    word = _WORD.match(text, at + 1, end)
    if word is None:
        return False
    return word.group().casefold() in closed_class("elisions") or bool(
        _DECADE.match(text, at + 1, end)
    )


def _is_doubtful(text: str, at: int, end: int) -> bool:
    """Whether the mark at `at` may be a possessive: the allies' plan."""
    after = text[at + 1 : min(at + 3, end)]
    return text[at - 1] in "sz" and len(after) == 2 and after[0].isspace() and after[1].isalnum()


def _opens_between(text: str, start: int, end: int) -> bool:
    return any(
        not is_elision(text, found.start(), end) for found in _OPENER.finditer(text, start, end)
    )
