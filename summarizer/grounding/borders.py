"""Where a match may begin and end: not inside a word or a number, whatever joins its parts."""

from __future__ import annotations

import re
import unicodedata

from summarizer.grounding.letters import INVISIBLE, NEGATING_IDEOGRAPHS, UNSPACED

_NEAR = 16
"""Code points on either side that can tell whether a border cuts."""

_LONGEST_WORD = 200
_TURNING_PREFIX = re.compile(
    r"(?<![^\W_])(?:non|no|not|never|un|dis|mis|de|anti|counter|ex|vice|pseudo|quasi|semi|half|near"
    r"|pre|post|sub|under)-\s?\Z",
    re.IGNORECASE,
)
_TURNING_SUFFIX = re.compile(
    r"-(?:free|less|proof|like|ish|elect|designate|sceptic|skeptic)\b", re.IGNORECASE
)
_CONTRACTED_NOT = re.compile(r"'t\b", re.IGNORECASE)
_NUMBER_BEGAN = re.compile(r"(?:\d[.,:/-]|(?:\A|[\s(])[-.])\Z")
_NUMBER_GOES_ON = re.compile(r"[.,:/-]\d|[%\u2030]")
_THOUSANDS_BEGAN = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})* \Z")
_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_THOUSANDS_GO_ON = re.compile(r" \d{3}(?!\d)")
_FEW_DIGITS = re.compile(r"(?<![\d.,])\d{1,3}\Z")
_INNER_MARK = re.compile(r"\d[.,:/-]\d|[^\W\d_]'[^\W\d_]")
_NUMERALS = "〇一二三四五六七八九十百千万亿萬億"


def cuts_a_word(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]`, in normal form, begins or ends inside a word or a number.

    "10" is not in "100", "able" not in "unable", "we can" not in "we can't", "5 million" not in
    "1.5 million", "binding" not in "non-binding".
    """
    return _cuts_at_start(text, start) or _cuts_at_end(text, end)


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The range, widened so that it cuts no word or number."""
    first, last = max(0, start - _LONGEST_WORD), min(len(text), end + _LONGEST_WORD)
    begin, finish = start, end
    while begin > first and (_cuts_at_start(text, begin) or _on_mark(text, begin, start)):
        begin -= 1
    while finish < last and (_cuts_at_end(text, finish) or _on_mark(text, finish - 1, end - 1)):
        finish += 1
    return begin, finish


def _on_mark(text: str, at: int, first: int) -> bool:
    """Whether a border that set out from `first` has come to a mark in a word, e.g. a hyphen."""
    return (
        at != first and not text[at].isalnum() and text[at - 1 if at < first else at + 1].isalnum()
    )


def _cuts_at_start(text: str, start: int) -> bool:
    if start == 0 or (text[start - 1] == " " and text[start].isalpha() and text[start - 2] != "-"):
        return False
    before, after = _around(text, start)
    if not before or not after:
        return False
    if _joined(before[-1], after[0]) or _INNER_MARK.match(before[-1] + after[:2]):
        return True
    if after[0].isdigit():
        thousands = _THOUSANDS.match(after) and _THOUSANDS_BEGAN.search(before)
        return bool(thousands or _NUMBER_BEGAN.search(before))
    if not after[0].isalpha():
        return False
    negated = before[-1] in NEGATING_IDEOGRAPHS and UNSPACED.match(after)
    return bool(negated or _TURNING_PREFIX.search(before))


def _cuts_at_end(text: str, end: int) -> bool:
    if end == len(text) or (text[end] == " " and not text[end - 1].isdigit()):
        return False
    before, after = _around(text, end)
    if not before or not after:
        return False
    if _joined(before[-1], after[0]) or _INNER_MARK.match(before[-2:] + after[0]):
        return True
    if before[-1].isdigit():
        thousands = _FEW_DIGITS.search(before) and _THOUSANDS_GO_ON.match(after)
        return bool(thousands or _NUMBER_GOES_ON.match(after))
    if not before[-1].isalpha():
        return False
    return bool(_CONTRACTED_NOT.match(after) or _TURNING_SUFFIX.match(after))


def _around(text: str, at: int) -> tuple[str, str]:
    """What stands before and after `at`, without characters that nobody sees."""
    before, after = text[max(0, at - _NEAR) : at], text[at : at + _NEAR]
    if before.isascii() and after.isascii():
        return before, after
    left = right = at
    while left > 0 and INVISIBLE.match(text, left - 1):
        left -= 1
    while INVISIBLE.match(text, right):
        right += 1
    before, after = text[max(0, left - _NEAR) : left], text[right : right + _NEAR]
    return INVISIBLE.sub("", before), INVISIBLE.sub("", after)


def _joined(left: str, right: str) -> bool:
    """Whether two neighbours belong to one word or number."""
    if left in _NUMERALS and right in _NUMERALS:
        return True
    if not (_in_word(left) and _in_word(right)):
        return False
    return not right.isalnum() or not (UNSPACED.match(left) or UNSPACED.match(right))


def _in_word(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter)[0] == "M"
