"""Sequences of capitalised words: what may be a name, with the office printed before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from summarizer.quotations.words import closed_class, genders, is_closed_class, word_list

_PARTICLES = "de|del|della|di|da|dos|du|van|von|der|den|bin|bint|ibn|al|el|la|le|ter|zu"
_LONGEST = 24
_GOVERNING = frozenset({"of", "for"})


_Word = tuple[str, int, int]
"""A word with where it begins and ends in the text."""


@dataclass(frozen=True, slots=True)
class Capitals:
    """A run of capitalised words, closed-class words at its beginning left out (code points).

    `name` is the part after the office ("Arvenian Defence Secretary"), empty when there is none;
    `title` a form of address ("mr"). `whole` is the run as printed.
    """

    start: int
    end: int
    whole: str
    name: str
    office: str | None
    title: str | None


@cache
def _sequence() -> re.Pattern[str]:
    upper = "".join(chr(c) for c in (*range(0x530), *range(0x1E00, 0x1F00)) if chr(c).isupper())
    title = "|".join(sorted(title for title in word_list("abbreviations") if len(title) < 5))
    word = rf"(?:(?:[{upper}]\.){{2,}}|(?:[{upper}]\.)+[{upper}]\b|(?:{title})\.|[{upper}]\.(?=\s)|[{upper}]\w*(?:[’'-](?!s\b)\w+)*(?:&[{upper}]+)?)"
    join = rf"\s(?:(?:of|for)\s(?:the\s)?|(?:{_PARTICLES})[\s-](?:(?:{_PARTICLES})[\s-])?)?"
    return re.compile(rf"(?<![\w’'])(?:(?:{_PARTICLES})[\s-](?=[{upper}]))?{word}(?:{join}{word})*")


def find_capitals(text: str, start: int, end: int) -> Iterator[Capitals]:
    """The runs of capitalised words in `text[start:end]` that hold more than closed-class words."""
    for found in _sequence().finditer(text, start, end):
        yield from _runs(text, found.start(), found.end())


def _runs(text: str, start: int, end: int) -> Iterator[Capitals]:
    """The run without leading closed-class words, cut at closed-class words that join nothing."""
    found = re.finditer(r"\S+", text[start:end])
    words = [(match.group(), start + match.start(), start + match.end()) for match in found]
    at = 0
    while at < len(words):
        if is_closed_class(words[at][0]):
            at += 1
            continue
        run = words[at : at + _LONGEST]
        run = run[: _loose_joint(run)]
        yield _parse(text, run)
        at += len(run)


def _loose_joint(words: list[_Word]) -> int:
    """The index of the first closed-class word that joins nothing: Ashgrove After the Talks.

    The number of words when every one belongs.
    """
    for index in range(1, len(words)):
        word, before = words[index][0], words[index - 1][0].casefold()
        if word == "for":
            if before not in genders("roles") and before not in word_list("bodies"):
                return index
        elif word[0].isupper() and _joins_nothing(word):
            return index
    return len(words)


def _joins_nothing(word: str) -> bool:
    may_be_in_name = ("calendar", "determiners", "adverbs")
    key = word.casefold()
    return is_closed_class(word) and not any(key in closed_class(name) for name in may_be_in_name)


def _parse(text: str, words: list[_Word]) -> Capitals:
    """What a run of words is: a title or an office with a name, or a name alone."""
    keys = [word.casefold().rstrip(".") for word, _, _ in words]
    start, end = words[0][1], words[-1][2]
    whole = text[start:end]
    titled = max((i for i, key in enumerate(keys[:-1]) if key in genders("titles")), default=None)
    if titled is not None:
        has_office = titled > 0 and keys[titled - 1] in genders("roles")
        office = text[start : words[titled - 1][2]] if has_office else None
        name = _person(text[words[titled + 1][1] : end])
        return Capitals(start, end, whole, name, office, keys[titled])
    first = _after_office(keys)
    if first is None:
        return Capitals(start, end, whole, _bearer(whole), None, None)
    at = words[first][1] if first < len(words) else end
    return Capitals(start, end, whole, _person(text[at:end]), text[start:at].strip(), None)


def _after_office(keys: list[str]) -> int | None:
    """The index of the first word of the name that follows an office, `len(keys)` for none.

    `None` when the run names no office. After "Secretary of ..." the name is what remains when
    the domain has taken one word, or all but two.
    """
    last = max((i for i in range(len(keys)) if _is_office(keys, i)), default=None)
    if last is None:
        return None
    if last + 1 < len(keys) and keys[last + 1] in _GOVERNING:
        domain = last + (3 if keys[last + 2 : last + 3] == ["the"] else 2)
        name = 2 + sum(len(key) == 1 for key in keys)
        return max(domain + 1, len(keys) - name) if len(keys) > domain + 2 else len(keys)
    return last + 1


def _is_office(keys: list[str], index: int) -> bool:
    """Whether a word is the head of an office: not so in "Refugee Council", "Court of Justice"."""
    if keys[index] not in genders("roles") or (index and keys[index - 1] in _GOVERNING):
        return False
    rest = keys[index + 1 :]
    return rest[:1] in (["of"], ["for"]) or not any(key in word_list("bodies") for key in rest)


def _bearer(name: str) -> str:
    """A name without the body or place that it is of: Ilka Vel of the Free Party."""
    bare, _, rest = name.partition(" of ")
    words = bare.casefold().split()
    if words and words[-1] in {"government", "governments"}:
        return rest.removeprefix("the ")
    governs = word_list("bodies") | word_list("polities") | genders("roles").keys()
    return bare if rest and len(words) in {2, 3} and not governs.intersection(words) else name


def _person(name: str) -> str:
    """The name without what it governs: Ilka of Arvenia."""
    return re.split(r"\s(?:of|for)\s", name)[0]
