"""Numbers in English text, in digits or words, as values that can be compared.

"three" is 3, "1.5 million" is 1,500,000, "half" is 1/2 and 50%. What a number counts is not read,
but a percentage is no other number, and an amount of dollars no amount of euros.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter
from typing import Literal, NamedTuple

from summarizer.audit.reading.number_parts import Code, Part, in_digits, worded

Reading = tuple[Decimal, str]
"""A value and its unit: "" for none, "%", or a currency."""

NumberKind = Literal["number", "ordinal", "implied", "code"]

_PERCENT = r"(?P<percent>%|per\s?cent\b|pct\b|percentage\spoints?\b)"
_CURRENCY = r"(?P<currency>dollar|euro|pound|yen|yuan|rupee|rouble|ruble|franc)s?\b"
_UNIT = re.compile(rf"[\s-]?(?:{_PERCENT}|(?:US\s|U\.S\.\s)?{_CURRENCY})", re.IGNORECASE)
_AFTERNOON = re.compile(r"(?::\d\d)?\s?p\.?m\b", re.IGNORECASE)
_RANGE = re.compile(r"\s?(?:[-‐‑–—]|to|and|or)\s?")
_AND_A_HALF = re.compile(r"\s(?:\w+\s)?and\sa\shalf\b")
_ONE_AND_A_HALF = re.compile(
    r"\b(?:(?:an?|one)\s\w+|year|month|week|day|hour|decade|century|mile)\sand\sa\s$"
)
_OF = re.compile(r"\s(?:of|a|an|the)\b")
_ARTICLE = re.compile(r"\b(?:a|one)[\s-]$", re.IGNORECASE)
_ONE = Decimal(1)


class Number(NamedTuple):
    """A number in a text (offsets into it, end exclusive) and the ways to read it.

    `ordinal` is "third" or "3rd"; `implied` a word such as "both"; of a `code` ("G7") the text
    counts, which is in lower case and without hyphens.
    """

    start: int
    end: int
    text: str
    kind: NumberKind
    readings: frozenset[Reading] = frozenset()
    scale: Decimal = _ONE


def read_numbers(text: str) -> list[Number]:
    """The numbers in `text`, in order."""
    found: list[Number] = []
    group: list[Part] = []
    for part in sorted([*worded(text), *in_digits(text)], key=attrgetter("start")):
        if isinstance(part, Code):
            found.append(Number(part.start, part.end, part.text, "code"))
        elif group and _continues(text, group[-1], part):
            group.append(part)
        else:
            found.extend(_closed(text, group))
            group = [part]
    found.extend(_closed(text, group))
    found.sort(key=attrgetter("start"))
    return _with_shared_units(text, found)


def _continues(text: str, one: Part, other: Part) -> bool:
    """Whether two parts belong to one number: "sixty-five", "1.5 million", "two thirds"."""
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


def _closed(text: str, group: Sequence[Part]) -> Iterator[Number]:
    """The number that a group of parts tells, if it tells one."""
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
        if text[end - 1].lower() == "m" and not unit:
            readings.add((value / last.scale, unit))  # "5m" may be metres
        if _AFTERNOON.match(text, end):
            readings.add((value + 12, unit))
    scale = last.value if last.role == "scales" else last.scale
    kind = kinds.get(last.role, "number")
    yield Number(start, end, text[start:end], kind, frozenset(readings), scale)


def _share(text: str, group: Sequence[Part], start: int, end: int) -> Iterator[Number]:
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


def _is_part(text: str, group: Sequence[Part]) -> bool:
    """Whether a group tells a fraction: "half", "two-thirds", "a quarter of", not "the third"."""
    one, last = group[0], group[-1]
    if last.role == "parts":
        return len(group) > 1 or last.value == 2 or bool(_OF.match(text, last.end))
    if last.role != "ordinals" or last.value != 3:
        return False
    before = max(0, one.start - 5)
    is_one = one.role == "units" if len(group) == 2 else _ARTICLE.search(text, before, one.start)
    return bool(is_one and (len(group) == 2 or _OF.match(text, last.end)))


def _sum(group: Sequence[Part]) -> Decimal:
    """The value of a group: small numbers multiply the scale after them, and scales add up."""
    total, current = Decimal(0), Decimal(0)
    for part in group:
        if part.role == "parts":
            current = 1 / part.value
        elif part.role != "scales":
            current += part.value
        elif part.value == 100:
            current = (current or Decimal(1)) * 100
        else:
            total += (current or Decimal(1)) * part.value
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
