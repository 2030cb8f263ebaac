"""The prompt for negotiations: its example, its size, its words."""

from __future__ import annotations

import json
import re

import pytest

from summarizer.profile import Profile
from summarizer.schemas.evidence import DRAFT, quotes
from summarizer.schemas.negotiation import Negotiation


@pytest.fixture(scope="module")
def example():
    """The example's article as text, and its reply."""
    text = Profile().render().split("# An example", 1)[1].split("\n", 1)[1]
    article, _, rest = text.partition('\n\n{"parties"')
    reply, _, _ = ('{"parties"' + rest).partition("\n\nNot in it")
    return article, json.loads(reply)


def test_its_example_is_a_valid_reply(example):
    """A model copies the example's form: it must be the schema's, key by key and in order."""
    _, reply = example
    Negotiation.model_validate(reply, context=DRAFT)
    sent = Profile().draft_schema["schema"]["properties"]
    assert list(reply) == list(sent)
    for part in ("parties", "agreements", "positions"):
        for item in reply[part]:
            assert list(item) == list(sent[part]["items"]["properties"])


def test_its_example_keeps_its_own_rules(example):
    """Evidence to the letter, within a paragraph, outside the caption; ids that exist."""
    article, reply = example
    body = [block for block in article.split("\n\n") if not block.startswith("[caption]")]
    content = Negotiation.model_validate(reply, context=DRAFT)
    found = list(quotes(content))
    assert len(found) >= 5
    for at, quote in found:
        assert any(quote.text in block for block in body), at
    ids = {party.id for party in content.parties}
    for position in content.positions:
        assert {position.holder, position.speaker} <= ids
    for agreement in content.agreements:
        assert {*agreement.parties, *agreement.asserted_by} <= ids
    steps = {item.id for item in [*content.agreements, *content.positions]}
    assert set(content.next_steps) <= steps


def test_its_example_shows_what_is_hard(example):
    """One tells another's view, an offer is declined, one undertaking is told three times."""
    article, reply = example
    assert any(p["holder"] != p["speaker"] and p["form"] == "direct" for p in reply["positions"])
    assert any(position["form"] == "mixed" for position in reply["positions"])
    assert any(agreement["status"] == "rejected" for agreement in reply["agreements"])
    assert any(len(agreement["evidence"]) == 3 for agreement in reply["agreements"])
    assert "[caption]" in article


def test_only_names_stand_capitalised_alone():
    """A capitalised word that never stands in small letters counts as one of the example's names.

    In a summary of another article it is an error.
    """
    text = Profile().render()
    words = set(re.findall(r"[^\W\d_]+", text))
    alone = {w for w in words if w[0].isupper() and len(w) > 2 and w.lower() not in words}
    names = {"Arvenia", "Arvenian", "Sorland", "Tomas", "Brekk", "Ilka", "Vel", "Kell"}
    assert alone == names | {"Osterpress", "JSON", "YYYY"}


def test_prompt_and_schema_stay_within_their_budget():
    """2,431 tokens (o200k_base) are 9,500 characters; every article pays for them."""
    profile = Profile()
    schema = json.dumps(profile.draft_schema, separators=(",", ":"))
    assert len(profile.render()) + len(schema) <= 9_900


def test_every_field_of_the_schema_is_explained():
    """Some servers do not show the schema to the model: the prompt must name its fields."""
    text = Profile().render()
    for part, schema in Profile().draft_schema["schema"]["properties"].items():
        assert part in text
        for field in schema.get("items", {}).get("properties", {}):
            assert f"`{field}`" in text or field == "evidence"
