"""Whose words a quotation is said to be, by the words around it in its sentence."""

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
from summarizer.quotations.subjects import QUOTED, clause_subject, subject_of
from summarizer.quotations.verbs import is_cue, is_near_cue
from summarizer.quotations.words import word_list

_PAUSES = frozenset({",", "–", "—", "-", ":", "...", "…"})
_FURTHEST_CUE = 14
_NEAR = frozenset({"that", "it", "as", "to", "how", "on"})
_OWNED = "owner of a noun of speech"


class Attribution(NamedTuple):
    """The phrase that names a speaker, the cue, and the rule that found them."""

    phrase: Phrase
    cue: str
    reason: str
    strong: bool


def attribute(sentence: Sentence, at: int) -> Attribution | None:
    """The attribution of the quotation at token `at` within its sentence, if it has one."""
    lowest = max((i + 1 for i in range(at) if sentence[i].passage is not None), default=0)
    opens = not any(is_word(token) for token in sentence[lowest:at])
    if opens and lowest == 0:
        return after(sentence, at)
    return (
        before(sentence, at, lowest, adjacent=True)
        or _colon(sentence, at, lowest)
        or before(sentence, at, lowest)
        or after(sentence, at)
        or (before(sentence, at, 0) if lowest else None)
    )


def reported(sentence: Sentence) -> Attribution | None:
    """Who says what a sentence without quotation tells: the subject of its first cue."""
    for index in range(len(sentence) - 2):
        found = _at_cue(sentence, index, len(sentence), 0)
        if found and is_agent(sentence, found.phrase) and found.reason != _OWNED:
            return found
    return None


def after(sentence: Sentence, at: int) -> Attribution | None:
    """The attribution that follows: "...," said Vel; "...", Vel said; "...", according to Vel."""
    first = at + 1
    while first < len(sentence) and sentence[first].text in _PAUSES:
        first += 1
    if first >= len(sentence) or not is_word(sentence[first]):
        return None
    paused = first > at + 1 or sentence[at].text.rstrip("\"”“'’»")[-1:] in ",?!.…—–-"
    if found := _according(sentence, first):
        return found
    if sentence[first].key in {"as", "so"}:
        first += 1
    if first < len(sentence) and is_near_cue(sentence[first].text):
        phrase = phrase_starting(sentence, first + 1)
        if phrase and is_agent(sentence, phrase):
            return Attribution(
                phrase, sentence[first].text, "cue and subject after the quotation", strong=True
            )
    return _subject_then_cue(sentence, first, paused=paused)


def _subject_then_cue(sentence: Sentence, first: int, *, paused: bool) -> Attribution | None:
    for cue in range(first + 1, min(first + _FURTHEST_CUE, len(sentence))):
        if sentence[cue].passage is not None or sentence[cue].text in {";", ":"}:
            return None
        word = sentence[cue].text
        if not (is_near_cue(word) or _puts_it(sentence, cue) or (paused and is_cue(word))):
            continue
        phrase = subject_of(sentence, cue, first)
        if phrase and _quotes_another(sentence, cue):
            continue
        if phrase and (phrase.first <= first + 2 * paused or _is_quoted(sentence, phrase)):
            return Attribution(
                phrase, sentence[cue].text, "subject and cue after the quotation", strong=True
            )
        if not paused:
            return None
    return None


def _quotes_another(sentence: Sentence, cue: int) -> bool:
    """Whether a verb passes on what somebody else says: the agency quoted Vel as saying."""
    following = [token.key for token in sentence[cue + 1 : cue + 8]]
    return sentence[cue].key in QUOTED and "as" in following and "saying" in following


def _is_quoted(sentence: Sentence, phrase: Phrase) -> bool:
    return phrase.first > 0 and sentence[phrase.first - 1].key in QUOTED


def before(
    sentence: Sentence, at: int, lowest: int, *, adjacent: bool = False
) -> Attribution | None:
    """The attribution that comes first: Vel said, "..."; Vel added that the plan was "...".

    The nearest cue counts, one in a relative clause that is over only when there is no other. With `adjacent`
    no pause stands between but the one before the mark.
    """
    aside: Attribution | None = None
    for index in range(at - 1, lowest - 1, -1):
        if adjacent and not _is_unbroken(sentence, index, at):
            break
        found = _at_cue(sentence, index, at, lowest)
        if found is None:
            continue
        if not _is_aside(sentence, index, at, lowest):
            return found
        aside = aside or found
    return aside


def _is_aside(sentence: Sentence, index: int, at: int, lowest: int) -> bool:
    """Whether a cue is in a relative clause that is over before the quotation."""
    if not any(token.text in _PAUSES for token in sentence[index + 1 : at]):
        return False
    for left in range(index - 1, lowest - 1, -1):
        if sentence[left].key in {"who", "which", "whom", "whose"}:
            return True
        if sentence[left].text in _PAUSES or sentence[left].passage is not None:
            return False
    return False


def _is_near(sentence: Sentence, index: int, at: int) -> bool:
    """Whether only a pause, "that" or "it" stands between a verb and the quotation."""
    between = sentence[index + 1 : at]
    return all(token.text in _PAUSES or token.key in _NEAR for token in between)


def _is_unbroken(sentence: Sentence, index: int, at: int) -> bool:
    """Whether no pause stands between a verb and the quotation but the one before its mark."""
    return not any(token.text in _PAUSES for token in sentence[index + 1 : at - 1])


def _at_cue(sentence: Sentence, index: int, at: int, lowest: int) -> Attribution | None:
    token = sentence[index]
    if not is_word(token):
        return None
    if found := _according(sentence, index) or _in_words_of(sentence, index):
        return found if found.phrase.last < at else None
    word = token.text if index else token.key  # a cue may begin the sentence: Said Vel
    near = is_near_cue(word) or _puts_it(sentence, index)
    if is_cue(word) or (near and _is_near(sentence, index, at)):
        phrase = subject_of(sentence, index, lowest) or _inverted(sentence, index, at)
        if phrase and (near or is_agent(sentence, phrase)) and not phrase.first < at <= phrase.last:
            return Attribution(
                phrase, token.text, "subject and cue before the quotation", strong=near
            )
    if token.key in word_list("speech_nouns") and _governs(sentence, index):
        return _owned_speech(sentence, index, lowest)
    return None


def _puts_it(sentence: Sentence, index: int) -> bool:
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


def _according(sentence: Sentence, index: int) -> Attribution | None:
    if (
        sentence[index].key != "according"
        or index + 2 >= len(sentence)
        or sentence[index + 1].key != "to"
    ):
        return None
    phrase = phrase_starting(sentence, index + 2)
    return Attribution(phrase, "according to", "according to", strong=True) if phrase else None


def _in_words_of(sentence: Sentence, index: int) -> Attribution | None:
    if [token.key for token in sentence[index : index + 4]] != ["in", "the", "words", "of"]:
        return None
    phrase = phrase_starting(sentence, index + 4)
    return (
        Attribution(phrase, "in the words of", "in the words of", strong=True) if phrase else None
    )


def _owned_speech(sentence: Sentence, index: int, lowest: int) -> Attribution | None:
    """The owner of a noun of speech: Vel's promise of "..."."""
    for owner in range(index - 1, max(lowest, index - 3) - 1, -1):
        if sentence[owner].key in OWNERS:
            pronoun = Phrase(owner, owner, owner)
            return Attribution(pronoun, sentence[index].text, _OWNED, strong=False)
        if sentence[owner].key.endswith(("'s", "s'")) and sentence[owner].passage is None:
            phrase = _owner(sentence, owner, lowest)
            if phrase and is_agent(_without_possessive(sentence, owner), phrase):
                return Attribution(phrase, sentence[index].text, _OWNED, strong=False)
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


def _colon(sentence: Sentence, at: int, lowest: int) -> Attribution | None:
    """The subject of a clause that a colon ends: Vel was blunt: "..."; Minister: '...'."""
    if at - 1 <= lowest or sentence[at - 1].text != ":":
        return None
    phrase = clause_subject(sentence, at - 1, lowest)
    if phrase is None or sentence[phrase.head].key == "it":
        return None
    return Attribution(phrase, ":", "subject of the clause before a colon", strong=True)
