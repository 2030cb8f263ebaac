"""The subject of a cue verb, left or right of it."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.quotations.frames import Token
from summarizer.quotations.phrases import (
    Phrase,
    is_agent,
    is_agent_noun,
    is_closed,
    is_word,
    phrase_ending,
    phrase_starting,
)
from summarizer.quotations.verbs import forms, is_cue
from summarizer.quotations.words import closed_class

_BE = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "he's", "she's", "it's", "they're"}
)
QUOTED = frozenset(
    {"quoted", "cited", "reported", "heard", "recorded", "described", "paraphrased", "remembered"}
)
_REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})
_SUBORDINATORS = frozenset({"after", "before", "since", "until", "as", "than", "like"})
_RELATIVE = frozenset({"who", "which", "that"})
_JOINING = frozenset(
    {"and", "but", "or", "then", "while", "before", "after", "by", "without", "when", "as", "in"}
)


def subject_of(tokens: Sequence[Token], cue: int, lowest: int) -> Phrase | None:
    """The subject of the verb at `cue`, looking no further left than `lowest`.

    It stands before the verb, before an apposition or a relative clause, or, for a participle or
    a second verb, at the head of the clause. After a passive it follows "by".
    """
    at, passive = _left_of_verb(tokens, cue, lowest)
    if passive and "ing" not in forms(tokens[cue].key):
        return _agent(tokens, cue)
    if at < lowest or (forms(tokens[cue].key) == {"participle"} and at == cue - 1):
        return None
    left = tokens[at]
    if left.key == "as" and at > lowest:
        quoted = phrase_ending(tokens, at - 1, lowest)
        if quoted and quoted.first > lowest and tokens[quoted.first - 1].key in QUOTED:
            return quoted
        at = _before_quoted(tokens, at, lowest)
        if at < lowest:
            return None
        left = tokens[at]
    if left.key in _RELATIVE:
        return _antecedent(tokens, at, lowest)
    if left.text in {",", "–", "—", "-", ")"}:
        return _around_insertion(tokens, at, lowest) or clause_subject(tokens, at, lowest)
    if left.key in _JOINING or left.text in {";", ":"}:
        return clause_subject(tokens, at, lowest)
    return _directly(tokens, at, cue, lowest)


def clause_subject(tokens: Sequence[Token], end: int, lowest: int) -> Phrase | None:
    """The first phrase of somebody who can act in `tokens[lowest:end]`, adverbials passed over."""
    at = lowest
    while at < end:
        token = tokens[at]
        if is_cue(token.text) and not is_agent_noun(token.key):
            at += 1
            continue
        if is_word(token) and (
            token.key in closed_class("prepositions") or token.key.endswith("ing")
        ):
            comma = next((i for i in range(at, end) if tokens[i].text == ","), None)
            at = (
                comma + 1
                if at == lowest and comma is not None
                else _past_object(tokens, at + 1, end)
            )
            continue
        phrase = phrase_starting(tokens, at)
        if phrase and phrase.last < end and is_agent(tokens, phrase):
            return phrase
        at = phrase.last + 1 if phrase else at + 1
    return None


def _past_object(tokens: Sequence[Token], at: int, end: int) -> int:
    phrase = phrase_starting(tokens, at)
    return (
        phrase.last + 1 if phrase and phrase.last < end and not is_personal_at(tokens, at) else at
    )


def is_personal_at(tokens: Sequence[Token], at: int) -> bool:
    """Whether a subject pronoun stands at `at`: what is before it was a conjunction."""
    return tokens[at].key in {"he", "she", "they", "we", "i"}


def _left_of_verb(tokens: Sequence[Token], cue: int, lowest: int) -> tuple[int, bool]:
    """The index left of the verb's auxiliaries and adverbs, and whether it is passive."""
    at, passive = cue - 1, False
    while at >= lowest and _is_skipped(tokens[at]):
        passive = passive or tokens[at].key in _BE
        at -= 1
    return at, passive


def _is_skipped(token: Token) -> bool:
    if not is_word(token) or (token.text.isupper() and len(token.text) > 1):
        return False
    if token.key in closed_class("auxiliaries") or token.key in closed_class("adverbs"):
        return True
    return token.key in _REFLEXIVE or (token.text.islower() and token.key.endswith("ly"))


def _before_quoted(tokens: Sequence[Token], at: int, lowest: int) -> int:
    """The index left of "was quoted" and what follows it up to the "as" at `at`."""
    for index in range(at - 1, max(lowest, at - 8) - 1, -1):
        if tokens[index].key in QUOTED:
            return _left_of_verb(tokens, index, lowest)[0]
    return at


def _agent(tokens: Sequence[Token], cue: int) -> Phrase | None:
    for at in range(cue + 1, min(cue + 8, len(tokens) - 1)):
        if tokens[at].key == "by":
            return phrase_starting(tokens, at + 1)
    return None


def _antecedent(tokens: Sequence[Token], at: int, lowest: int) -> Phrase | None:
    before = at - 1
    if before >= lowest and tokens[before].text == ",":
        before -= 1
    phrase = phrase_ending(tokens, before, lowest)
    return phrase if phrase and is_agent(tokens, phrase) else None


def _around_insertion(tokens: Sequence[Token], at: int, lowest: int) -> Phrase | None:
    """The phrase before an apposition, relative clause or bracket that ends at `at`."""
    opening = {")": "("}.get(tokens[at].text, tokens[at].text)
    for before in range(at - 1, max(lowest, at - 30), -1):
        if tokens[before].passage is not None:
            return None
        if tokens[before].text == opening:
            phrase = phrase_ending(tokens, before - 1, lowest)
            if phrase and is_agent(tokens, phrase) and not _is_adverbial(tokens, phrase, lowest):
                return phrase
            if tokens[at].text == ")":
                return None
    return None


def _is_adverbial(tokens: Sequence[Token], phrase: Phrase, lowest: int) -> bool:
    """Whether a phrase is the object of a preposition: "After the meeting, ..."."""
    before = phrase.first - 1
    if before < lowest or tokens[before].key in _SUBORDINATORS:
        return False
    return tokens[before].key in closed_class("prepositions")


def _directly(tokens: Sequence[Token], at: int, cue: int, lowest: int) -> Phrase | None:
    phrase = phrase_ending(tokens, at, lowest)
    if phrase is None:
        return None
    if _is_adverbial(tokens, phrase, lowest) and not _is_opening(phrase, lowest):
        before = _before_adverbial(tokens, phrase.first - 1, lowest)
        if before is not None:
            return before
    phrase = _joined(tokens, phrase, lowest)
    plural = _is_plural(tokens[phrase.head]) or any(
        token.key == "and" for token in tokens[phrase.first : phrase.last]
    )
    if forms(tokens[cue].key) == {"base"} and not plural:
        return None
    return phrase


def _joined(tokens: Sequence[Token], phrase: Phrase, lowest: int) -> Phrase:
    """The phrase with another that "and" joins to it where the clause begins: Vel and Tal."""
    at = phrase.first - 1
    if at <= lowest or tokens[at].key != "and":
        return phrase
    other = phrase_ending(tokens, at - 1, lowest)
    if other is None or not is_agent(tokens, other):
        return phrase
    begins = other.first == lowest or not is_word(tokens[other.first - 1])
    return Phrase(other.first, phrase.last, phrase.head) if begins else phrase


def _before_adverbial(tokens: Sequence[Token], at: int, lowest: int) -> Phrase | None:
    """The subject before an adverbial: "the minister in a statement said"."""
    phrase = phrase_ending(tokens, at - 1, lowest)
    return phrase if phrase and is_agent(tokens, phrase) else None


def _is_opening(phrase: Phrase, lowest: int) -> bool:
    return phrase.first - 1 == lowest


def _is_plural(token: Token) -> bool:
    return token.key in {"we", "i", "you", "they", "both", "some", "many", "others", "people"} or (
        token.key.endswith("s") and not is_closed(token)
    )
