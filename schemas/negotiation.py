"""A negotiation as one article tells it: parties, agreements, stated positions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from summarizer.schemas.evidence import (
    Identifier,
    Quote,
    Record,
    Reference,
    RuleFilled,
    Sentence,
    ShortText,
)

PartyKind = Literal["person", "state", "organisation", "group"]
Status = Literal["reached", "negotiating", "proposed", "rejected", "ended"]
Form = Literal["direct", "indirect", "mixed"]
Attribution = Literal["corroborated", "one_sided", "disputed", "article"]

_PARTIES = Reference(("parties",))
PartyId = Annotated[Identifier, _PARTIES]
PartyIds = Annotated[list[Identifier], Field(max_length=100), _PARTIES]
Evidence = Annotated[list[Quote], Field(max_length=50)]


class Party(Record):
    """A person, state, organisation or group that takes part, speaks, or is asked to act."""

    id: Identifier
    name: ShortText
    kind: PartyKind
    role: ShortText | None = None
    represents: Annotated[Identifier | None, _PARTIES] = None
    aliases: Annotated[list[ShortText], Field(max_length=100)] = []


class Agreement(Record):
    """One undertaking that could be kept or broken on its own."""

    id: Identifier
    what: Sentence
    parties: PartyIds
    status: Status
    asserted_by: PartyIds
    denied_by: PartyIds = []
    evidence: Evidence
    attribution: Annotated[Attribution | None, RuleFilled()] = None


class Position(Record):
    """One point that a party states, by direct or reported speech."""

    id: Identifier
    holder: PartyId
    speaker: PartyId
    topic: ShortText
    statement: Sentence
    form: Form
    evidence: Evidence


class Negotiation(Record):
    """The summary of one article about a negotiation.

    The lists come first: a model writes in this order, and sums up what it has found.
    """

    parties: Annotated[list[Party], Field(max_length=500)]
    agreements: Annotated[list[Agreement], Field(max_length=500)]
    positions: Annotated[list[Position], Field(max_length=1000)]
    headline: ShortText
    overview: Annotated[str, Field(max_length=2000)]
    date: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")] | None = None
    next_steps: Annotated[
        list[Identifier], Field(max_length=200), Reference(("agreements", "positions"))
    ] = []
