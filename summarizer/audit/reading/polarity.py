"""What is denied, weakened, conditioned or bounded in English text, and over which words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from summarizer.audit.words import sections, words

_TOKEN = re.compile(r"[^\W_]+?(?=n['’]t\b)|n['’]t\b|[^\W_]+|[.,;:!?—–]")
_ENDINGS = ("ations", "ation", "ings", "ing", "ed", "ies", "es", "s", "ly", "e", "y")
_STEM = 6
_REACH = 5
_AFFIX = re.compile(r"(?:un|in|im|ir|il|dis|non)(?=[a-z]{4})")
_CLAUSE_END = frozenset(".;:!?—–")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that denies or weakens, and the stems of the content words it governs.

    The nearest comes first; `start` and `end` are offsets into the text.
    """

    start: int
    end: int
    words: str
    scope: tuple[str, ...]


class Said:
    """A text cut into words, for telling what it denies and how sure it is."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _tokens(self) -> list[re.Match[str]]:
        return [*_TOKEN.finditer(self.text)]

    @cached_property
    def words(self) -> list[str]:
        """Its words and marks in lower case, "n't" by itself."""
        return [match[0].lower().replace("’", "'") for match in self._tokens]

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of its content words."""
        return frozenset(stem(word) for word in self.words if _is_content(word))

    @cached_property
    def negations(self) -> list[Cue]:
        """What it denies; "not only" and the like deny nothing."""
        spared = {at for first, last in self._phrases("not-negation") for at in range(first, last)}
        return [
            *self._cues("negation", spared),
            *self._cues("negative-verbs", spared, both_ways=True),
        ]

    @cached_property
    def affixed(self) -> frozenset[str]:
        """Words that may carry a negation in an affix: "unacceptable"."""
        return frozenset(word for word in self.words if _AFFIX.match(word))

    @cached_property
    def hedges(self) -> list[Cue]:
        """Where it says no more than that something may be so."""
        months = {at for at, match in enumerate(self._tokens) if match[0] == "May" and at}
        return self._cues("weak", months)

    @cached_property
    def conditions(self) -> list[Cue]:
        return self._cues("conditional", set())

    def has(self, section: str) -> bool:
        """Whether it has a word or phrase of a section of the list."""
        return next(self._phrases(section), None) is not None

    def _cues(self, section: str, spared: set[int], *, both_ways: bool = False) -> list[Cue]:
        return [
            Cue(
                self._tokens[first].start(),
                self._tokens[last - 1].end(),
                " ".join(self.words[first:last]),
                (
                    *self._scope(range(last, len(self.words))),
                    *(self._scope(range(first - 1, -1, -1)) if both_ways else ()),
                ),
            )
            for first, last in self._phrases(section)
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

    def _phrases(self, section: str) -> Iterator[tuple[int, int]]:
        """Where the phrases of a section stand: the first word, and one past the last."""
        known = _by_first_word(section)
        if known.keys().isdisjoint(self.words):
            return
        for at, word in enumerate(self.words):
            for phrase in known.get(word, ()):
                if self.words[at : at + len(phrase)] == phrase:
                    yield at, at + len(phrase)
                    break


@cache
def _by_first_word(section: str) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for entry in sorted(sections("polarity")[section], key=len, reverse=True):
        phrase = entry.split()
        found.setdefault(phrase[0], []).append(phrase)
    return found


def _is_content(word: str) -> bool:
    return len(word) > 1 and word[0].isalnum() and word not in _function_words()


@cache
def _function_words() -> frozenset[str]:
    kinds = ("function", "negation", "weak", "conditional")
    return frozenset().union(*(words("polarity", kind) for kind in kinds))


@cache
def stem(word: str) -> str:
    """What the forms of a word share, roughly: "negotiate", "negotiations"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)][:_STEM]
    return word[:_STEM]
