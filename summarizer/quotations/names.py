"""Mentions of names, each with the office that the text gives beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.quotations.capitals import Capitals, find_capitals
from summarizer.quotations.words import (
    Gender,
    closed_class,
    genders,
    is_closed_class,
    verb_forms,
    word_list,
)

_APPOSED = re.compile(
    r"(?:,\s\d{1,3})?,\s(?P<office>(?:(?:the|an?|its|his|her|their)\s)?[^,.;:()\"“”\n]{3,90}?)"
    r"(?=[,.;]|\s(?:who|whose|said|says|told)\b)"
)
_COMPLEMENT = re.compile(r"\s(?:of|for|to|at|in|with|from|on|and)\s")
_DETERMINER = re.compile(r"^(?:the|an?|its|his|her|their)\s", re.IGNORECASE)
_SENTENCE_START = re.compile(r"[.!?:\"“”‘'][\s\"“‘']*$")
_IS_PERSON = re.compile(r",\s\d{1,3},|,?\swho\b")
_IN_PLACE = re.compile(r"\b(?:in|at|near|across|inside|outside|throughout)\s$", re.IGNORECASE)
_OWNED = re.compile(r"['’]s?\s(\w+)(?:\s(\w+))?")
_OWNER = re.compile(r"\b(\w+)\sof\s(?:the\s)?$")
_LONGEST_OFFICE = 6


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name in the text (code points), with the office before it when one is printed there.

    `name` is empty when an office stands alone ("the Arvenian President"). `told` means that the text
    gives a form of address, an office or an apposition: it is a person. `initial` means that it
    begins a sentence, where any word has a capital. `place`: it follows "in" or "at"; `definite`:
    it follows "the"; `state`: it has what states have ("Arvenia's government").
    """

    start: int
    end: int
    name: str
    office: str | None
    gender: Gender
    told: bool
    initial: bool
    place: bool
    definite: bool
    state: bool


def find_names(text: str, start: int, end: int) -> Iterator[NameMention]:
    """The names and capitalised offices of the paragraph `text[start:end]`, in order."""
    for run in find_capitals(text, start, end):
        small, at = (None, run.start) if run.office else office_before(text, start, run.start)
        apposed = None if small or run.office else _apposed(text, start, end, run)
        office = run.office or small or apposed
        before = text[max(start, at - 30) : at]
        after = text[run.end : min(end, run.end + 40)]
        yield NameMention(
            start=at,
            end=run.end,
            name=run.name,
            office=_tidy(office),
            gender=gender_of(run.title, office),
            told=bool(run.name and (office or run.title or _IS_PERSON.match(after))),
            initial=at == start or bool(_SENTENCE_START.search(before)),
            place=bool(_IN_PLACE.search(before)),
            definite=before.endswith(("the ", "The ")),
            state=_is_state(before, after) or run.whole.startswith("Government"),
        )


def _is_state(before: str, after: str) -> bool:
    owned = _OWNED.match(after)
    if owned and any(word.casefold() in word_list("state_nouns") for word in owned.groups("")):
        return True
    owner = _OWNER.search(before)
    return owner is not None and owner[1].casefold() in word_list("state_nouns")


def office_before(text: str, start: int, at: int) -> tuple[str | None, int]:
    """The office in lower case that ends right before `at`, and where it begins.

    `None` and `at` when there is none: "palace spokesperson Pavo ...", "team member Ilka ...".
    """
    words = list(re.finditer(r"\S+", text[max(start, at - 90) : at]))
    if (
        not words
        or not text[at - 1].isspace()
        or words[-1].group().casefold() not in genders("roles")
    ):
        return None, at
    first = len(words) - 1
    while first and len(words) - first < _LONGEST_OFFICE and _modifies(words[first - 1].group()):
        first -= 1
        if re.search(r"['’]s?$", words[first].group()):
            break
    begin = max(start, at - 90) + words[first].start()
    return text[begin:at].strip(), begin


def _modifies(word: str) -> bool:
    """Whether a word may stand before the head of an office: "Arvenian defence secretary"."""
    key = word.casefold()
    if not re.fullmatch(r"[\w’'.-]+", word) or (word.endswith(".") and "." not in word[:-1]):
        return False
    if is_closed_class(word):
        return False
    verbs = verb_forms("speech_verbs").keys() | verb_forms("stance_verbs").keys()
    return key not in verbs and not (word.islower() and key.endswith(("ed", "ing")))


def _apposed(text: str, start: int, end: int, run: Capitals) -> str | None:
    """The office set beside a name by a comma, after it or before it."""
    after = _APPOSED.match(text, run.end, end)
    if after and has_office(after["office"]):
        return after["office"]
    if text[run.start - 2 : run.start] != ", " or run.start - 2 <= start:
        return None
    return _office_ending(text, start, run.start - 2)


def _office_ending(text: str, start: int, at: int) -> str | None:
    words = list(re.finditer(r"\S+", text[max(start, at - 90) : at]))
    if not words or words[-1].group().casefold() not in genders("roles"):
        return None
    first = len(words) - 1
    while first and len(words) - first < _LONGEST_OFFICE and _modifies(words[first - 1].group()):
        first -= 1
    return " ".join(word.group() for word in words[first:])


def has_office(phrase: str) -> bool:
    """Whether the head of a noun phrase is an office, an occupation or a relation."""
    head = _COMPLEMENT.split(_DETERMINER.sub("", phrase), maxsplit=1)[0].split()
    if not head or any(word in closed_class("auxiliaries") for word in phrase.split()):
        return False
    if not all(_modifies(word) for word in head[:-1]):
        return False
    return head[-1].casefold() in genders("roles") and len(head) <= _LONGEST_OFFICE + 2


def gender_of(title: str | None, office: str | None) -> Gender:
    """What a form of address or an office tells about gender; "-" when nothing."""
    if title and genders("titles").get(title, "-") != "-":
        return genders("titles")[title]
    for word in reversed((office or "").casefold().split()):
        if word in genders("roles"):
            return genders("roles")[word]
    return "-"


def _tidy(office: str | None) -> str | None:
    return " ".join(_DETERMINER.sub("", office).split()) if office else None
