"""Letters of other alphabets that look like Latin ones (UTS #39)."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator
from functools import cache

from summarizer.audit.reading.vocabulary import find_words
from summarizer.audit.words import pairs


def folded(word: str) -> str:
    """`word` with each look-alike replaced by the Latin letter that it looks like."""
    return word if word.isascii() else "".join(_letters().get(c, c) for c in word)


def disguised(text: str, known: Collection[str] = ()) -> Iterator[tuple[int, str]]:
    """Words, and where they start, with look-alikes among their Latin letters.

    Also those spelt with look-alikes alone, when the words `known` (in lower case) have the Latin
    word that they look like, and not the word itself.
    """
    if text.isascii() or _letters().keys().isdisjoint(set(text)):
        return
    for match in find_words(text):
        word = match[0]
        latin = folded(word)
        if word == latin:
            continue
        is_mixed = any(c.isascii() and c.isalpha() for c in word)
        if is_mixed or (latin.isascii() and latin.lower() in known and word.lower() not in known):
            yield match.start(), word


def named(word: str) -> str:
    """The look-alikes in a word: "U+0430 CYRILLIC SMALL LETTER A"."""
    letters = (c for c in dict.fromkeys(word) if c in _letters())
    return ", ".join(f"U+{ord(c):04X} {unicodedata.name(c)}" for c in letters)


@cache
def _letters() -> dict[str, str]:
    return {chr(int(code, 16)): letter for code, letter in pairs("look_alikes").items()}
