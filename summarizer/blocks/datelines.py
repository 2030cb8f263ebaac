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
    rf"(?P<place>.*?)(?P<comma>,?)\s*{_DATE}(?:{_TIME})?", re.VERBOSE | re.DOTALL
)
_DIGIT = re.compile(r"[0-9]")
_DASH = re.compile(r"\s*(?:[\u2013\u2014\u2015]|--)\s*|\s+-\s+")
_KNOWN_AGENCY = (
    r"AP|AFP|ANSA|BNS|CTK|DPA|EFE|MTI|PAP|TASS|UPI|Reuters|REUTERS|Xinhua|dpa"
    r"|[\w .&'-]{0,30}(?:News|Press|Agency|Times|Post|Wire|Service)[\w .&'-]{0,20}"
)
_IN_BRACKETS = re.compile(rf"\s*\((?:(?P<known>{_KNOWN_AGENCY})|[A-Z]{{2,6}})\)$")


def date_alone(line: str) -> str | None:
    """Why `line` as a whole is a dateline: a date, perhaps after a place; None when it is not."""
    if len(line) > _LONGEST or not _DIGIT.search(line):
        return None
    if _DATES_ALONE.fullmatch(line):
        return "a date alone on its line"
    place = _before_date(line.rstrip("."))
    return "a place and a date alone on their line" if place and _is_place(place) else None


def leading_dateline(paragraph: str, *, first: bool) -> tuple[int, int, str] | None:
    """Where the dateline that leads `paragraph` ends, dash included, where the rest begins, why.

    `first` tells that no body paragraph stands before it: a later one needs an agency or a date.
    """
    head = paragraph[:_LONGEST]
    dash = _DASH.search(head)
    if dash is None or dash.end() == len(paragraph):
        return None
    brackets = _IN_BRACKETS.search(head, 0, dash.start())
    place = head[: brackets.start() if brackets else dash.start()]
    undated = _before_date(place)
    place = undated or place
    if not _is_place(place):
        return None
    end = len(head[: dash.end()].rstrip())
    if undated or (brackets and (brackets["known"] or _in_capitals(place))):
        return end, dash.end(), "a place with agency or date before a dash"
    if first and not brackets and _leads_in(place, head[dash.end() :]):
        return end, dash.end(), "a place before the first paragraph's dash"
    return None


def _before_date(text: str) -> str | None:
    """What stands before the date that ends `text`; None without one.

    A comma or capitals set it off: "Annex 3 May" is no place with a date.
    """
    match = _DATE_AT_END.fullmatch(text)
    return match["place"] if match and (match["comma"] or _in_capitals(match["place"])) else None


def _in_capitals(place: str) -> bool:
    return place.split(",", maxsplit=1)[0].isupper()


def _is_place(text: str) -> bool:
    return 1 <= len(text.split()) <= 8 and len(text) > 2 and looks_like_names(text)


def _leads_in(place: str, rest: str) -> bool:
    """Whether a sentence begins after the dash and no second dash makes the first a parenthesis."""
    opening = rest.lstrip("\"'\u201c\u2018\u00ab")[:1]
    return (
        opening.isupper()
        and not _DASH.search(rest)
        and (_in_capitals(place) or ("," in place and count_capitalised(place) > 1))
    )
