"""Passages that speak to a language model, or are code, found by pattern. A sign and no proof."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from summarizer.audit.reading.decoding import decoded
from summarizer.audit.words import sections

_WORD = re.compile(r"[^\W\d_]+")
_BACK = 16
_SENTENCE = re.compile(
    r"(?:^|[.!?:]\s{1,3}|[>*#\"“(-]\s?|\bplease )$", re.IGNORECASE | re.MULTILINE
)
_ORDER = re.compile(
    r"(?:^|[.!?:;,]\s{1,3}|[>*#\"“(-]\s?|\b(?:please|and|also|just|instead|only|then|could you|can you"
    r"|must|should|will|now) )$",
    re.IGNORECASE | re.MULTILINE,
)
_IN_SENTENCE = r"[^.!?\n]"
_WITH_DOTS = r"(?:[^.!?\n]|[.!?](?=\S))"
"""What an expression may run over in a sentence: also the dots of addresses and numbers."""


class Passage(NamedTuple):
    """Where a sign stands (offsets, end exclusive), and what text with such a sign does."""

    start: int
    end: int
    does: str


class _Sign(NamedTuple):
    needs: tuple[tuple[frozenset[str], tuple[str, ...]], ...]
    begins: re.Pattern[str] | None
    expression: str
    does: str


def model_talk(text: str, words: frozenset[str]) -> Iterator[Passage]:
    """The signs in `text`, in no order; those in encoded stretches stand for the whole stretch.

    `words` are those of the text in lower case: most signs need no further look.
    """
    yield from _signs_in(text, words)
    for start, end, plain in decoded(text):
        for sign in _signs_in(plain, frozenset(_WORD.findall(plain.lower()))):
            yield Passage(start, end, f"{sign.does}, in an encoded form")
            break


def _signs_in(text: str, words: frozenset[str]) -> Iterator[Passage]:
    lower = text.lower()
    for sign in _signs():
        if not any(
            needed <= words and all(symbol in lower for symbol in symbols)
            for needed, symbols in sign.needs
        ):
            continue
        for match in _compiled(sign.expression).finditer(text):
            start = match.start()
            if sign.begins is None or sign.begins.search(text, max(0, start - _BACK), start):
                yield Passage(start, match.end(), sign.does)


@cache
def _signs() -> tuple[_Sign, ...]:
    return tuple(
        _sign(*line.split(" :: ", 1), does=does)
        for does, lines in sections("model_talk").items()
        for line in lines
    )


def _sign(needs: str, pattern: str, *, does: str) -> _Sign:
    begins = _SENTENCE if pattern.startswith(">>") else _ORDER if pattern.startswith(">") else None
    plain = pattern.lstrip(">").replace(_IN_SENTENCE, _WITH_DOTS)
    return _Sign(
        tuple(_needed(alternative.split()) for alternative in needs.split(", ")),
        begins,
        rf"\b{plain}" if begins else plain,
        does,
    )


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """Compiled when a text may have such a sign: most texts have few."""
    return re.compile(expression, re.IGNORECASE | re.MULTILINE)


def _needed(parts: list[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    words = frozenset(part for part in parts if part.isalpha())
    return words, tuple(part for part in parts if part not in words)
