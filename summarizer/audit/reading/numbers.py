"""Numbers in English text, in digits or words, as values that can be compared.

"three" is 3, "1.5 million" is 1,500,000, "half" is 1/2 and 50%. What a number counts is not read,
but a percentage is no other number, and an amount of dollars no amount of euros.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import Literal, NamedTuple

from summarizer.audit.words import pairs

Reading = tuple[Decimal, str]
"""A value and its unit: "" for none, "%", or a currency."""

NumberKind = Literal["number", "ordinal", "implied", "code"]
_Role = Literal["digits", "units", "tens", "scales", "ordinals", "parts", "implied"]

_WORDS: tuple[_Role, ...] = ("units", "tens", "scales", "ordinals", "parts", "implied")
_CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee", "₽": "rouble"}

_WORD = re.compile(r"[a-z]+")
_DIGITS = re.compile(
    r"(?P<whole>\d{1,3}(?:[,\u00a0\u202f\u2009']\d{3})+(?!\d)|\d+)"
    r"(?P<part>\.\d+)?(?P<ending>[^\W\d_]+\w*)?"
)
_ENDINGS = frozenset({"st", "nd", "rd", "th", "s", "am", "pm"})
_SYMBOL = re.compile(r"[$€£¥₹₽]\s?$")
_CODE_BEFORE = re.compile(r"[^\W_][\w.]*[-‐‑]?$")
_PERCENT = r"(?P<percent>%|per\s?cent\b|pct\b|percentage\spoints?\b)"
_CURRENCY = r"(?P<currency>dollar|euro|pound|yen|yuan|rupee|rouble|ruble|franc)s?\b"
_UNIT = re.compile(rf"[\s-]?(?:{_PERCENT}|(?:US\s|U\.S\.\s)?{_CURRENCY})", re.IGNORECASE)
_AFTERNOON = re.compile(r"(?::\d\d)?\s?p\.?m\b", re.IGNORECASE)
_RANGE = re.compile(r"\s?(?:[-‐‑–—]|to|and|or)\s?")
_AND_A_HALF = re.compile(r"\s(?:\w+\s)?and\sa\shalf\b")
_ONE_AND_A_HALF = re.compile(r"\b(?:an?|one)\s\w+\sand\sa\s$")
_OF = re.compile(r"\s(?:of|a|an|the)\b")
_ARTICLE = re.compile(r"\b(?:a|one)[\s-]$", re.IGNORECASE)
_LONGEST = 400  # digits
_ONE = Decimal(1)


class Number(NamedTuple):
    """A number in a text (offsets into it, end exclusive) and the ways to read it.

    `ordinal` is "third" or "3rd"; `implied` a word such as "both"; `code` a name
    with digits in it ("G7"), whose `text` is what counts, in lower case and without hyphens.
    """

    start: int
    end: int
    text: str
    kind: NumberKind
    readings: frozenset[Reading] = frozenset()
    scale: Decimal = _ONE


class _Token(NamedTuple):
    start: int
    end: int
    value: Decimal
    role: _Role
    unit: str = ""
    scale: Decimal = _ONE


def read_numbers(text: str) -> list[Number]:
    """The numbers in `text`, in order."""
    found: list[Number] = []
    group: list[_Token] = []
    for token in sorted([*_worded(text), *_in_digits(text)], key=attrgetter("start")):
        if isinstance(token, Number):
            found.append(token)
        elif group and _continues(text, group[-1], token):
            group.append(token)
        else:
            found.extend(_closed(text, group))
            group = [token]
    found.extend(_closed(text, group))
    found.sort(key=attrgetter("start"))
    return _with_shared_units(text, found)


@cache
def _words() -> dict[str, tuple[_Role, Decimal]]:
    """The words of number, each with what it is and its value; "third" is a part by context."""
    found: dict[str, tuple[_Role, Decimal]] = {}
    for role in reversed(_WORDS):
        for word, value in pairs("numbers", role).items():
            found[word] = (role, Decimal(value))
    return found


def _worded(text: str) -> Iterator[_Token]:
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals grow in lower case
        lower = "".join(c.lower() if c.isascii() else c for c in text)
    known = _words()
    for word in known.keys() & set(_WORD.findall(lower)):
        role, value = known[word]
        for start in _places(lower, word):
            yield _Token(start, start + len(word), value, role)


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word stands by itself."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()):
            yield start
        start = text.find(word, end)


def _in_digits(text: str) -> Iterator[_Token | Number]:
    scales = pairs("numbers", "short-scales")
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        if text.startswith(":00", start - 1):
            continue  # of the clock
        ending = (match["ending"] or "").lower()
        symbol = _SYMBOL.search(text, max(0, start - 2), start)
        before = None if symbol else _CODE_BEFORE.search(text, max(0, start - 20), start)
        if before and not before[0].rstrip("-‐‑").replace(".", "").isdigit():
            yield Number(before.start(), end, _plain(text[before.start() : end]), "code")
        elif not ending or ending in scales or ending in _ENDINGS:
            yield _digits(match, symbol, ending, Decimal(scales.get(ending, 1)))
        else:
            yield Number(start, end, _plain(match[0]), "code")


def _plain(code: str) -> str:
    return re.sub(r"[-‐‑.]", "", code).casefold()


def _digits(
    match: re.Match[str], symbol: re.Match[str] | None, ending: str, scale: Decimal
) -> _Token:
    value = Decimal(re.sub(r"\D", "", match["whole"])[:_LONGEST])
    if match["part"]:
        value += Decimal("0" + match["part"][:_LONGEST])
    start = symbol.start() if symbol else match.start()
    unit = _CURRENCIES[symbol[0].strip()] if symbol else ""
    role: _Role = "ordinals" if ending in {"st", "nd", "rd", "th"} else "digits"
    return _Token(start, match.end(), value * scale, role, unit, scale)


def _continues(text: str, one: _Token, other: _Token) -> bool:
    """Whether two tokens are parts of one number: "sixty-five", "1.5 million", "two thirds"."""
    between = text[one.end : other.start].casefold()
    if between == " and ":
        return one.role == "scales" and other.role in {"units", "tens"}
    if between in {" a ", " of a "}:
        return one.role == "parts" and other.role == "scales"
    if between not in {" ", "-", "\u00a0", "‐", "‑"}:
        return False
    if other.role == "scales":
        return one.role in {"digits", "units", "tens", "scales"}
    if other.role == "units" or (other.role == "ordinals" and one.role != "units"):
        return one.role == "scales" or (one.role == "tens" and other.value < 10)
    if other.role == "tens":
        return one.role == "scales"
    return one.role == "units" and (other.role == "parts" or (one.value == 1 and other.value == 3))


def _closed(text: str, group: Sequence[_Token]) -> Iterator[Number]:
    """The number that a group of tokens tells, if it tells one."""
    if not group:
        return
    start, end, last = group[0].start, group[-1].end, group[-1]
    if _is_part(text, group):
        yield from _share(text, group, start, end)
        return
    if last.role == "parts":
        return
    value, unit = _sum(group), group[0].unit or _unit_after(text, end)
    kinds: dict[str, NumberKind] = {"ordinals": "ordinal", "implied": "implied"}
    if group[0].role == "scales" and not _ARTICLE.search(text, max(0, start - 5), start):
        kinds["scales"] = "implied"  # a "million" without its count
    readings = {(value, unit)}
    if last.role in {"units", "digits"} and _AND_A_HALF.match(text, end):
        readings = {(value + Decimal("0.5"), unit)}
    if last.role == "digits":
        readings.add((value / last.scale, unit))  # "5m" may be metres
        if _AFTERNOON.match(text, end):
            readings.add((value + 12, unit))
    scale = last.value if last.role == "scales" else last.scale
    kind = kinds.get(last.role, "number")
    yield Number(start, end, text[start:end], kind, frozenset(readings), scale)


def _share(text: str, group: Sequence[_Token], start: int, end: int) -> Iterator[Number]:
    share = (group[0].value if len(group) > 1 else Decimal(1)) / group[-1].value
    readings = {(share, ""), (share * 100, "%")}
    if text.endswith(" and a ", 0, start):
        more = _ONE_AND_A_HALF.search(text, max(0, start - 25), start)
        if more is None:
            return  # "three and a half" is one number
        share += 1
        readings = {(share, ""), *({(share * 60, "")} if "hour" in more[0] else ())}
    elif text[end : end + 8].lstrip("- an").startswith("hour"):
        readings.add((share * 60, ""))
    yield Number(start, end, text[start:end], "number", frozenset(readings))


def _is_part(text: str, group: Sequence[_Token]) -> bool:
    """Whether a group tells a fraction: "half", "two-thirds", "a quarter of", not "the third"."""
    one, last = group[0], group[-1]
    if last.role == "parts":
        return len(group) > 1 or last.value == 2 or bool(_OF.match(text, last.end))
    if last.role != "ordinals" or last.value != 3:
        return False
    before = max(0, one.start - 5)
    is_one = one.role == "units" if len(group) == 2 else _ARTICLE.search(text, before, one.start)
    return bool(is_one and (len(group) == 2 or _OF.match(text, last.end)))


def _sum(group: Sequence[_Token]) -> Decimal:
    """The value of a group: small numbers multiply the scale after them, and scales add up."""
    total, current = Decimal(0), Decimal(0)
    for token in group:
        if token.role == "parts":
            current = 1 / token.value
        elif token.role != "scales":
            current += token.value
        elif token.value == 100:
            current = (current or Decimal(1)) * 100
        else:
            total += (current or Decimal(1)) * token.value
            current = Decimal(0)
    return total + current


def _unit_after(text: str, end: int) -> str:
    match = _UNIT.match(text, end)
    if match is None:
        return ""
    return "%" if match["percent"] else match["currency"].casefold().replace("ruble", "rouble")


def _with_shared_units(text: str, numbers: list[Number]) -> list[Number]:
    """Gives the first number of a range the unit and the scale of the second: "10 to 15 million"."""
    for index, (one, other) in enumerate(pairwise(numbers)):
        if other.start - one.end > 5 or not one.readings or not other.readings:
            continue
        if _RANGE.fullmatch(text, one.end, other.start):
            units = {unit for _, unit in other.readings}
            more = {(value * other.scale, unit) for value, _ in one.readings for unit in units}
            numbers[index] = one._replace(readings=one.readings | more)
    return numbers


class Stated:
    """The numbers of a text, ready for looking up others."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.numbers = read_numbers(text)
        self._codes = {number.text for number in self.numbers if number.kind == "code"}
        self._units: dict[tuple[Decimal, bool], set[str]] = {}
        for number in self.numbers:
            for value, unit in number.readings:
                self._units.setdefault((value, number.kind == "ordinal"), set()).add(unit)

    def has(self, wanted: Number) -> bool:
        """Whether some reading of a number is among them; a count is not told by an ordinal.

        Equal values; a percentage needs one, and a currency none but another.
        """
        if wanted.kind == "code":
            return wanted.text in self._codes
        places = (False, True) if wanted.kind == "ordinal" else (False,)
        return any(
            unit in units or (unit != "%" and (unit == "" or "" in units))
            for value, unit in wanted.readings
            for ordinal in places
            if (units := self._units.get((value, ordinal)))
        )
