"""Texts that are a statement themselves: who issues them, and in whose voice they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.document import Document
from summarizer.extractive.lines import Line
from summarizer.extractive.parties import Parties
from summarizer.extractive.wording import cut

_FIRST_LINES = 4
_SHORT = 300
_GOVERNMENTS = re.compile(
    r"\b(?:the\s)?Governments\sof\s(.+?)(?=\.(?:\s|$)|:|\sat\s|\son\s|,?\smet\b|$)", re.DOTALL
)
_JOINT = re.compile(
    r"\bJoint\sStatement\s(?:of|by|from)\s(.+?)(?=\son\s|\sat\s|\safter\s|\sfollowing\s|$)",
    re.IGNORECASE,
)
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
_CALLS = re.compile(r"\b(?:should|must|calls?\son|urges?)\b")


@dataclass(frozen=True, slots=True)
class Statement:
    """Who issues a text: the name of the actor, and those who sign it when several do."""

    issuer: str
    signatories: tuple[str, ...] = ()

    def is_own(self, line: Line) -> bool:
        """Whether a sentence tells what the issuers hold: it says "we", names them first, or calls."""
        teller = line.report.speaker.name if line.report else "we"
        if line.quotations or not (self.signs(teller) or teller.casefold() == "we"):
            return False
        if _WE.search(line.text) or _CALLS.search(line.text):
            return True
        return (
            bool(line.named)
            and line.named[0].start - line.start < 5
            and self.signs(line.named[0].name)
        )

    def signs(self, name: str) -> bool:
        """Whether an actor is an issuer."""
        return name == self.issuer or any(signatory in name for signatory in self.signatories)


def voice_of(lines: Sequence[Line]) -> str | None:
    """The actor to whom a text is attributable ("The following is attributable to ...")."""
    for line in lines[:_FIRST_LINES]:
        if "attributable to" in line.text and line.named:
            return line.named[-1].name
    return None


def statement_of(document: Document, lines: Sequence[Line], parties: Parties) -> Statement | None:
    """The statement that a text is, by its title or byline and its "we"; `None` for news."""
    title = document.title or ""
    issued = any("offic" in block.reason for block in document.of_kind("byline"))
    if not (issued or "statement" in title.casefold()):
        return None
    if not any(_WE.search(line.text) for line in lines if not line.quotations):
        return None
    return _joint(title, lines, parties) or _single(lines, parties)


def _joint(title: str, lines: Sequence[Line], parties: Parties) -> Statement | None:
    opening = " ".join(line.text for line in lines[:_FIRST_LINES])
    found = _GOVERNMENTS.search(opening) or _GOVERNMENTS.search(title) or _JOINT.search(title)
    if found is None:
        return None
    name = cut(found[1].strip(" ,"), _SHORT)
    signatories = tuple(parties.named_in(name))
    if found.re is _GOVERNMENTS:
        for signatory in signatories:
            parties.tell_state(signatory)
    parties.add_group(name, [])
    return Statement(name, signatories)


def _single(lines: Sequence[Line], parties: Parties) -> Statement | None:
    """The state or body that the first sentences name first."""
    for line in lines[:_FIRST_LINES]:
        for naming in line.named:
            actor = parties.actor(naming.name)
            if actor and actor.named and actor.kind in {"state", "organisation"}:
                return Statement(actor.name)
    return None
