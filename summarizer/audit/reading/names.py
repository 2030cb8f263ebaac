"""Names in a text that is not the article's, and whether the article has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.audit.reading.look_alikes import folded
from summarizer.audit.reading.polarity import function_words
from summarizer.audit.reading.vocabulary import Vocabulary, composed, find_words, forms
from summarizer.audit.words import words

_OPENS = re.compile(r"(?:^|[.!?:;]\s{1,2}|[\"“‘«(]\s*|\s['’])$")
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][^\W_]*(?:[.'’&-][^\W_]+)*")
_JOINS = frozenset({"of", "the", "and", "for", "de", "on", "in"})
_FEW = 4  # words, and letters: what a headline with capitals throughout may leave small


class Name(NamedTuple):
    """A word with a capital, and the words of the text in which it is number `at`."""

    word: str
    text: Sequence[str]
    at: int

    @property
    def run(self) -> tuple[str, ...]:
        """The words with capitals around it, and what joins them: "Bank of Arvenia"."""
        first = last = self.at
        while first and _joins(self.text[first - 1]):
            first -= 1
        while last + 1 < len(self.text) and _joins(self.text[last + 1]):
            last += 1
        return tuple(self.text[first : last + 1])


def names_in_label(text: str) -> list[Name]:
    """The words of a name that must be in the article: those with a capital, offices left out."""
    return [
        name for name in all_words(text) if _is_capital(name.word) and not _is_common(name.word)
    ]


def all_words(text: str) -> list[Name]:
    """Every word of a label, for one that has no names."""
    found = [match[0] for match in find_words(composed(text))]
    return [Name(word, found, index) for index, word in enumerate(found)]


def names_in_prose(text: str) -> list[Name]:
    """The words of English prose that can only be names.

    A word that opens a sentence is one by its genitive or by what follows it. None are found in a
    headline that has capitals throughout.
    """
    text = composed(text)
    places = list(find_words(text))
    found = [match[0] for match in places]
    if len(found) > _FEW and not any(word.islower() and len(word) > _FEW for word in found):
        return []
    return [
        Name(word, found, index)
        for index, word in enumerate(found)
        if _is_capital(word)
        and not _is_common(word)
        and (not _opens(text, places[index].start()) or _is_subject(found, index))
    ]


def _opens(text: str, start: int) -> bool:
    return bool(_OPENS.search(text, max(0, start - 4), start))


def unknown_capitals(text: str, vocabulary: Vocabulary) -> set[str]:
    """The words of a text in capitals, or of a script without case, that another has not.

    A quick look before a slow: most of them are no names.
    """
    found = set(_CAPITALISED.findall(text))
    return {
        word
        for word in found
        if not (_is_common(word) or _is_grammar(word) or vocabulary.has(word))
    }


def is_known(name: Name, vocabulary: Vocabulary) -> bool:
    """Whether a text has a name in some form; look-alike letters count as what they look like."""
    if vocabulary.has(name.word) or vocabulary.has(folded(name.word)):
        return True
    if not name.word[0].isupper():
        return vocabulary.has_stem(name.word)
    return vocabulary.has_acronym(name.word, name.run)


def _is_capital(word: str) -> bool:
    """Whether a word begins with a capital, or with a letter of a script without case."""
    return not word[0].islower() and word[0].isalpha()


def _is_common(word: str) -> bool:
    return len(word) < 2 or forms(word)[0] in words("names", "common")


def _is_grammar(word: str) -> bool:
    """Whether it is "They" or "The"; "US" is not "us"."""
    return word[1:].islower() and word.lower() in function_words()


def _is_subject(text: Sequence[str], index: int) -> bool:
    word = text[index].lower()
    if word.endswith("ing") or word in function_words():
        return False
    if word.endswith(("'s", "’s")):
        return True
    follows = text[index + 1] if index + 1 < len(text) else ""
    return bool(follows) and (_is_capital(follows) or follows in words("names", "speakers"))


def _joins(word: str) -> bool:
    return _is_capital(word) or word in _JOINS
