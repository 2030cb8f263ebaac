"""Sequences of capitalised words: what may be a name, with the office printed before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from summarizer.quotations.words import closed_class, genders, word_list

_PARTICLES = "de|del|della|di|da|dos|du|van|von|der|den|bin|bint|ibn|al|el|la|le|ter|zu"
POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")


@dataclass(frozen=True, slots=True)
class Capitals:
    """A run of capitalised words, closed-class words at its beginning left out (code points).

    `name` is the part after the office ("US Defence Secretary"), empty when there is none;
    `title` a form of address ("mr"). `whole` is the run as printed.
    """

    start: int
    end: int
    name_start: int
    whole: str
    name: str
    office: str | None
    title: str | None


@cache
def _sequence() -> re.Pattern[str]:
    upper = "".join(chr(c) for c in (*range(0x530), *range(0x1E00, 0x1F00)) if chr(c).isupper())
    title = "|".join(sorted(title for title in word_list("abbreviations") if len(title) < 5))
    word = rf"(?:(?:[{upper}]\.){{2,}}|(?:{title})\.|[{upper}]\.(?=\s)|[{upper}]\w*(?:[’'-](?!s\b)\w+)*(?:&[{upper}]+)?)"
    join = rf"\s(?:(?:of|for)\s(?:the\s)?|(?:{_PARTICLES})[\s-](?:(?:{_PARTICLES})[\s-])?)?"
    return re.compile(rf"(?<![\w’'])(?:(?:{_PARTICLES})[\s-](?=[{upper}]))?{word}(?:{join}{word})*")


def find_capitals(text: str, start: int, end: int) -> Iterator[Capitals]:
    """The runs of capitalised words in `text[start:end]` that hold more than closed-class words."""
    for found in _sequence().finditer(text, start, end):
        yield from _runs(text, found.start(), found.end())


def _runs(text: str, start: int, end: int) -> Iterator[Capitals]:
    """The run without leading closed-class words, cut where a "for" or "of" does not belong."""
    words = [
        (m.group(), start + m.start(), start + m.end())
        for m in re.finditer(r"\S+", text[start:end])
    ]
    while words and _is_closed(words[0][0]):
        words.pop(0)
    cut = _loose_joint(words)
    if cut:
        yield from _runs(text, words[cut + 1][1], end)
        words = words[:cut]
    if words:
        yield _parse(text, words)


def _is_closed(word: str) -> bool:
    is_acronym = len(word) > 1 and word.replace(".", "").isupper()
    return word.casefold().replace("’", "'") in closed_class() and not is_acronym


def _loose_joint(words: list[tuple[str, int, int]]) -> int | None:
    """The index of the first "for" that follows neither an office nor a body."""
    known = genders("roles").keys() | word_list("bodies")
    for index in range(1, len(words) - 1):
        if words[index][0] == "for" and words[index - 1][0].casefold() not in known:
            return index
    return None


def _parse(text: str, words: list[tuple[str, int, int]]) -> Capitals:
    keys = [word.casefold().rstrip(".") for word, _, _ in words]
    titled = max((i for i, key in enumerate(keys) if key in genders("titles")), default=None)
    start, end = words[0][1], words[-1][2]
    if titled is not None and titled < len(words) - 1:
        office = (
            text[start : words[titled - 1][2]]
            if titled and keys[titled - 1] in genders("roles")
            else None
        )
        at = words[titled + 1][1]
        return Capitals(
            start, end, at, text[start:end], _person(text[at:end]), office, keys[titled]
        )
    first = _after_office(keys)
    if first is None:
        return Capitals(start, end, start, text[start:end], text[start:end], None, None)
    at = words[first][1] if first < len(words) else end
    return Capitals(
        start, end, at, text[start:end], _person(text[at:end]), text[start:at].strip(), None
    )


def _after_office(keys: list[str]) -> int | None:
    """The index of the first word of the name that follows an office, `len(keys)` for none.

    `None` when the run names no office. After "Secretary of ..." the name is what remains when
    the domain has taken one word, or all but two.
    """
    roles, bodies = genders("roles"), word_list("bodies")
    offices = [
        i for i, key in enumerate(keys) if key in roles and keys[i - 1 : i] not in (["of"], ["for"])
    ]
    last = max(offices, default=None)
    if last is None or any(
        key in bodies for key in keys[last + 1 :] if keys[last + 1 : last + 2] != ["of"]
    ):
        return None
    if last + 1 < len(keys) and keys[last + 1] in {"of", "for"}:
        domain = last + (3 if keys[last + 2 : last + 3] == ["the"] else 2)
        name = 2 + sum(len(key) == 1 for key in keys)
        return max(domain + 1, len(keys) - name) if len(keys) > domain + 2 else len(keys)
    return last + 1


def _person(name: str) -> str:
    """The name without what it governs: Hassan of Arvenia."""
    return re.split(r"\s(?:of|for)\s", name)[0]
