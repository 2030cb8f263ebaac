"""A stub endpoint, an invented article, and a draft of it that a model could have returned."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from summarizer.document import Document
from tests.stub_server import StubServer, completion

ARTICLE = """Dorvane and Halmark agree to reopen the Pell Bridge

Dorvane and Halmark agreed on Monday to reopen the Pell Bridge.

"We will not wait for the winter," President Ada Quill said.
"""

DRAFT: dict[str, Any] = {
    "headline": "Dorvane and Halmark agree to reopen the Pell Bridge.",
    "overview": "The two states will reopen the bridge.",
    "date": None,
    "next_steps": ["a1"],
    "parties": [
        {"id": "dorvane", "name": "Dorvane", "kind": "state"},
        {"id": "halmark", "name": "Halmark", "kind": "state"},
        {"id": "quill", "name": "Ada Quill", "kind": "person", "represents": "dorvane"},
    ],
    "agreements": [
        {
            "id": "a1",
            "what": "Dorvane and Halmark reopen the Pell Bridge.",
            "parties": ["dorvane", "halmark"],
            "status": "reached",
            "asserted_by": [],
            "denied_by": [],
            "evidence": ["Dorvane and Halmark agreed on Monday to reopen the Pell Bridge."],
        }
    ],
    "positions": [
        {
            "id": "p1",
            "holder": "quill",
            "speaker": "quill",
            "topic": "reopening date",
            "statement": "Quill will not wait for the winter.",
            "form": "direct",
            "evidence": ["\u201cWe will not wait for the winter,\u201d"],
        }
    ],
}


NOTHING = {"agreements": [], "positions": [], "next_steps": []}
"""What a reply with no items has in their place."""


def reply(**changes: Any) -> dict[str, Any]:
    """A completion whose content is the draft with some of its fields changed."""
    return completion(json.dumps(DRAFT | changes))


@pytest.fixture
def article() -> Document:
    """The invented article as a document."""
    return Document.from_text(ARTICLE, source="talks.txt")


@pytest.fixture
def stub() -> Iterator[StubServer]:
    """A loopback endpoint that answers with the faultless draft until it is told otherwise."""
    with StubServer() as server:
        server.will_answer(reply())
        yield server


@pytest.fixture
def live(stub):
    """Options of a summarizer that asks the stub."""
    return {"base_url": stub.url, "model": "stub-model", "repair": 0}
