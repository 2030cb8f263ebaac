"""Whose position a sentence tells, which need not be the speaker's, and whom it asks to act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.extractive.lines import Line, Naming
from summarizer.extractive.parties import Parties, takes_part
from summarizer.extractive.phrases import pattern
from summarizer.quotations.verbs import is_cue

_OPENING = re.compile(r"(?:[\"“”‘'«]|that|the|\s|:|,)*", re.IGNORECASE)
_OBLIGED = re.compile(r"\s(?:must|should|ought|needs?\sto|has\sto|have\sto)\b")
_ASKED = re.compile(r"(?:^|\W)(\w+(?:\s(?:on|upon))?)\s(?:[\"“]\s?)?(?:the\s|all\s)?$")
_WORD = re.compile(r"\w+")
_NEAR = 8


def holder_of(line: Line, speaker: str, parties: Parties) -> str:
    """The name of the actor whose position a sentence is.

    Where it opens with somebody else who says or wants something (a spokesman on his president),
    or with the state for which the speaker speaks, the position is theirs.
    """
    opening = _first_named(line)
    if opening is None or opening.name == speaker:
        return speaker
    if opening.name == parties.state_of(speaker) and not _OBLIGED.match(line.after(opening.end)):
        return opening.name
    actor = parties.actor(opening.name)
    following = [word.casefold() for word in _WORD.findall(line.after(opening.end))[:_NEAR]]
    says = any(
        is_cue(word) or word in {"spoke", "wants", "mentioned", "supports"} for word in following
    )
    return opening.name if actor and actor.kind in {"person", "state"} and says else speaker


def _first_named(line: Line) -> Naming | None:
    """The actor with whom what is said begins: the quotation, or the clause after the cue."""
    if line.quoted and line.quoted[0].start <= line.start:
        begin = line.start
    elif line.quoted:
        begin = line.quoted[0].start
    elif line.report:
        found = re.compile(rf"\b{re.escape(line.report.cue)}\b").search(line.text)
        begin = line.start + (found.end() if found else 0)
    else:
        begin = line.start
    opening = _OPENING.match(line.text, begin - line.start)
    at = line.start + (opening.end() if opening else 0)
    return next((n for n in line.named if n.start <= at < n.end or n.start == at), None)


def asked_in(line: Line, parties: Parties) -> Iterator[str]:
    """The actors whom a sentence asks, tells or expects to do something."""
    for naming in line.named:
        actor = parties.actor(naming.name)
        if actor is None or not takes_part(actor):
            continue
        asked = _ASKED.search(line.before(naming.start))
        expected = _OBLIGED.match(line.after(naming.end))
        if expected or (asked and pattern("asking").fullmatch(asked[1])):
            yield naming.name
