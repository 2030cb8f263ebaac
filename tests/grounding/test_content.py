"""Every quote of a draft is grounded, and of several places the one that fits its item is taken."""

from __future__ import annotations

import re
from typing import Annotated

import pytest
from pydantic import BaseModel

from summarizer.document import Document
from summarizer.grounding import ground, ground_content
from summarizer.schemas.evidence import Quote, Reference, Span, quotes

TEXT = (
    "Arvenia and Sorland start talks\n\n"
    "Envoys of both states start talks in Port Hale on Friday.\n\n"
    "Minister Ilka Vel said that fishing comes first. “We start talks with open arms,” she said.\n\n"
    "Chancellor Oren Tas wants the lighthouse back. “We start talks with one demand,” he said.\n"
)


class Item(BaseModel):
    name: str
    evidence: list[Quote]


class Claim(BaseModel):
    proof: Quote
    by_word: dict[str, Quote] = {}
    items: list[Item] = []


@pytest.fixture
def document():
    return Document.from_text(TEXT)


def claim(*evidence: str) -> Claim:
    item = Item(name="x", evidence=[Quote(text=text) for text in evidence])
    return Claim(proof=Quote(text="fishing comes first"), items=[item])


def span_of(words: str) -> Span:
    return Span(start=TEXT.index(words), end=TEXT.index(words) + len(words))


def test_every_quote_is_filled_and_told_by_its_pointer(document):
    """In fields, lists, mappings and models below, at the pointers that the schema's walk gives."""
    content = claim("lighthouse back", "no such words at all", "wants the lighthouse")
    content.by_word = {
        "a/b~c": Quote(text="in Port Hale"),
        "d": Quote(text="in Port Vale on Friday"),
    }
    found = ground_content(content, document)
    assert set(found) == {pointer for pointer, _ in quotes(content, "/content")}
    assert found["/content/by_word/a~1b~0c"].match == "exact"
    assert content.by_word["d"].match == "altered"
    assert content.by_word["d"].nearest == span_of("in Port Hale on Friday")
    assert [quote.match for quote in content.items[0].evidence] == ["exact", "absent", "exact"]
    assert content.proof.span == span_of("fishing comes first")


def test_a_span_stands_on_an_exact_match_only(document):
    """Altered and absent quotes have none, and an absent one has no nearest passage either."""
    content = claim("lighthouse forward we all want", "wants a lighthouse back", "lighthouse back")
    ground_content(content, document)
    absent, altered, exact = content.items[0].evidence
    assert (absent.span, absent.nearest, absent.occurrences) == (None, None, 0)
    assert altered.span is None
    assert altered.nearest == span_of("wants the lighthouse back")
    assert (exact.span, exact.nearest, exact.occurrences) == (span_of("lighthouse back"), None, 1)


@pytest.mark.parametrize(
    ("other", "place"),
    [
        ("open arms", "start talks with open"),
        ("wants the lighthouse back", "start talks with one"),
        ("in Port Hale", "start talks in Port"),
        ("and Sorland", "start talks in Port"),
    ],
)
def test_of_several_places_the_nearest_to_other_evidence_is_taken(other, place, document):
    """In the body, before or after the item's evidence that stands in one place only."""
    content = claim("start talks", other)
    found = ground_content(content, document)["/content/items/0/evidence/0"]
    first = span_of(place).start
    assert content.items[0].evidence[0].span == Span(start=first, end=first + len("start talks"))
    assert (found.chosen, found.choice) == ((first, first + len("start talks")), "nearest")
    assert content.items[0].evidence[0].occurrences == len(found.spans) == 4


def test_without_other_evidence_the_first_in_the_body_is_taken(document):
    """Evidence of other items and other models says nothing about this one."""
    content = claim("start talks")
    found = ground_content(content, document)
    assert content.items[0].evidence[0].span.start == TEXT.index("start talks in Port")
    assert found["/content/items/0/evidence/0"].choice == "body"


def test_outside_the_body_the_first_is_taken():
    """A text that is only a title has no body."""
    document = Document.from_text("Talks on talks\n")
    content = claim("alks")
    content.items[0].evidence[0].text = "o"
    content.proof = Quote(text="Talks on talks")
    assert ground_content(content, document)["/content/proof"].choice == "only"


def test_normalised_tells_of_the_place_that_was_taken():
    """Two places, one verbatim: the quote is normalised if the other one is taken."""
    document = Document.from_text('A title\n\n“We go,” she said.\n\nOren Tas: "We go," he said.\n')
    content = Claim(
        proof=Quote(text="fish"),
        items=[Item(name="x", evidence=[Quote(text='"We go,"'), Quote(text="she said")])],
    )
    found = ground_content(content, document)
    quote = content.items[0].evidence[0]
    assert document.slice(quote.span.start, quote.span.end) == "“We go,”"
    assert quote.normalised
    assert not found["/content/items/0/evidence/0"].normalised


def test_grounding_again_changes_nothing(document):
    """What was filled in is overwritten with the same."""
    content = claim("start talks", "wants the lighthouse back", "nothing of the sort")
    first = ground_content(content, document)
    before = content.model_dump()
    assert ground_content(content, document) == first
    assert content.model_dump() == before


def test_a_quote_by_itself_is_content_too(document):
    """The pointer is then that of the content."""
    quote = Quote(text="lighthouse back")
    assert ground_content(quote, document) == {"/content": ground("lighthouse back", document)}
    assert quote.match == "exact"


class Speech(BaseModel):
    by: Annotated[str, Reference(("people",))]
    words: Quote


class Person(BaseModel):
    id: str
    name: str
    aliases: list[str] = []


class Speeches(BaseModel):
    people: list[Person]
    speeches: list[Speech]


@pytest.mark.parametrize(("speaker", "number"), [("vel", 0), ("tas", 1)])
def test_without_other_evidence_the_place_nearest_to_the_speakers_name_is_taken(
    document, speaker, number
):
    """Two people say the same words: each one's are those beside his or her name."""
    people = [Person(id="vel", name="Ilka Vel"), Person(id="tas", name="Oren Tas", aliases=["he"])]
    content = Speeches(
        people=people, speeches=[Speech(by=speaker, words=Quote(text="We start talks with"))]
    )
    found = ground_content(content, document)["/content/speeches/0/words"]
    places = [match.start() for match in re.finditer("We start talks with", TEXT)]
    assert (found.chosen[0], found.choice) == (places[number], "mention")


def test_a_speaker_who_is_not_named_leaves_the_first_place(document):
    """An id that refers to nobody in the article tells nothing of the place."""
    speech = Speech(by="nobody", words=Quote(text="We start talks with"))
    content = Speeches(people=[Person(id="p", name="Jorn Hale Strand")], speeches=[speech])
    assert ground_content(content, document)["/content/speeches/0/words"].choice == "body"
