"""What is denied, weakened, conditioned or bounded in English text, and over which words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from summarizer.audit.words import sections, words

_TOKEN = re.compile(r"[^\W_]+(?:['’]t\b)?|[.;:!?—–]")
_NOT = ("n't", "n’t")
_MODAL = re.compile(r"\bmay\b|^May\b")
"""Not the month."""
_ENDINGS = ("ations", "ation", "ings", "ing", "ed", "ies", "es", "s", "ly", "e", "y")
_STEM = 6
_REACH = 5
_AFFIXES = ("un", "in", "im", "ir", "il", "dis", "non")
_CLAUSE_END = frozenset(".;:!?—–")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that denies or weakens, and the stems of the content words it governs.

    `at` is the number of its first word in the text. The nearest content word comes first.
    """

    at: int
    words: str
    scope: tuple[str, ...]


class Said:
    """A text cut into words, for telling what it denies and how sure it is."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = _words_of(text)
        """Its words and the marks between clauses, in lower case; "n't" alone stands for its word."""
        self._places: dict[str, list[tuple[int, int]]] = {}

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of its content words."""
        return frozenset(stem(word) for word in set(self.words) if _is_content(word))

    @cached_property
    def negations(self) -> list[Cue]:
        """What it denies; "not only" and the like deny nothing."""
        spared = {at for first, last in self._found("not-negation") for at in range(first, last)}
        return [
            *self._cues("negation", spared),
            *self._cues("negative-verbs", spared, both_ways=True),
        ]

    @cached_property
    def affixed(self) -> frozenset[str]:
        """Words that may carry a negation in an affix: "unacceptable"."""
        return frozenset(word for word in self.words if word.startswith(_AFFIXES) and len(word) > 6)

    @cached_property
    def hedges(self) -> list[Cue]:
        """Where it says no more than that something may be so."""
        cues = self._cues("weak")
        return [cue for cue in cues if cue.words != "may" or _MODAL.search(self.text)]

    @property
    def conditions(self) -> list[Cue]:
        return self._cues("conditional")

    def has(self, section: str) -> bool:
        """Whether it has a word or phrase of a section of the list."""
        return bool(self._found(section))

    def first(self, section: str) -> str | None:
        """The first phrase of a section that it has."""
        found = self._found(section)
        return " ".join(self.words[slice(*found[0])]) if found else None

    def _cues(
        self, section: str, spared: Collection[int] = (), *, both_ways: bool = False
    ) -> list[Cue]:
        return [
            Cue(
                first,
                " ".join(self.words[first:last]),
                (
                    *self._scope(range(last, len(self.words))),
                    *(self._scope(range(first - 1, -1, -1)) if both_ways else ()),
                ),
            )
            for first, last in self._found(section)
            if first not in spared
        ]

    def _scope(self, places: range) -> tuple[str, ...]:
        found: list[str] = []
        for at in places:
            if self.words[at] in _CLAUSE_END or len(found) == _REACH:
                break
            if _is_content(self.words[at]):
                found.append(stem(self.words[at]))
        return tuple(found)

    def _found(self, section: str) -> list[tuple[int, int]]:
        """Where the phrases of a section stand: the first word, and one past the last."""
        if section not in self._places:
            self._places[section] = _places(self.words, _by_first_word(section))
        return self._places[section]


def _words_of(text: str) -> list[str]:
    words: list[str] = _TOKEN.findall(text.lower())
    if "n't" in text or "n’t" in text:
        return ["n't" if word.endswith(_NOT) else word for word in words]
    return words


def _places(words: Sequence[str], known: dict[str, list[list[str]]]) -> list[tuple[int, int]]:
    if known.keys().isdisjoint(words):
        return []
    return [
        (at, at + len(phrase))
        for at, word in enumerate(words)
        for phrase in known.get(word, ())
        if len(phrase) == 1 or words[at : at + len(phrase)] == phrase
    ]


@cache
def _by_first_word(section: str) -> dict[str, list[list[str]]]:
    """The phrases of a section of the lists, by their first words, the longest first."""
    lists = sections("polarity"), sections("contexts")
    entries = next(found[section] for found in lists if section in found)
    known: dict[str, list[list[str]]] = {}
    for phrase in sorted(map(str.split, entries), key=len, reverse=True):
        known.setdefault(phrase[0], []).append(phrase)
    return known


def _is_content(word: str) -> bool:
    return len(word) > 1 and word[0].isalnum() and word not in function_words()


@cache
def function_words() -> frozenset[str]:
    """Words of grammar, and those that deny, weaken or condition."""
    kinds = ("function", "negation", "weak", "conditional")
    return frozenset().union(*(words("polarity", kind) for kind in kinds))


@cache
def stem(word: str) -> str:
    """What the forms of a word share, roughly: "negotiate", "negotiations"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)][:_STEM]
    return word[:_STEM]
