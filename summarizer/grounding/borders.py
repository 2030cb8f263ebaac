"""Where a match may begin and end: at word borders, and never inside a grapheme cluster."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

_WINDOW = 64
_NEGATING_PREFIX = re.compile(
    r"(?<![^\W_])(?:non|anti|ex|pseudo|quasi|near|half|semi|counter)[-\u2010\u2011]\Z",
    re.IGNORECASE,
)
_NEGATING_SUFFIX = re.compile(r"[-\u2010\u2011](?:free|less)\b", re.IGNORECASE)
_NOT_CONTRACTED = re.compile(r"['\u2019]t\b", re.IGNORECASE)
_NUMBER_GOES_ON = re.compile(r"[.,]\d")
_NUMBER_BEGAN = re.compile(r"\d[.,]\Z")
# Scripts without spaces between words: a border may be anywhere.
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
    r"\U00020000-\U0003ffff]"
)


def cuts_a_word(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` begins or ends inside a word or a number.

    "10" is not in "100", "able" not in "unable", "we can" not in "we can't", "5 million" not in
    "1.5 million", "binding" not in "non-binding".
    """
    return _cut_at_start(text, start) or _cut_at_end(text, end)


def _cut_at_start(text: str, start: int) -> bool:
    if start == 0 or not text[start].isalnum():
        return False
    before = text[max(0, start - 10) : start]
    if _joined(before[-1], text[start]):
        return True
    if text[start].isdigit() and _NUMBER_BEGAN.search(before):
        return True
    return _NEGATING_PREFIX.search(before) is not None


def _cut_at_end(text: str, end: int) -> bool:
    if end >= len(text) or not text[end - 1].isalnum():
        return False
    after = text[end : end + 10]
    if _joined(text[end - 1], after[0]):
        return True
    if text[end - 1].isdigit() and _NUMBER_GOES_ON.match(after):
        return True
    return bool(_NOT_CONTRACTED.match(after) or _NEGATING_SUFFIX.match(after))


def _joined(left: str, right: str) -> bool:
    return (
        left.isalnum() and right.isalnum() and not (_UNSPACED.match(left) or _UNSPACED.match(right))
    )


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The range, widened so that it cuts no grapheme cluster (UAX #29)."""
    if text[start:end].isascii() and text[max(0, start - 1) : end + 1].isascii():
        return start, end
    return _cluster_start(text, start), _cluster_end(text, end)


def _cluster_start(text: str, at: int) -> int:
    for begin, finish in _clusters(text, at):
        if begin < at < finish:
            return begin
    return at


def _cluster_end(text: str, at: int) -> int:
    for begin, finish in _clusters(text, at):
        if begin < at < finish:
            return finish
    return at


def _clusters(text: str, at: int) -> list[tuple[int, int]]:
    """The clusters around `at`, counted from an ASCII character, where one surely begins."""
    begin = at
    while begin > 0 and at - begin < _WINDOW and not text[begin - 1].isascii():
        begin -= 1
    window = text[max(0, begin - 1) : at + _WINDOW]
    shift = max(0, begin - 1)
    return [(m.start() + shift, m.end() + shift) for m in _cluster_pattern().finditer(window)]


def _cluster_pattern() -> regex.Pattern[str]:
    import regex  # noqa: PLC0415 - 10 ms that a text without such characters need not spend

    return regex.compile(r"\X")
