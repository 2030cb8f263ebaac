"""A small invented article, and summaries of it with one fault each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from summarizer.audit import Subject
from summarizer.document import Document
from summarizer.grounding import ground_content
from summarizer.schemas.evidence import DRAFT
from summarizer.schemas.negotiation import Negotiation

ARTICLE = """Dorvane and Halmark agree to reopen the Pell Bridge

President Ada Quill signs a treaty in 2019 in Old Harbour. Picture: Lantern Press

Dorvane and Halmark agreed on Monday to reopen the Pell Bridge.

"We will not wait for the winter," President Ada Quill said.

Halmark's envoy, Tomas Brandt, denied that any date was set. "No date was set," he said.
"""

AGREED = "Dorvane and Halmark agreed on Monday to reopen the Pell Bridge."


def draft(**changes: Any) -> dict[str, Any]:
    """A faultless draft of the article, with some of its fields changed."""
    faultless = {
        "headline": "Dorvane and Halmark agree to reopen the Pell Bridge.",
        "overview": "The two states will reopen the bridge.",
        "parties": [
            {"id": "dorvane", "name": "Dorvane", "kind": "state"},
            {"id": "quill", "name": "Ada Quill", "kind": "person", "represents": "dorvane"},
            {"id": "halmark", "name": "Halmark", "kind": "state"},
            {"id": "brandt", "name": "Tomas Brandt", "kind": "person", "represents": "halmark"},
        ],
        "agreements": [
            {
                "id": "a1",
                "what": "Dorvane and Halmark reopen the Pell Bridge.",
                "parties": ["dorvane", "halmark"],
                "status": "reached",
                "asserted_by": [],
                "evidence": [AGREED],
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
                "evidence": ['"We will not wait for the winter,"'],
            },
            {
                "id": "p2",
                "holder": "brandt",
                "speaker": "brandt",
                "topic": "reopening date",
                "statement": "No date was set.",
                "form": "direct",
                "evidence": ['"No date was set,"'],
            },
        ],
    }
    return faultless | changes


@pytest.fixture
def grounded() -> Callable[..., Subject]:
    """Makes the grounded subject of a draft of the article."""

    def make(*, article: str = ARTICLE, stable_text: str = "", **changes: Any) -> Subject:
        content = Negotiation.model_validate(draft(**changes), context=DRAFT)
        document = Document.from_text(article)
        found = ground_content(content, document)
        return Subject(content, document, found, stable_text)

    return make


@pytest.fixture
def agreement() -> Callable[..., list[dict[str, Any]]]:
    """Makes the list of the article's one agreement, with some of its fields changed."""
    return lambda **changes: [draft()["agreements"][0] | changes]


@pytest.fixture
def position() -> Callable[..., list[dict[str, Any]]]:
    """Makes a list of the article's first position, with some of its fields changed."""
    return lambda **changes: [draft()["positions"][0] | changes]


@pytest.fixture
def told(grounded, position) -> Callable[[str, str], Subject]:
    """Makes the subject of a one-sentence article, and a position that states it otherwise."""

    def make(article: str, statement: str) -> Subject:
        text = f"Dorvane and Halmark talk of the bridge and the tolls for the winter\n\n{article}\n"
        return grounded(
            article=text,
            positions=position(statement=statement, evidence=[article]),
            agreements=[],
            headline="",
            overview="The talk is of the bridge and of the tolls for the winter.",
        )

    return make
