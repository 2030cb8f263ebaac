"""The words around quotations: a paragraph as sentences of tokens, each quotation one token."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from summarizer.quotations.passages import Passage
from summarizer.quotations.sentences import ends_sentence
from summarizer.quotations.verbs import is_speech
from summarizer.quotations.words import word_list

_LONGEST = 400
_STOP = frozenset(".!?…")
_CLOSING = "\"“”„‟＂'‘’»›«‹」』)]"


@cache
def _token() -> re.Pattern[str]:
    titles = "|".join(sorted(title for title in word_list("abbreviations") if title[0].isupper()))
    word = r"\w+(?:[’'.&-]\w+)*(?:(?<=s)['’](?=\s))?"
    return re.compile(rf"(?:[^\W\d_]\.){{2,}}|\b(?:{titles})\.(?=\s)|{word}|\.{{3}}|\S")


class Token(NamedTuple):
    """A word, a punctuation mark, or a whole quotation (`passage` is then its index).

    `key` is the lower-case text with straight apostrophes, empty for a quotation.
    """

    text: str
    key: str
    start: int
    end: int
    passage: int | None


Sentence = list[Token]


def frame_sentences(
    text: str, start: int, end: int, passages: Sequence[tuple[int, Passage]]
) -> list[Sentence]:
    """The sentences of `text[start:end]`, with the numbered passages in it as single tokens.

    The attribution that follows a quotation stays in its sentence: "Really?" she asked. A sentence
    of more than 400 tokens is cut.
    """
    tokens = list(_tokens(text, start, end, passages))
    sentences: list[Sentence] = [[]]
    for index, token in enumerate(tokens):
        sentences[-1].append(token)
        if index + 1 == len(tokens):
            break
        if len(sentences[-1]) == _LONGEST or _ends(text, tokens, index, end):
            sentences.append([])
    return sentences


def _tokens(
    text: str, start: int, end: int, passages: Sequence[tuple[int, Passage]]
) -> Iterator[Token]:
    position = start
    for number, passage in passages:
        yield from _words(text, position, passage.start)
        yield Token(text[passage.start : passage.end], "", passage.start, passage.end, number)
        position = passage.end
    yield from _words(text, position, end)


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for found in _token().finditer(text, start, end):
        word = found.group()
        yield Token(word, word.casefold().replace("’", "'"), found.start(), found.end(), None)


def _ends(text: str, tokens: Sequence[Token], index: int, end: int) -> bool:
    token, following = tokens[index], tokens[index + 1]
    begins = following.passage is not None or not following.text[0].islower()
    if not begins:
        return False
    if token.passage is not None:
        return _quotation_ends(token.text, tokens, index)
    if token.text == "." and following.text not in _CLOSING:
        return ends_sentence(text, token.start, max(0, token.start - 20), end)
    if token.text in _STOP:
        return following.text not in _CLOSING
    return (
        token.text.endswith(".")
        and len(token.text) > 2
        and ends_sentence(text, token.end - 1, token.start, end)
    )


def _quotation_ends(quoted: str, tokens: Sequence[Token], index: int) -> bool:
    """Whether the sentence ends with a quotation, and what follows is not its attribution."""
    last = quoted.rstrip(_CLOSING + " ")[-1:]
    if last not in _STOP or (
        tokens[index + 1].passage is None and not tokens[index + 1].text[0].isalnum()
    ):
        return False
    following = tokens[index + 1 : index + 8]
    for place, token in enumerate(following):
        if token.passage is not None or token.text in _STOP:
            return True
        if is_speech(token.text):
            closes = place + 1 == len(following) or following[place + 1].text in {".", ","}
            return place == 0 or not (last in "!?" or closes)
    return True
