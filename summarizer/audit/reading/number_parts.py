"""The parts of numbers in English text: words such as "sixty", digits, and names with digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from summarizer.audit.words import pairs

Role = Literal["digits", "units", "tens", "scales", "ordinals", "parts", "implied"]

_WORDS: tuple[Role, ...] = ("units", "tens", "scales", "ordinals", "parts", "implied")
_CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee", "₽": "rouble"}

_WORD = re.compile(r"[a-z]+")
_DIGITS = re.compile(
    r"(?P<whole>\d{1,3}(?:[,\u00a0\u202f\u2009']\d{3})+(?!\d)|\d+)"
    r"(?P<part>\.\d+)?(?P<ending>[^\W\d_]+\w*)?"
)
_ENDINGS = frozenset({"st", "nd", "rd", "th", "s", "am", "pm"})
_SYMBOL = re.compile(r"[$€£¥₹₽]\s?$")
_CODE_BEFORE = re.compile(r"[^\W_][\w.]*[-‐‑]?$")
_LONGEST = 400  # digits


class Part(NamedTuple):
    """A part of a number (offsets into the text, end exclusive), its value and what it is.

    `scale` is what a letter after digits multiplies them by ("5m"), and is in the value.
    """

    start: int
    end: int
    value: Decimal
    role: Role
    unit: str = ""
    scale: Decimal = Decimal(1)


class Code(NamedTuple):
    """A name with digits in it ("G7"); `text` is in lower case and without hyphens."""

    start: int
    end: int
    text: str


@cache
def _words() -> dict[str, tuple[Role, Decimal]]:
    """The words of number, each with what it is and its value; "third" is a part by context."""
    found: dict[str, tuple[Role, Decimal]] = {}
    for role in reversed(_WORDS):
        for word, value in pairs("numbers", role).items():
            found[word] = (role, Decimal(value))
    return found


def worded(text: str) -> Iterator[Part]:
    """The words of number in `text`, in no order."""
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals grow in lower case
        lower = "".join(c.lower() if c.isascii() else c for c in text)
    known = _words()
    for word in known.keys() & set(_WORD.findall(lower)):
        role, value = known[word]
        for start in _places(lower, word):
            yield Part(start, start + len(word), value, role)


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word stands by itself."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalpha()):
            yield start
        start = text.find(word, end)


def in_digits(text: str) -> Iterator[Part | Code]:
    """What has digits in `text`, in order; ":00" of a clock is nothing."""
    scales = pairs("numbers", "short-scales") | pairs("numbers", "scales")
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        if text.startswith(":00", start - 1):
            continue  # of the clock
        ending = (match["ending"] or "").lower()
        symbol = _SYMBOL.search(text, max(0, start - 2), start)
        before = None if symbol else _CODE_BEFORE.search(text, max(0, start - 20), start)
        if before and not before[0].rstrip("-‐‑").replace(".", "").isdigit():
            yield Code(before.start(), end, _plain(text[before.start() : end]))
        elif not ending or ending in scales or ending in _ENDINGS:
            yield _digits(match, symbol, ending, Decimal(scales.get(ending, 1)))
        else:
            yield Code(start, end, _plain(match[0]))


def _plain(code: str) -> str:
    return re.sub(r"[-‐‑.]", "", code).casefold()


def _digits(
    match: re.Match[str], symbol: re.Match[str] | None, ending: str, scale: Decimal
) -> Part:
    value = Decimal(re.sub(r"\D", "", match["whole"])[:_LONGEST])
    if match["part"]:
        value += Decimal("0" + match["part"][:_LONGEST])
    start = symbol.start() if symbol else match.start()
    unit = _CURRENCIES[symbol[0].strip()] if symbol else ""
    role: Role = "ordinals" if ending in {"st", "nd", "rd", "th"} else "digits"
    return Part(start, match.end(), value * scale, role, unit, scale)
