"""What is shown of a schema that the renderers do not know."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import pytest
from pydantic import BaseModel

from summarizer.document import Document
from summarizer.render.generic import generic_body
from summarizer.render.places import Places
from summarizer.schemas.evidence import Quote, Reference

PERSON = Reference(("people",))


class Mood(Enum):
    CALM = "calm"


class Person(BaseModel):
    id: str
    name: str
    mood: Mood | None = None
    speaks_for: Annotated[str | None, PERSON] = None


class Place(BaseModel):
    name: str


class Point(BaseModel):
    id: str
    topic: str
    what: str
    owners: Annotated[list[str], PERSON]
    where: Place | None = None
    follows: Annotated[str | None, Reference(("points",))] = None
    proof: dict[str, list[Quote]]


class Clause(BaseModel):
    number: str
    wording: str
    evidence: list[Quote]


class Notes(BaseModel):
    title: str
    headline: str | None = None
    settled: bool
    chair: Annotated[str | None, PERSON] = None
    next_steps: Annotated[list[str], Reference(("points",))]
    people: list[Person] = []
    points: list[Point]
    price: Quote | None = None
    clauses: list[Clause] = []
    sums: dict[str, int] = {}


def shown(**given):
    """The body of notes whose required fields are empty unless given."""
    fields = {"title": "A sale", "settled": False, "next_steps": [], "points": []}
    return generic_body(
        Notes.model_validate(fields | given), Places(Document.from_text("Ten crowns."))
    )


def point(identifier="p1", **given):
    fields = {"id": identifier, "topic": "Price of it all", "what": "Ten.", "owners": []}
    return fields | {"proof": {"paid/late": [{"text": "ten", "match": "absent"}]}} | given


VEL = {"id": "v", "name": "Ilka Vel", "mood": "calm"}
TAN = {"id": "t", "name": "Remy Tan", "speaks_for": "v"}


def test_what_holds_models_is_a_section_and_the_rest_are_facts():
    """In the order of the schema, values in words, optional empty fields left out."""
    body = shown(points=[point()], price={"text": "dear"}, sums={"crowns": 10})
    assert (body.headline, body.overview) == ("A sale", "")
    assert body.facts == (("Settled", "no"), ("Next steps", "none"), ("Sums", "crowns: 10"))
    assert [section.title for section in body.sections] == ["Points", "Price"]


def test_a_required_list_is_shown_even_when_it_is_empty():
    """That nothing was found is an answer."""
    (section,) = shown().sections
    assert (section.title, section.items) == ("Points", ())


def test_an_item_has_a_title_its_details_and_its_proofs():
    """Nested models are told by the way to them, quotes by their pointer; the id says nothing."""
    (item,) = shown(points=[point(where={"name": "The quay"})]).sections[0].items
    assert item.title == "Ten."
    assert item.details == (
        ("Topic", "Price of it all"),
        ("Owners", "none"),
        ("Where name", "The quay"),
    )
    assert [proof.at for proof in item.proofs] == ["/content/points/0/proof/paid~1late/0"]


def test_a_title_is_the_longest_text_where_no_field_has_a_usual_name():
    """A schema of the user's own may call its fields as it likes."""
    clause = {"number": "7", "wording": "The seller pays.", "evidence": [{"text": "pays"}]}
    (item,) = shown(clauses=[clause]).sections[1].items
    assert (item.title, item.details) == ("The seller pays.", (("Number", "7"),))


def test_ids_are_shown_as_what_they_refer_to():
    """A name where there is one, else the label of the item; an id of nothing stays as it is."""
    points = [point("p1", owners=["v", "nobody"]), point("p2", follows="p1")]
    body = shown(people=[VEL], points=points, next_steps=["p2"], chair="v")
    first, second = body.sections[0].items
    assert dict(first.details)["Owners"] == "Ilka Vel, nobody"
    assert dict(second.details)["Follows"] == "P1"
    assert dict(body.facts) == {"Settled": "no", "Chair": "Ilka Vel", "Next steps": "P2"}


def test_what_asks_for_no_proof_is_a_table():
    """Its rows begin with what they are called; a row has no verdict."""
    body = shown(people=[VEL, TAN])
    (table,) = body.tables
    assert (table.title, table.columns) == ("People", ("Name", "Mood", "Speaks for"))
    assert table.rows == (
        ("/content/people/0", ("Ilka Vel", "calm", "")),
        ("/content/people/1", ("Remy Tan", "", "Ilka Vel")),
    )
    assert [section.title for section in body.sections] == ["Points"]


def test_a_quote_on_its_own_is_an_item_too():
    """Proof is shown wherever a schema asks for it."""
    (item,) = shown(price={"text": "dear", "match": "absent"}).sections[1].items
    assert (item.at, item.verdict, item.proofs[0].text) == ("/content/price", "absent", "dear")


def test_an_item_without_its_evidence_is_not_verified():
    """An empty list of quotes is neither a detail nor a proof."""
    clause = {"number": "7", "wording": "The seller pays.", "evidence": []}
    (item,) = shown(clauses=[clause]).sections[1].items
    assert (item.details, item.proofs, item.verdict) == ((("Number", "7"),), (), "unchecked")


def test_labels_begin_with_as_many_letters_as_tell_them_apart():
    """A label names one item of the page."""
    body = shown(points=[point(), point()], price={"text": "dear"})
    labels = [item.label for section in body.sections for item in section.items]
    assert labels == ["Po1", "Po2", "Pr1"]


@pytest.mark.parametrize("name", ["action_items", "actions"])
def test_a_label_is_the_whole_name_where_few_letters_do_not_do(name):
    """Three letters are read as a label, more as a word cut off."""
    kinds = {"__annotations__": {"action_items": list[Clause], "actions": list[Clause]}}
    clause = Clause(number="7", wording="The seller pays.", evidence=[])
    content = type("Two", (BaseModel,), kinds)(action_items=[clause], actions=[clause])
    body = generic_body(content, Places(Document.from_text("A.")))
    labels = {"action_items": "Action items 1", "actions": "Actions 1"}
    assert labels[name] in [item.label for section in body.sections for item in section.items]
