"""Passages that speak to a language model, or are code, found by pattern. A sign and no proof."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from summarizer.audit.reading.decoding import decoded
from summarizer.audit.words import sections

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = r"[^.!?\n]"
_WITH_DOTS = r"(?:[^.!?\n]|[.!?](?=\S))"
"""What an expression may run over in a sentence: also the dots of addresses and numbers."""


class Passage(NamedTuple):
    """Where a sign stands (offsets, end exclusive), and what text with such a sign does."""

    start: int
    end: int
    does: str


class _Sign(NamedTuple):
    needs: tuple[frozenset[str], ...]
    pattern: re.Pattern[str]
    does: str


def model_talk(text: str) -> Iterator[Passage]:
    """The signs in `text`, in no order; those in encoded stretches stand for the whole stretch."""
    yield from _signs_in(text)
    for start, end, plain in decoded(text):
        for sign in _signs_in(plain):
            yield Passage(start, end, f"{sign.does}, in an encoded form")
            break


def _signs_in(text: str) -> Iterator[Passage]:
    lower = text.lower()
    present = frozenset(_WORD.findall(lower))
    for sign in _signs():
        if any(all(_has(lower, present, word) for word in words) for words in sign.needs):
            for match in sign.pattern.finditer(text):
                yield Passage(match.start(), match.end(), sign.does)


def _has(text: str, present: frozenset[str], word: str) -> bool:
    return word in present if word.isalpha() else word in text


@cache
def _signs() -> tuple[_Sign, ...]:
    return tuple(
        _Sign(
            tuple(frozenset(words.split()) for words in needs.split(", ")),
            re.compile(pattern.replace(_SENTENCE, _WITH_DOTS), re.IGNORECASE | re.MULTILINE),
            does,
        )
        for does, lines in sections("model_talk").items()
        for needs, pattern in (line.split(" :: ", 1) for line in lines)
    )
