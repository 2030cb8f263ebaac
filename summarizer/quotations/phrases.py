"""Noun phrases in a sentence: the one that ends, or begins, at a word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.quotations.frames import Token
from summarizer.quotations.verbs import is_cue
from summarizer.quotations.words import (
    closed_class,
    genders,
    is_closed_class,
    plurals,
    word_list,
)

PERSONAL = frozenset({"he", "she", "they", "it", "we", "i", "you"})
OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}
_STANDALONE = frozenset(
    {"both", "some", "others", "many", "several", "all", "another", "neither", "few", "one", "most"}
)
_ARTICLES = frozenset({"the", "a", "an"})
_LINKS = frozenset({"of", "for", "from", "at", "in", "to", "with", "on", "by"})
_LONGEST = 8


class Phrase(NamedTuple):
    """Tokens `first` to `last` (inclusive); `head` is the last token of the head's own words."""

    first: int
    last: int
    head: int


def phrase_ending(tokens: Sequence[Token], last: int, lowest: int) -> Phrase | None:
    """The noun phrase whose last token is `last`, complements included: "the head of the union"."""
    inner = _simple_ending(tokens, last, lowest)
    if inner is None or is_personal(tokens[last]):
        return inner
    phrase = inner
    for _ in range(3):
        at = phrase.first - 1
        if at - 1 < lowest or tokens[at].key not in _LINKS:
            break
        outer = _simple_ending(tokens, at - 1, lowest)
        if outer is None or is_personal(tokens[at - 1]) or not is_agent(tokens, outer):
            break
        phrase = Phrase(outer.first, last, outer.head)
    return phrase


def phrase_starting(tokens: Sequence[Token], first: int) -> Phrase | None:
    """The noun phrase whose first token is `first`, complements included."""
    if first >= len(tokens) or not is_word(tokens[first]):
        return None
    if is_personal(tokens[first]):
        return Phrase(first, first, first)
    last = _simple_starting(tokens, first)
    if last is None and tokens[first].key not in _STANDALONE:
        return None
    head = last = first if last is None else last
    while last + 2 < len(tokens) and tokens[last + 1].key in {"of", "for"}:
        further = _simple_starting(tokens, last + 2)
        if further is None:
            break
        last = further
    return Phrase(first, last, head)


def _simple_ending(tokens: Sequence[Token], last: int, lowest: int) -> Phrase | None:
    if last < lowest or not is_word(tokens[last]):
        return None
    if is_personal(tokens[last]) or tokens[last].key in _STANDALONE:
        return Phrase(last, last, last)
    if is_closed(tokens[last]) or tokens[last].key.endswith("'s"):
        return None
    first = last
    while first > lowest and last - first < _LONGEST:
        left = tokens[first - 1]
        if not is_word(left) or (is_closed(left) and not _determines(left)):
            break
        if left.text.islower() and not _modifies(left, tokens[first]):
            break
        first -= 1
        if left.key in _ARTICLES:
            break
    return Phrase(first, last, last)


def _modifies(left: Token, right: Token) -> bool:
    """Whether a lower-case word belongs to the phrase that goes on at `right`."""
    if _determines(left) or left.key in genders("roles"):
        return True
    return not right.text[0].isupper() and not is_cue(left.text)


def _simple_starting(tokens: Sequence[Token], first: int) -> int | None:
    at = first
    while at < len(tokens) and _determines(tokens[at]):
        at += 1
    if at >= len(tokens) or _stops(tokens, at, at):
        return None
    last = at
    while last + 1 < len(tokens) and last - first < _LONGEST and not _stops(tokens, last + 1, at):
        last += 1
    return last


def _stops(tokens: Sequence[Token], index: int, first: int) -> bool:
    """Whether a phrase that begins at `first` has ended before `index`."""
    token = tokens[index]
    if not is_word(token):
        return True
    if is_closed(token):
        return index + 1 == len(tokens) or not _is_dated_name(token, tokens[index + 1])
    return index > first and (is_cue(token.text) or _is_predicate(tokens[index - 1], token))


def _is_predicate(left: Token, token: Token) -> bool:
    """Whether a lower-case word after a name, or after an agent, is likely a verb."""
    if not token.text.islower() or is_agent_noun(token.key):
        return False
    return left.text[0].isupper() or (is_agent_noun(left.key) and token.key.endswith("ed"))


def is_word(token: Token) -> bool:
    return token.passage is None and token.text[0].isalnum()


def is_personal(token: Token) -> bool:
    return token.key in PERSONAL and is_closed(token)


def is_closed(token: Token) -> bool:
    """Whether a token is a closed-class word and no acronym that looks like one."""
    return token.key in closed_class() and is_closed_class(token.text)


def _is_dated_name(token: Token, right: Token) -> bool:
    """Whether a day or a time of day begins or goes on a name: the Sunday Post."""
    names = token.text[0].isupper() and right.text[0].isupper() and is_word(right)
    return names and token.key in closed_class("calendar")


def _determines(token: Token) -> bool:
    return is_closed(token) and (
        token.key in closed_class("determiners") or token.key in closed_class("possessives")
    )


def is_agent(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase is of somebody who can speak: a name, an office, a body, a text."""
    head = tokens[phrase.head]
    if is_personal(head) or head.key in _STANDALONE:
        return True
    if head.text[0].isupper() and not is_closed(head):
        return True
    return is_agent_noun(head.key)


def is_agent_noun(key: str) -> bool:
    """Whether a lower-case noun is an office, a body, a group or a text that can be read."""
    return (
        key in genders("roles")
        or key in plurals("roles")
        or key in word_list("bodies")
        or key in word_list("groups")
        or key in word_list("documents")
        or key.removesuffix("s") in word_list("bodies")
        or key.removesuffix("ies") + "y" in word_list("bodies")
    )
