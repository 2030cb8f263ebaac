"""What a word of a sentence attributes as a cue, and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.quotations.frames import Sentence, Token
from summarizer.quotations.phrases import (
    OWNERS,
    Phrase,
    is_agent,
    is_word,
    phrase_ending,
    phrase_starting,
)
from summarizer.quotations.subjects import subject_of
from summarizer.quotations.verbs import is_cue, is_near_cue
from summarizer.quotations.words import word_list

PAUSES = frozenset({",", "–", "—", "-", ":", "...", "…"})
OWNED = "owner of a noun of speech"
_NEAR = frozenset({"that", "it", "as", "to", "how", "on"})


class Attribution(NamedTuple):
    """The phrase that names a speaker, the cue, and the rule that found them."""

    phrase: Phrase
    cue: str
    reason: str


def at_cue(sentence: Sentence, index: int, at: int, lowest: int) -> Attribution | None:
    """The attribution of the quotation at token `at` to the subject of the cue at `index`."""
    token = sentence[index]
    if not is_word(token):
        return None
    if found := according(sentence, index) or _in_words_of(sentence, index):
        return found if found.phrase.last < at else None
    word = token.text if index else token.key  # a cue may begin the sentence: Said Vel
    near = is_near_cue(word) or puts_it(sentence, index)
    if is_cue(word) or (near and _is_near(sentence, index, at)):
        phrase = subject_of(sentence, index, lowest) or _inverted(sentence, index, at)
        if phrase and (near or is_agent(sentence, phrase)) and not phrase.first < at <= phrase.last:
            return Attribution(phrase, token.text, "subject and cue before the quotation")
    if token.key in word_list("speech_nouns") and _governs(sentence, index):
        return _owned_speech(sentence, index, lowest)
    return None


def puts_it(sentence: Sentence, index: int) -> bool:
    """Whether a verb attributes with "it": as Vel puts it."""
    following = sentence[index + 1 : index + 2]
    return sentence[index].key in {"put", "puts"} and [t.key for t in following] == ["it"]


def _inverted(sentence: Sentence, index: int, at: int) -> Phrase | None:
    """The subject right of a cue between two quotations, or where it begins: Said Vel: "..."."""
    quoted = any(token.passage is not None for token in sentence[max(0, index - 2) : index])
    if index and not quoted:
        return None
    phrase = phrase_starting(sentence, index + 1)
    return phrase if phrase and phrase.last < at and is_agent(sentence, phrase) else None


def according(sentence: Sentence, index: int) -> Attribution | None:
    """The attribution by "according to" at token `index`."""
    if (
        sentence[index].key != "according"
        or index + 2 >= len(sentence)
        or sentence[index + 1].key != "to"
    ):
        return None
    phrase = phrase_starting(sentence, index + 2)
    return Attribution(phrase, "according to", "according to") if phrase else None


def _in_words_of(sentence: Sentence, index: int) -> Attribution | None:
    if [token.key for token in sentence[index : index + 4]] != ["in", "the", "words", "of"]:
        return None
    phrase = phrase_starting(sentence, index + 4)
    return Attribution(phrase, "in the words of", "in the words of") if phrase else None


def _owned_speech(sentence: Sentence, index: int, lowest: int) -> Attribution | None:
    """The owner of a noun of speech: Vel's promise of "..."."""
    for owner in range(index - 1, max(lowest, index - 3) - 1, -1):
        if sentence[owner].key in OWNERS:
            pronoun = Phrase(owner, owner, owner)
            return Attribution(pronoun, sentence[index].text, OWNED)
        if sentence[owner].key.endswith(("'s", "s'")) and sentence[owner].passage is None:
            phrase = _owner(sentence, owner, lowest)
            if phrase and is_agent(_without_possessive(sentence, owner), phrase):
                return Attribution(phrase, sentence[index].text, OWNED)
    return None


def _governs(sentence: Sentence, index: int) -> bool:
    """Whether a noun of speech has a complement: a call for ..., a claim that ..."""
    following = sentence[index + 1].key if index + 1 < len(sentence) else ""
    return following in {"of", "for", "that", "to", "about", "on", "as"}


def _owner(sentence: Sentence, owner: int, lowest: int) -> Phrase | None:
    return phrase_ending(_without_possessive(sentence, owner), owner, lowest)


def _without_possessive(sentence: Sentence, at: int) -> Sequence[Token]:
    token = sentence[at]
    bare = token.key.removesuffix("'s").removesuffix("'")
    ending = len(token.key) - len(bare)
    changed = token._replace(
        text=token.text[: len(token.text) - ending], key=bare, end=token.end - ending
    )
    return [*sentence[:at], changed, *sentence[at + 1 :]]


def _is_near(sentence: Sentence, index: int, at: int) -> bool:
    """Whether only a pause, "that" or "it" stands between a verb and the quotation."""
    between = sentence[index + 1 : at]
    return all(token.text in PAUSES or token.key in _NEAR for token in between)
