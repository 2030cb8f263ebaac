"""What is shown of a schema that the renderers do not know."""

from __future__ import annotations

from enum import Enum

import pytest
from pydantic import BaseModel

from summarizer.document import Document
from summarizer.render.generic import generic_body
from summarizer.render.places import Places
from summarizer.schemas.evidence import Quote


class Mood(Enum):
    CALM = "calm"


class Person(BaseModel):
    name: str
    mood: Mood | None = None


class Point(BaseModel):
    what: str
    by: Person
    proof: dict[str, list[Quote]]


class Notes(BaseModel):
    title: str
    headline: str | None = None
    settled: bool
    people: list[Person] = []
    points: list[Point] = []
    price: Quote | None = None
    sums: dict[str, int] = {}


@pytest.fixture
def body():
    content = Notes(
        title="A sale",
        settled=False,
        people=[Person(name="Ilka Vel", mood=Mood.CALM)],
        points=[
            Point(
                what="Ten crowns.",
                by=Person(name="Ilka Vel"),
                proof={"paid/late": [Quote(text="ten crowns", match="absent")]},
            )
        ],
        price=Quote(text="dear", match="absent"),
        sums={"crowns": 10},
    )
    return generic_body(content, Places(Document.from_text("Sold.")))


def test_what_holds_models_is_a_section_and_the_rest_are_facts(body):
    """In the order of the schema, empty fields left out, values in words."""
    assert (body.headline, body.overview) == ("A sale", "")
    assert body.facts == (("Settled", "no"), ("Sums", "crowns: 10"))
    assert [section.title for section in body.sections] == ["People", "Points", "Price"]


def test_an_item_has_a_title_its_details_and_its_proofs(body):
    """Nested models are told by the way to them, quotes by their pointer."""
    item = body.sections[1].items[0]
    assert (item.title, item.details) == ("Ten crowns.", (("By name", "Ilka Vel"),))
    assert [proof.at for proof in item.proofs] == ["/content/points/0/proof/paid~1late/0"]
    person = body.sections[0].items[0]
    assert (person.title, person.details) == ("Ilka Vel", (("Mood", "calm"),))


def test_a_quote_on_its_own_is_an_item_too(body):
    """Proof is shown wherever a schema asks for it."""
    item = body.sections[2].items[0]
    assert (item.at, item.verdict, item.proofs[0].text) == ("/content/price", "absent", "dear")


def test_items_of_fields_with_one_initial_are_told_apart(body):
    """Labels name one item each."""
    labels = [item.label for section in body.sections for item in section.items]
    assert labels == ["People 1", "Points 1", "Price 1"]
