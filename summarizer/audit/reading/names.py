"""Names in a text that is not the article's, and whether the article has them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.audit.reading.look_alikes import folded
from summarizer.audit.reading.vocabulary import Vocabulary, find_words, forms
from summarizer.audit.words import words

_OPENS = re.compile(r"(?:^|[.!?:;]\s+|[\"“‘«(]\s*|\s['’])$")
_JOINS = frozenset({"of", "the", "and", "for", "de", "on", "in"})
_LARGE = 0.6  # share of capitalised words in a headline that has capitals throughout


class Name(NamedTuple):
    """A word with a capital, and the run of such words around it ("Bank of Arvenia")."""

    word: str
    run: tuple[str, ...]


def names_in_label(text: str) -> list[Name]:
    """The words of a name that must be in the article: those with a capital, offices left out."""
    matches = list(find_words(text))
    return [
        Name(match[0], _run(matches, index))
        for index, match in enumerate(matches)
        if _is_capital(match[0]) and not _is_common(match[0])
    ]


def names_in_prose(text: str) -> list[Name]:
    """The words of English prose that can only be names.

    A word that opens a sentence is one by its genitive or by what follows it. None are found in a
    headline that has capitals throughout.
    """
    matches = list(find_words(text))
    if sum(_is_capital(match[0]) for match in matches) > _LARGE * len(matches) > 2:
        return []
    return [
        Name(match[0], _run(matches, index))
        for index, match in enumerate(matches)
        if _is_capital(match[0])
        and not _is_common(match[0])
        and (not _OPENS.search(text, 0, match.start()) or _is_subject(matches, index))
    ]


def is_known(name: Name, vocabulary: Vocabulary) -> bool:
    """Whether a text has a name in some form; look-alike letters count as what they look like."""
    if vocabulary.has(name.word) or vocabulary.has(folded(name.word)):
        return True
    if not name.word[0].isupper():  # scripts without case and without spaces
        return name.word in vocabulary.text
    return len(name.run) > 1 and vocabulary.has_acronym(name.run)


def _is_capital(word: str) -> bool:
    return word[0].isupper() or (word[0].isalpha() and unicodedata.category(word[0]) == "Lo")


def _is_common(word: str) -> bool:
    return len(word) < 2 or forms(word)[0] in words("names", "common")


def _is_subject(matches: Sequence[re.Match[str]], index: int) -> bool:
    if matches[index][0].endswith(("'s", "’s")):
        return True
    if index + 1 == len(matches):
        return False
    follows = matches[index + 1][0]
    return _is_capital(follows) or follows in words("names", "speakers")


def _run(matches: Sequence[re.Match[str]], index: int) -> tuple[str, ...]:
    first = last = index
    while first and _joins(matches[first - 1][0]):
        first -= 1
    while last + 1 < len(matches) and _joins(matches[last + 1][0]):
        last += 1
    return tuple(match[0] for match in matches[first : last + 1])


def _joins(word: str) -> bool:
    return _is_capital(word) or word in _JOINS
