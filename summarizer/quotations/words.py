"""The word lists of `words/`, read when first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

_FOLDER = Path(__file__).parent / "words"

Form = Literal["base", "third", "past", "ing", "participle"]
Gender = Literal["m", "f", "-"]
_FORMS: tuple[Form, ...] = ("base", "third", "past", "ing", "participle")


def _lines(name: str) -> Iterator[str]:
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


@cache
def word_list(name: str) -> frozenset[str]:
    """The entries of a list with one word or phrase a line."""
    return frozenset(_lines(name))


@cache
def plurals(name: str) -> frozenset[str]:
    """The plurals of a list of nouns, lower-case."""
    return frozenset(_plural(noun.casefold()) for noun in genders(name))


@cache
def genders(name: str) -> dict[str, Gender]:
    """A list with one noun and its gender a line, by the lower-case noun."""
    entries = (line.split() for line in _lines(name))
    return {
        noun.casefold(): "m" if told == "m" else "f" if told == "f" else "-"
        for noun, told in entries
    }


@cache
def closed_class(section: str | None = None) -> frozenset[str]:
    """The closed-class words of one section, or of all but the elisions."""
    sections: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in _lines("closed_class"):
        if line.startswith("["):
            words = sections.setdefault(line.strip("[]"), set())
        else:
            words.update(line.split())
    if section is not None:
        return frozenset(sections[section])
    return frozenset().union(*(found for name, found in sections.items() if name != "elisions"))


def is_closed_class(word: str) -> bool:
    """Whether a word as printed is of a closed class, and no acronym that looks like one."""
    is_acronym = len(word) > 1 and word.replace(".", "").isupper()
    return not is_acronym and word.casefold().replace("’", "'") in closed_class()


@cache
def verb_forms(name: str) -> dict[str, frozenset[Form]]:
    """Every form of a list of verbs, with what it is a form of."""
    found: dict[str, set[Form]] = {}
    for line in _lines(name):
        given = line.split()
        forms = given if len(given) > 1 else _regular(line)
        for form, word in zip(_FORMS, forms, strict=False):
            found.setdefault(word, set()).add(form)
    return {word: frozenset(forms) for word, forms in found.items()}


def _regular(verb: str) -> list[str]:
    if verb.endswith("ee"):
        return [verb, f"{verb}s", f"{verb}d", f"{verb}ing"]
    stem = verb.removesuffix("e")
    past = f"{stem[:-1]}ied" if stem.endswith("y") and stem[-2] not in "aeiou" else f"{stem}ed"
    return [verb, _plural(verb), past, f"{stem}ing"]


def _plural(noun: str) -> str:
    if noun.endswith(("s", "sh", "ch", "x", "z")):
        return f"{noun}es"
    if noun.endswith("man"):
        return f"{noun[:-3]}men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"
