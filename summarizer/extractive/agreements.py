"""Sentences that report an agreement, by cue words, with the parties that they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, cast

from summarizer.extractive.lines import Line, Naming
from summarizer.extractive.parties import Parties, takes_part
from summarizer.extractive.phrases import pattern, sections
from summarizer.extractive.statements import Statement
from summarizer.extractive.wording import statement
from summarizer.quotations.verbs import is_speech
from summarizer.schemas.evidence import Quote
from summarizer.schemas.negotiation import Agreement, Status

_MOST = 500
_MOST_PARTIES = 100
_MOST_EVIDENCE = 50
_LONGEST_EVIDENCE = 20_000
_NOT_BOUND = re.compile(
    r"\b(?:in|at|near|from|over|about|across|against|on|of|off|into|via|visit\w*)\s(?:the\s)?$",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\b(?:about|against|of|on|over)\s$", re.IGNORECASE)
_JOINED = re.compile(r",?(?:\sand)?\s(?:the\s)?")
_WE = re.compile(r"\b[Ww]e\b")
_NEGATED = re.compile(
    r"\b(?:not|never|no|nobody|nothing|without|whether|if)\s(?:\w+\s){0,2}$", re.IGNORECASE
)
_TOGETHER = re.compile(
    r"\b(?:we|they|each other|both|the (?:two )?(?:pair|sides|leaders|presidents|ministers))\b",
    re.IGNORECASE,
)


_HIMSELF = re.compile(r"\bthat\s(?:he|she)\b")


class Cue(NamedTuple):
    """Words that tell of an agreement, as a range of a text, and the status that they tell."""

    status: Status
    start: int
    end: int


def find_agreements(
    lines: Sequence[Line], parties: Parties, issued: Statement | None
) -> tuple[list[Agreement], set[int]]:
    """The agreements in order, and where the sentences begin that are used up by them."""
    found: list[Agreement] = []
    used: set[int] = set()
    before: list[str] = []
    for line in lines:
        cue = _cue(line, issued)
        if cue is None or len(found) >= _MOST:
            continue
        names = _bound(line, cue, parties, issued)
        if len(names) < 2 and _TOGETHER.search(line.text):
            others = before if set(names) <= set(before) else []
            names = list(dict.fromkeys([*names, *(others or _candidates(line, parties))]))
        if len(names) < (1 if issued and issued.signatories else 2):
            continue
        before = names
        used.add(line.start)
        _add(found, _agreement(len(found) + 1, line, cue, names, parties, issued))
    return found, used


def _cue(line: Line, issued: Statement | None) -> Cue | None:
    """The first cue of an agreement in a sentence that no negation precedes."""
    if issued and issued.signatories and issued.is_own(line):
        found = pattern("undertakings").search(line.text)
        if found:
            return Cue("reached", line.start + found.start(), line.start + found.end())
    cue = agreement_cue(line.text)
    return Cue(cue.status, line.start + cue.start, line.start + cue.end) if cue else None


def agreement_cue(sentence: str) -> Cue | None:
    """The cue of an agreement in a sentence (code points of it), unless it is negated."""
    statuses = dict(sections("agreement_cues"))
    professions = [m.span() for m in statuses.pop("profession").finditer(sentence)]
    for status, cues in statuses.items():
        for found in cues.finditer(sentence):
            professes = any(start <= found.start() < end for start, end in professions)
            if not professes and not _NEGATED.search(sentence, 0, found.start()):
                return Cue(cast("Status", status), found.start(), found.end())
    return None


def status_of(sentence: str) -> Status | None:
    """The status of the agreement that a sentence tells of by its cue words; `None` for none."""
    cue = agreement_cue(sentence)
    return cue.status if cue else None


def _bound(line: Line, cue: Cue, parties: Parties, issued: Statement | None) -> list[str]:
    """The actors that a cue binds: its subjects, and those named after it."""
    candidates = [n for n in line.named if _may_be_bound(line, n, parties)]
    names = [n.name for n in _subjects(line, [n for n in candidates if n.start < cue.start])]
    names.extend(n.name for n in candidates if n.start >= cue.start)
    if issued and issued.signatories and _WE.search(line.text, 0, cue.start - line.start):
        names = [*issued.signatories, *names]
    return list(dict.fromkeys(names))


def _subjects(line: Line, earlier: Sequence[Naming]) -> list[Naming]:
    """The first actor before a cue, and those that "and" or a comma joins to the one before."""
    joined = list(earlier[:1])
    for before, naming in pairwise(earlier):
        if _JOINED.fullmatch(line.text[before.end - line.start : naming.start - line.start]):
            joined.append(naming)
    return joined


def _candidates(line: Line, parties: Parties) -> list[str]:
    return [n.name for n in line.named if _may_be_bound(line, n, parties)]


def _may_be_bound(line: Line, naming: Naming, parties: Parties) -> bool:
    actor = parties.actor(naming.name)
    if actor is None or not takes_part(actor):
        return False
    beside = _BESIDE if actor.kind == "person" else _NOT_BOUND
    if beside.search(line.before(naming.start)):
        return False
    speaker = line.speaker
    return speaker is None or naming.name != speaker.name or _binds_himself(line)


def _binds_himself(line: Line) -> bool:
    """Whether the cue that attributes a sentence makes its subject a party: Vel agreed to "..."."""
    cues = [q.cue for q in line.quoted if q.cue]
    if line.report:
        cues.append(line.report.cue)
        if not is_speech(line.report.cue) or _HIMSELF.search(line.text):
            return True
    return any(pattern("agreeing").match(cue) for cue in cues)


def _is_told(line: Line) -> bool:
    """Whether a sentence has an agreement on the word of its speaker: Vel said that she ..."""
    return bool(line.report and is_speech(line.report.cue) and _HIMSELF.search(line.text))


def _agreement(
    number: int,
    line: Line,
    cue: Cue,
    names: Sequence[str],
    parties: Parties,
    issued: Statement | None,
) -> Agreement:
    teller = None
    if issued and issued.is_own(line):
        teller = parties.id_of(issued.issuer)
    elif line.speaker and (_is_told(line) or not _binds_himself(line)):
        teller = parties.id_of(line.speaker.name)
    return Agreement(
        id=f"a{number}",
        what=statement(line.text),
        parties=[found for name in names[:_MOST_PARTIES] if (found := parties.id_of(name))],
        status=cue.status,
        asserted_by=[teller] if teller else [],
        evidence=[Quote(text=line.text[:_LONGEST_EVIDENCE])],
    )


def _add(found: list[Agreement], agreement: Agreement) -> None:
    """Adds an agreement; talks between the same parties are told once, with all evidence."""
    for other in found:
        same = other.status == agreement.status and set(other.parties) == set(agreement.parties)
        if same and agreement.status == "negotiating" and len(other.evidence) < _MOST_EVIDENCE:
            other.evidence.extend(agreement.evidence)
            return
    found.append(agreement)
