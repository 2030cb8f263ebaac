"""The reading guide's format: what gold summaries are compared in."""

from __future__ import annotations

import json

from summarizer.render import render


def test_the_guide_has_its_fields_and_no_ids_of_items(summary, document):
    """Exactly the fields of the guide, in its order."""
    data = json.loads(render(summary, document, "guide"))
    assert list(data) == ["doc", "parties", "agreements", "positions"]
    assert data["doc"] == "strait.txt"
    assert list(data["parties"][0]) == ["id", "name", "kind", "role", "represents", "aliases"]
    fields = ["what", "parties", "status", "asserted_by", "denied_by", "evidence"]
    assert list(data["agreements"][0]) == fields
    fields = ["holder", "speaker", "topic", "statement", "form", "evidence"]
    assert list(data["positions"][0]) == fields


def test_exact_evidence_is_the_articles_own_and_the_rest_the_models(summary, document):
    """A plain substring search finds what is exact, although the model wrote other marks."""
    mixed = json.loads(render(summary, document, "guide"))["positions"][1]["evidence"]
    assert mixed[0] == "\u201ca first step, if a late one\u201d"
    assert mixed[0] in document.text
    assert mixed[1] == "Never again"
