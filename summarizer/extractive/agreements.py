"""Sentences that report an agreement, by cue words, with the parties that they name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import cast

from summarizer.extractive.parties import Parties, takes_part
from summarizer.extractive.phrases import sections
from summarizer.extractive.sentences import Told
from summarizer.extractive.wording import statement
from summarizer.schemas.evidence import Quote
from summarizer.schemas.negotiation import Agreement, Status

_MOST = 500
_LONGEST_EVIDENCE = 20_000
_NOT_BOUND = re.compile(
    r"\b(?:in|at|near|from|over|about|across|against|on|of|off|into)\s(?:the\s)?$", re.IGNORECASE
)
_NEGATED = re.compile(
    r"\b(?:not|never|no|nobody|nothing|without|n[o']t)\s(?:\w+\s){0,2}$", re.IGNORECASE
)


def find_agreements(
    sentences: Sequence[Told], parties: Parties
) -> tuple[list[Agreement], set[int]]:
    """The agreements in order, and where the sentences begin that are used up by them."""
    agreements: list[Agreement] = []
    used: set[int] = set()
    for sentence in sentences:
        status = status_of(sentence.text)
        if status is None or len(agreements) >= _MOST:
            continue
        names = bound(sentence, parties)
        if len(names) < 2:
            continue
        used.add(sentence.start)
        agreements.append(_agreement(f"a{len(agreements) + 1}", sentence, names, status, parties))
    return agreements, used


def status_of(sentence: str) -> Status | None:
    """What the first cue of an agreement in a sentence tells of its status."""
    for status, pattern in sections("agreement_cues").items():
        for found in pattern.finditer(sentence):
            if not _NEGATED.search(sentence, 0, found.start()):
                return cast("Status", status)
    return None


def bound(sentence: Told, parties: Parties) -> list[str]:
    """The names of the actors in a sentence that may be bound by what it reports."""
    names: list[str] = []
    at = bisect_left(parties.places, (sentence.start, 0, ""))
    while at < len(parties.places) and parties.places[at][0] < sentence.end:
        start, _, name = parties.places[at]
        actor = parties.actor(name)
        before = sentence.text[: start - sentence.start]
        if actor and takes_part(actor) and name not in names and not _NOT_BOUND.search(before):
            names.append(name)
        at += 1
    return names


def _agreement(
    identifier: str, sentence: Told, names: Sequence[str], status: Status, parties: Parties
) -> Agreement:
    speaker = sentence.speaker
    asserting = parties.id_of(speaker.name) if speaker else None
    return Agreement(
        id=identifier,
        what=statement(sentence.text),
        parties=[found for name in names[:100] if (found := parties.id_of(name))],
        status=status,
        asserted_by=[asserting] if asserting else [],
        evidence=[Quote(text=sentence.text[:_LONGEST_EVIDENCE])],
    )
