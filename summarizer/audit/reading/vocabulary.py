"""The words of an article, and whether a name is among them in some form."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from summarizer.audit.words import sections, words

_WORD = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*")
_JOINS = r"(?:\s(?:of|the|and|for|de|la|&))*"
_CAPITALS = re.compile(rf"\b[A-Z]\w*\.?(?:(?:[–-]|{_JOINS}\s)[A-Z]\w*\.?)+")
_LINE_HYPHEN = re.compile(r"-[ \t]*\r?\n")
_DIVIDED = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-[ \t]*\r?\n\s*([^\W\d_]+)")
"""A word that the end of a line divides."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_PREFIX = 4
_LONGEST_ACRONYM = 8


class Vocabulary:
    """The words of a text, without case, accents and genitive."""

    def __init__(self, text: str) -> None:
        self.text = composed(text)
        self._asked: dict[str, bool] = {}

    @cached_property
    def words(self) -> frozenset[str]:
        whole = set(_WORD.findall(self.text))
        if _LINE_HYPHEN.search(self.text):
            whole.update("".join(parts) for parts in _DIVIDED.findall(self.text))
        return frozenset(part for word in whole for part in forms(word))

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.words)

    @cached_property
    def _acronyms(self) -> frozenset[str]:
        """The initials of every run of capitalised words, and of its parts."""
        found: set[str] = set()
        for run in _CAPITALS.finditer(self.text):
            initials = "".join(_initials(run[0]))
            for start in range(len(initials)):
                for end in range(start + 2, min(len(initials), start + _LONGEST_ACRONYM) + 1):
                    found.add(initials[start:end])
        return frozenset(found)

    def has(self, word: str) -> bool:
        """Whether the text has a word, another form of it, or the words that it abbreviates."""
        if word not in self._asked:
            self._asked[word] = self._has(word)
        return self._asked[word]

    def _has(self, word: str) -> bool:
        plain, *parts = forms(word)
        if plain in self.words or self._derived(plain) or self._related(plain):
            return True
        if word.replace(".", "").rstrip("s").isupper() and plain in self._acronyms:
            return True
        return len(parts) > 1 and all(len(part) < 3 or self.has(part) for part in parts)

    def has_stem(self, word: str) -> bool:
        """For scripts that write no spaces, or particles and endings without one: the longest part."""
        cuts = range(min(3, max(1, len(word) - 2)))
        return any(word[first : len(word) - last] in self.text for first in cuts for last in cuts)

    def has_acronym(self, word: str, run: Sequence[str]) -> bool:
        """Whether the text has the initials of words of a run, `word` among them: "NATO"."""
        capitals = [one for one in run if one[0].isupper()]
        at = capitals.index(word)
        initials = "".join(one[0] for one in capitals).casefold()
        return any(
            initials[start:end] in self.words
            for start in range(at + 1)
            for end in range(max(at + 1, start + 2), len(initials) + 1)
        )

    def _derived(self, plain: str) -> bool:
        """Whether a word of the text differs in its ending alone: Kestria, Kestrian, Kestrians."""
        if len(plain) < _PREFIX:
            return False
        beginning = plain[:_PREFIX]
        first = bisect_left(self._sorted, beginning)
        last = bisect_left(self._sorted, f"{beginning}\U0010ffff", first)
        return any(_same_stem(plain, other) for other in self._sorted[first:last])

    def _related(self, plain: str) -> bool:
        family = _families().get(plain)
        return family is not None and not (
            family.isdisjoint(self.words) and family.isdisjoint(self._acronyms)
        )


def composed(text: str) -> str:
    """A text in normal form C, without the characters inside words that nobody sees."""
    return text if text.isascii() else _UNSEEN.sub("", unicodedata.normalize("NFC", text))


def forms(word: str) -> list[str]:
    """A word without case, accents, dots and genitive; and the parts of one with hyphens."""
    if word.isascii() and word.isalnum():
        return [word.lower()]
    plain = _unaccented(word).casefold().replace("’", "'").removesuffix("'s").replace(".", "")
    parts = [part for part in re.split(r"[-'&]", plain) if part] if not plain.isalnum() else []
    return [plain, *parts]


def find_words(text: str) -> Iterator[re.Match[str]]:
    """The words of a text as matches; hyphens, apostrophes and dots inside them are theirs."""
    return _WORD.finditer(text)


def _unaccented(word: str) -> str:
    if word.isascii():
        return word
    apart = (
        unicodedata.normalize("NFKD", word).replace("ı", "i").replace("ø", "o").replace("ł", "l")
    )
    return "".join(character for character in apart if not unicodedata.combining(character))


def _initials(run: str) -> Iterator[str]:
    for word in re.split(r"[\s–-]+", run):
        if word[:1].isupper():
            yield word[0].casefold()


def _same_stem(one: str, other: str) -> bool:
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    endings = _suffixes()
    return shared >= _PREFIX and one[shared:] in endings and other[shared:] in endings


@cache
def _suffixes() -> frozenset[str]:
    return words("names", "suffixes") | {""}


@cache
def _families() -> dict[str, frozenset[str]]:
    lines = [frozenset(line.split()) for line in sections("names")["irregular"]]
    return {word: line for line in lines for word in line}
