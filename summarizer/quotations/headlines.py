"""Headlines: their capitals tell nothing, and what they quote is told again in the body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.blocks import Block
from summarizer.quotations.kinds import Judgement
from summarizer.quotations.reading import Judged

_WORD = re.compile(r"\w+")
_PHRASE_LENGTH = 3
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")


def is_title_case(text: str, block: Block) -> bool:
    """Whether a block is a headline that gives every long word a capital."""
    if block.kind != "title":
        return False
    words = _LONG_WORD.findall(text, block.start, block.end)
    return len(words) > 2 and all(word[0].isupper() for word in words)


def echo_titles(text: str, body: Sequence[Block], judged: Sequence[Judged]) -> list[Judged]:
    """The quotations, those of the title judged as the body's that repeat their words."""
    in_title = [body[item.passage.block].kind == "title" for item in judged]
    told = [item for item, title in zip(judged, in_title, strict=True) if not title]
    return [
        _echo(text, item, told) if title else item
        for item, title in zip(judged, in_title, strict=True)
    ]


def _echo(text: str, item: Judged, told: Sequence[Judged]) -> Judged:
    words = _words(text, item)
    for other in told:
        if words and other.judgement.kind != "scare" and f" {words} " in f" {_words(text, other)} ":
            judgement = Judgement("mixed", "the body quotes the same words")
            return Judged(item.passage, judgement, other.speaker, other.cue, other.how)
    if len(words.split()) < _PHRASE_LENGTH:
        return Judged(item.passage, Judgement("scare", "a word or two of a headline"))
    return item


def _words(text: str, item: Judged) -> str:
    return " ".join(_WORD.findall(text, item.passage.start, item.passage.end)).casefold()
