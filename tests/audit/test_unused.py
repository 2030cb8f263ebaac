"""Actors that a summary lists and does not use."""

from __future__ import annotations

from typing import Annotated

from summarizer.audit import Subject
from summarizer.audit.unused import actors_not_used
from summarizer.document import Document
from summarizer.schemas.evidence import Quote, Record, Reference


class Guest(Record):
    id: str
    name: str
    evidence: list[Quote]


class Guests(Record):
    guests: list[Guest]
    host: Annotated[str | None, Reference(("guests",))] = None


EXTRA = {"id": "press", "name": "Lantern Press", "kind": "organisation"}


def test_a_party_that_nothing_refers_to_is_noted(grounded):
    """No agreement, no position and no other party has anything to do with it."""
    parties = [*grounded().content.model_dump()["parties"], EXTRA]
    (finding,) = actors_not_used(grounded(parties=parties))
    assert (finding.code, finding.severity, finding.at) == (
        "party-unused",
        "note",
        "/content/parties/4",
    )


def test_a_party_that_is_spoken_for_or_spoken_of_is_used(grounded):
    """To be represented, or to be named in some claim, is a use."""
    parties = [*grounded().content.model_dump()["parties"], EXTRA]
    overview = "The two states told Lantern Press that the bridge will reopen."
    assert list(actors_not_used(grounded(parties=parties, overview=overview))) == []
    parties[0] |= {"represents": "press"}
    assert list(actors_not_used(grounded(parties=parties))) == []


def test_who_has_evidence_stands_for_itself():
    """A list of people, each with proof that they were there, need not be used elsewhere."""
    document = Document.from_text("Ada Quill and Tomas Brandt were at the harbour.")
    guests = [{"id": "brandt", "name": "Tomas Brandt", "evidence": ["Tomas Brandt"]}]
    subject = Subject(Guests(guests=guests), document)
    assert list(actors_not_used(subject)) == []
