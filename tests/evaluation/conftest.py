"""An invented article, its gold, and readings of it that differ from the gold in one thing."""

from __future__ import annotations

import copy
import json

import pytest

from summarizer.document import Document
from summarizer.evaluation import Case
from summarizer.evaluation.reading import Reading

TEXT = """Arvenia and Sorland agree to reopen the strait

Arvenia and Sorland agreed on Monday to reopen the strait. They will open talks on fish in June.

"We will not wait for the winter," said Minister Ilka Vel of Arvenia. Sorland’s envoy Remy Tan
said that the fish belong to both.

"The mines stay where they are," Vel added.
"""

GOLD = {
    "doc": "strait.txt",
    "parties": [
        {"id": "arvenia", "name": "Arvenia", "kind": "state", "aliases": []},
        {"id": "sorland", "name": "Sorland", "kind": "state", "aliases": ["the Sorlanders"]},
        {"id": "vel", "name": "Ilka Vel", "kind": "person", "represents": "arvenia", "aliases": []},
        {"id": "tan", "name": "Remy Tan", "kind": "person", "represents": "sorland", "aliases": []},
    ],
    "agreements": [
        {
            "what": "The strait is reopened.",
            "parties": ["arvenia", "sorland"],
            "status": "reached",
            "asserted_by": [],
            "denied_by": [],
            "evidence": ["agreed on Monday to reopen the strait"],
        },
        {
            "what": "Talks on fish open in June.",
            "parties": ["arvenia", "sorland"],
            "status": "negotiating",
            "asserted_by": [],
            "denied_by": [],
            "evidence": ["They will open talks on fish in June."],
        },
    ],
    "positions": [
        {
            "holder": "arvenia",
            "speaker": "vel",
            "topic": "winter",
            "statement": "Arvenia will not wait for the winter.",
            "form": "direct",
            "evidence": ['"We will not wait for the winter,"'],
        },
        {
            "holder": "sorland",
            "speaker": "tan",
            "topic": "fish",
            "statement": "The fish belong to both.",
            "form": "indirect",
            "evidence": ["the fish belong to both"],
        },
    ],
}


@pytest.fixture
def document() -> Document:
    return Document.from_text(TEXT, source="strait.txt")


@pytest.fixture
def gold() -> dict:
    """The gold as JSON values, free to be changed."""
    return copy.deepcopy(GOLD)


@pytest.fixture
def case(document) -> Case:
    return Case("strait", document, Reading.model_validate(GOLD))


@pytest.fixture
def predicted(case, tmp_path):
    """`predicted(data)` is the prediction that a file with these JSON values holds."""
    from summarizer.evaluation import read_prediction

    def read(data):
        text = data if isinstance(data, str) else json.dumps(data)
        (tmp_path / "strait.json").write_text(text, encoding="utf-8")
        return read_prediction(case, tmp_path)

    return read
