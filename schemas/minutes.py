"""A meeting as its minutes or transcript tell it: who was there, what it settled, what is left."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from summarizer.schemas.evidence import Identifier, Quote, Record, Reference, Sentence, ShortText

Presence = Literal["present", "absent", "unknown"]
Status = Literal["stands", "withdrawn"]

_ATTENDEES = Reference(("attendees",))
Evidence = Annotated[list[Quote], Field(max_length=50)]
Day = Annotated[
    str,
    Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
    WithJsonSchema({"type": "string", "format": "date"}),  # fewer tokens than the pattern
]


class Attendee(Record):
    """Somebody who was there, was expected, or is to do something."""

    id: Identifier
    name: ShortText
    role: ShortText | None = None
    aliases: Annotated[list[ShortText], Field(max_length=100)] = []
    presence: Presence
    evidence: Evidence


class Decision(Record):
    """One thing that the meeting settled and that could be taken back on its own."""

    id: Identifier
    what: Sentence
    status: Status
    evidence: Evidence


class Action(Record):
    """One thing that is to be done after the meeting; no owner where the text names none."""

    id: Identifier
    what: Sentence
    owners: Annotated[list[Identifier], Field(max_length=100), _ATTENDEES]
    due: Day | None = None
    evidence: Evidence


class OpenQuestion(Record):
    """One thing that the meeting asked or put off, and neither answered nor decided."""

    id: Identifier
    question: Sentence
    raised_by: Annotated[Identifier | None, _ATTENDEES] = None
    evidence: Evidence


class Minutes(Record):
    """The summary of one meeting.

    The lists come first: a model writes in this order, and sums up what it has found.
    """

    attendees: Annotated[list[Attendee], Field(max_length=500)]
    decisions: Annotated[list[Decision], Field(max_length=500)]
    actions: Annotated[list[Action], Field(max_length=500)]
    open_questions: Annotated[list[OpenQuestion], Field(max_length=500)]
    headline: ShortText
    overview: Annotated[str, Field(max_length=2000)]
    date: Day | None = None
