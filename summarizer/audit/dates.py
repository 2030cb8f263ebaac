"""Dates that a summary states and its article does not let anybody derive."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from summarizer.audit.claims import Claim
from summarizer.audit.reading.article import Article
from summarizer.audit.reading.dates import Day, read_days, weekdays
from summarizer.audit.subject import Subject
from summarizer.audit.words import pairs
from summarizer.summary import Finding, Severity

NEARBY = timedelta(days=15)
"""How far from the day of writing the name of a weekday may place an event."""

_SPANS_OF_TIME = re.compile(r"\b(day|week|fortnight|night)s?\b", re.IGNORECASE)
_DAYS_IN = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_YEARS = range(1000, 3000)


def dates_without_source(subject: Subject) -> Iterator[Finding]:
    """`date-from-caption`, `date-not-in-article`, `date-not-derivable`.

    A date holds when the article tells it, or when the day of writing and a word of the article
    ("Monday", "yesterday", "in ten days") lead to it.
    """
    article = subject.article
    for claim in subject.claims:
        if claim.kind == "date":
            yield from _event(article, claim)
        elif claim.kind == "prose" and article.is_english:
            yield from _told(article, claim)
            yield from _weekdays(article, claim)


def _event(article: Article, claim: Claim) -> Iterator[Finding]:
    """The day of an event; months and weekdays of an article that is not English are not read."""
    try:
        day = date.fromisoformat(claim.text)
    except ValueError:
        yield _underivable(claim, "error", f"The calendar has no day {claim.text}.")
        return
    wanted = Day(0, 0, day.day, day.month, day.year)
    if not article.is_english or _has(article, article.days, wanted) or _derivable(article, day):
        return
    if _has(article, article.foreign_days, wanted):
        yield _from_caption(claim, claim.text)
        return
    written = ", ".join(other.isoformat() for other in days_of_writing(article))
    if written:
        expected: str | None = f"a day that follows from {written}"
    else:
        expected = None if article.days else "null: the article has no date"
    yield _underivable(claim, "warning", "Nothing in the article leads to this date.", expected)


def _underivable(
    claim: Claim, severity: Severity, message: str, expected: str | None = None
) -> Finding:
    return Finding(
        code="date-not-derivable",
        severity=severity,
        at=claim.at,
        message=message,
        expected=expected,
    )


def _told(article: Article, claim: Claim) -> Iterator[Finding]:
    for wanted in read_days(claim.text):
        if _has(article, article.days, wanted) or any(
            _derivable(article, d) for d in _full(article, wanted)
        ):
            continue
        words = claim.text[wanted.start : wanted.end]
        if _has(article, article.foreign_days, wanted):
            yield _from_caption(claim, words)
        else:
            yield Finding(
                code="date-not-in-article",
                severity="error",
                at=claim.at,
                message=f"The article does not tell this date: {words}.",
            )


def _weekdays(article: Article, claim: Claim) -> Iterator[Finding]:
    for start, end, number in weekdays(claim.text):
        written = days_of_writing(article)
        if number in article.weekdays or any(
            (day + timedelta(days=shift)).weekday() == number
            for day in written
            for shift in _shifts(article)
        ):
            continue
        if any(day.weekday() == number for told in article.days for day in _full(article, told)):
            continue
        yield Finding(
            code="date-not-in-article",
            severity="error",
            at=claim.at,
            message=f"The article does not tell this day: {claim.text[start:end]}.",
        )


def _from_caption(claim: Claim, words: str) -> Finding:
    return Finding(
        code="date-from-caption",
        severity="error",
        at=claim.at,
        message=f"Only a caption or link has this date, which tells of another event: {words}.",
    )


def _has(article: Article, days: Iterable[Day], wanted: Day) -> bool:
    """Whether a date is told; its year may be left out where a year near it is told elsewhere."""
    fitting = [day for day in days if wanted.fits(day)]
    if wanted.year is None or any(day.year for day in fitting):
        return bool(fitting)
    near = {(Decimal(wanted.year + shift), "") for shift in (-1, 0, 1)}
    return bool(fitting) and any(near & number.readings for number in article.numbers.numbers)


def days_of_writing(article: Article) -> list[date]:
    """The days that a date line, a dateline or a byline gives the article."""
    blocks = article.document.of_kind("date", "dateline", "byline")
    told = (day for b in blocks for day in read_days(article.document.slice(b.start, b.end)))
    return [day for one in told for day in _full(article, one) if one.year]


def _derivable(article: Article, day: date) -> bool:
    """Whether `day` is one of writing, or lies as far from it as a word of the article tells."""
    for written in days_of_writing(article):
        distance = (day - written).days
        if distance == 0 or distance in _shifts(article) or -distance in _lengths(article):
            return True
        if abs(distance) <= NEARBY.days and day.weekday() in article.weekdays:
            return True
    return False


def _full(article: Article, day: Day) -> Iterator[date]:
    """The days of the calendar that a date may be: one without a year is of any that is told."""
    if day.day is None:
        return
    years = {day.year} if day.year else {other.year for other in article.days}
    for year in years:
        if year and year in _YEARS and 1 <= day.day <= monthrange(year, day.month)[1]:
            yield date(year, day.month, day.day)


def _shifts(article: Article) -> frozenset[int]:
    """How many days before or after the day of writing words such as "yesterday" place an event."""
    near = pairs("calendar", "near")
    return frozenset(int(near[word]) for word in article.words.words & near.keys())


def _lengths(article: Article) -> frozenset[int]:
    """The lengths of time that the article tells in days or weeks, before and after."""
    found: set[int] = set()
    for number in article.numbers.numbers:
        unit = _SPANS_OF_TIME.match(article.own, number.end + 1)
        if unit:
            days = {int(value) * _DAYS_IN[unit[1].lower()] for value, _ in number.readings}
            found |= days | {-day for day in days}
    return frozenset(found)
