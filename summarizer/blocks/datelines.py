"""Datelines: the day, and often the place, that a story was filed on."""

from __future__ import annotations

import re

from summarizer.blocks.names import count_capitalised, looks_like_names

_LONGEST = 160
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
_NUMBER = r"[0-9]{1,2}(?:st|nd|rd|th)?\b"
_YEAR = r"[0-9]{4}\b"
_DATE = rf"""(?:(?:{_WEEKDAY},?\s+)?
    (?:{_MONTH}\s+{_NUMBER}(?:,?\s+{_YEAR})? | (?:the\s+)?{_NUMBER}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?)
  | [0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}\b | [0-9]{{1,2}}[/.][0-9]{{1,2}}[/.][0-9]{{4}}\b)"""
_TIME = r"(?:T|,?\s+(?:at\s+)?)[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?(?:\s*[ap]\.?m\b\.?)?(?:\s*[A-Z]{1,5}\b)?"
_LABEL = r"(?:(?:First\s+|Last\s+)?(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Ii]ssued|[Rr]eleased|Date)(?:\s+on)?:?\s+)"

_DATES_ALONE = re.compile(
    rf"{_LABEL}?{_DATE}(?:{_TIME})?(?:[\s,;|\u00b7\u2013\u2014-]+{_LABEL}?{_DATE}(?:{_TIME})?)*\.?",
    re.VERBOSE,
)
_DATE_AT_END = re.compile(
    rf"(?P<place>.*?),?\s*(?P<date>{_DATE})(?:{_TIME})?", re.VERBOSE | re.DOTALL
)
_DIGIT = re.compile(r"[0-9]")
_DASH = re.compile(r"\s*(?:[\u2013\u2014\u2015]|--)\s*|\s+-\s+")
_AGENCY = re.compile(
    r"\s*\((?P<agency>AP|AFP|Reuters|REUTERS|DPA|dpa|EFE|TASS|PAP|ANSA|UPI|Xinhua|[A-Z]{2,6}"
    r"|[\w .&'-]{0,30}(?:News|Press|Agency|Times|Post|Wire|Service)[\w .&'-]{0,20})\)$"
)


def date_alone(line: str) -> str | None:
    """Why `line` as a whole is a dateline: a date, perhaps after a place; None when it is not."""
    if len(line) > _LONGEST or not _DIGIT.search(line):
        return None
    if _DATES_ALONE.fullmatch(line):
        return "a date alone on its line"
    dated = _DATE_AT_END.fullmatch(line.rstrip("."))
    if dated and _is_place(dated["place"].rstrip(",")):
        return "a place and a date alone on their line"
    return None


def leading_dateline(paragraph: str, *, first: bool) -> tuple[int, int, str] | None:
    """Where the dateline that leads `paragraph` ends, dash included, where the rest begins, why.

    `first` tells that no body paragraph stands before it: a later one needs an agency or a date.
    """
    head = paragraph[:_LONGEST]
    dash = _DASH.search(head)
    if dash is None or dash.end() == len(paragraph):
        return None
    agency = _AGENCY.search(head, 0, dash.start())
    place = head[: agency.start() if agency else dash.start()]
    dated = _DATE_AT_END.fullmatch(place)
    if dated:
        place = dated["place"]
    if not _is_place(place):
        return None
    end = len(head[: dash.end()].rstrip())
    if agency or dated:
        return end, dash.end(), "a place with agency or date before a dash"
    if first and _leads_in(place, head[dash.end() :]):
        return end, dash.end(), "a place before the first paragraph's dash"
    return None


def _is_place(text: str) -> bool:
    return 1 <= len(text.split()) <= 8 and len(text) > 2 and looks_like_names(text)


def _leads_in(place: str, rest: str) -> bool:
    """Whether a sentence begins after the dash and no second dash makes the first a parenthesis."""
    printed_large = place.split(",", maxsplit=1)[0].isupper()
    opening = rest.lstrip("\"'\u201c\u2018\u00ab")[:1]
    return (
        opening.isupper()
        and not _DASH.search(rest)
        and (printed_large or ("," in place and count_capitalised(place) > 1))
    )
