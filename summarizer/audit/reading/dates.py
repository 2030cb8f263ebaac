"""Days in English text: "8 May", "May 8th, 2031", "2031-05-08", "Friday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.audit.words import pairs

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?![\d-])")
_MONTH = re.compile(
    r"[ADFJMNOS](?:an|AN|eb|EB|ar|AR|pr|PR|ay|AY|un|UN|ul|UL|ug|UG|ep|EP|ct|CT|ov|OV|ec|EC)[A-Za-z]*"
)
_WEEKDAY = re.compile(r"[FMSTW](?:on|ues|ednes|hurs|ri|atur|un)day")
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_TO = r"\s?(?:[-–—]|to|and)\s?"
_BEFORE = re.compile(rf"(?<![\d,.:])(?:{_DAY}{_TO})?{_DAY}(?:\sday)?\s(?:of\s)?$", re.IGNORECASE)
_AFTER = re.compile(rf"\s{_DAY}(?![\d:]|[.,]\d)(?:{_TO}{_DAY}(?![\d:]))?", re.IGNORECASE)
_YEAR = re.compile(r",?\s(?:of\s)?(\d{4})\b")
_PLACED = re.compile(
    r"\b(?:in|of|until|till|by|since|before|after|from|to|this|next|last|early|late|mid)[\s-]$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as a text tells it (offsets into that text, end exclusive)."""

    start: int
    end: int
    day: int | None
    month: int
    year: int | None

    def fits(self, told: Day) -> bool:
        """Whether `told` may be the same date and tells as much; it may leave out the year."""
        return (
            self.month == told.month
            and (self.day is None or self.day == told.day)
            and (self.year is None or told.year is None or self.year == told.year)
        )


def read_days(text: str) -> list[Day]:
    """The dates in `text` that name a month; a month alone is one without day and year."""
    found = list(_iso(text))
    months = pairs("calendar", "months")
    for match in _MONTH.finditer(text):
        month = months.get(match[0].lower())
        if month and not text[match.start() - 1 : match.start()].isalpha():
            end = match.end() + (text[match.end() : match.end() + 1] == ".")
            found.extend(_around(text, match.start(), end, int(month)))
    return found


def weekdays(text: str) -> Iterator[tuple[int, int, int]]:
    """The names of days in `text`: start, end and 0 for Monday to 6 for Sunday."""
    numbers = pairs("calendar", "days")
    for match in _WEEKDAY.finditer(text):
        yield match.start(), match.end(), int(numbers[match[0].lower()])


def _iso(text: str) -> Iterator[Day]:
    for match in _ISO.finditer(text):
        if text[match.start() - 1 : match.start()].isdigit():
            continue
        year, month, day = map(int, match[0].split("-"))
        if 1 <= month <= 12:
            yield Day(match.start(), match.end(), day, month, year)


def _around(text: str, start: int, end: int, month: int) -> Iterator[Day]:
    """The one or two days told around the name of a month, else the month alone."""
    before = _BEFORE.search(text, max(0, start - 30), start)
    after = None if before else _AFTER.match(text, end)
    days = before or after
    year = _YEAR.match(text, after.end() if after else end)
    first = before.start() if before else start
    last = year.end() if year else after.end() if after else end
    told = int(year[1]) if year else None
    if days is None:
        if (
            told
            or text[start:end].lower() not in {"may", "march"}
            or _PLACED.search(text, max(0, start - 8), start)
        ):
            yield Day(first, last, None, month, told)
        return
    for day in days.groups():
        if day:
            yield Day(first, last, int(day), month, told)
