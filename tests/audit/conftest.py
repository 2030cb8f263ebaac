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
