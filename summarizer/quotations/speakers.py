"""Which actor a phrase of an attribution means, and who speaks where nothing attributes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.quotations.attribution import before
from summarizer.quotations.cast import Cast
from summarizer.quotations.frames import Sentence, Token
from summarizer.quotations.phrases import (
    OWNERS,
    Phrase,
    is_personal,
    phrase_ending,
    phrase_starting,
)
from summarizer.quotations.subjects import clause_subject
from summarizer.quotations.words import genders

_POSSESSIVE = re.compile(r"['’]s?$")


class Speaker(NamedTuple):
    """The number of an actor in the cast, and the mention that tells it (code points)."""

    actor: int
    start: int
    end: int


def speaker_of(text: str, cast: Cast, sentence: Sequence[Token], phrase: Phrase) -> Speaker:
    """The actor that a phrase means; a new one when it fits none."""
    tokens = sentence[phrase.first : phrase.last + 1]
    actor = _apposed(cast, sentence, phrase)
    if actor is None:
        actor = _resolve(text, cast, tokens)
    start = _with_office(sentence, phrase)
    end = tokens[-1].start + len(_POSSESSIVE.sub("", tokens[-1].text))
    cast.note(tokens[0].start, end, actor)
    cast.spoke(actor)
    return Speaker(actor, start, end)


def introduced_by(text: str, cast: Cast, sentences: Sequence[Sentence]) -> Speaker | None:
    """Who is about to speak after `sentences`, none of which holds a quotation.

    The subject of the last cue in them, else the person who is the subject of the last one.
    """
    for sentence in reversed(sentences):
        if found := before(sentence, len(sentence), 0):
            return speaker_of(text, cast, sentence, found.phrase)
    if not sentences:
        return None
    phrase = clause_subject(sentences[-1], len(sentences[-1]), 0)
    if phrase is None:
        return None
    actor = _known(text, cast, sentences[-1][phrase.first : phrase.last + 1])
    if actor is None or not cast.may_be_person(actor):
        return None
    return speaker_of(text, cast, sentences[-1], phrase)


def _resolve(text: str, cast: Cast, tokens: Sequence[Token]) -> int:
    known = _known(text, cast, tokens)
    start, end = tokens[0].start, tokens[-1].end
    if known is not None:
        return known
    find_or_add = cast.unknown if len(tokens) == 1 and is_personal(tokens[0]) else cast.add
    return find_or_add(text[start:end], start, end)


def _apposed(cast: Cast, sentence: Sequence[Token], phrase: Phrase) -> int | None:
    """The actor whose name stands after a description and a comma: a senator, Ilka Vel, ..."""
    at = phrase.last + 1
    if (
        at + 1 >= len(sentence)
        or sentence[at].text != ","
        or not sentence[at + 1].text[0].isupper()
    ):
        return None
    name = phrase_starting(sentence, at + 1)
    closed = name is not None and sentence[name.last + 1 : name.last + 2]
    if name is None or not closed or closed[0].text not in {",", "."}:
        return None
    actor = cast.named(sentence[name.first].start, sentence[name.last].end)
    head, first = sentence[phrase.head], sentence[phrase.first]
    describes = head.text.islower() or head.key in genders("roles") or first.key in {"a", "an"}
    return actor if actor is not None and describes and cast.may_be_person(actor) else None


def _known(text: str, cast: Cast, tokens: Sequence[Token]) -> int | None:
    start, end = tokens[0].start, tokens[-1].end
    if len(tokens) == 1 and is_personal(tokens[0]):
        return cast.pronoun(tokens[0].key, start)
    if len(tokens) == 1 and tokens[0].key in OWNERS:
        return cast.pronoun(OWNERS[tokens[0].key], start)
    if any(token.key == "and" for token in tokens):
        return cast.joined(text[start:end])
    named = cast.named(start, end)
    return named if named is not None else cast.described(text[start:end], start)


def _with_office(sentence: Sequence[Token], phrase: Phrase) -> int:
    """Where the mention begins when an office stands before the name and a comma."""
    start = sentence[phrase.first].start
    if phrase.first < 2 or sentence[phrase.first - 1].text != ",":
        return start
    office = phrase_ending(sentence, phrase.first - 2, 0)
    if office is None or sentence[office.head].key not in genders("roles"):
        return start
    return sentence[office.first].start
