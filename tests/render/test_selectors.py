"""Evidence as Web Annotations: each selector finds the same words."""

from __future__ import annotations

import json

from summarizer.document import Document
from summarizer.render import render
from summarizer.render.selectors import as_annotations, selectors
from summarizer.schemas.evidence import Span


def test_each_exact_quote_is_one_annotation(summary, document):
    """Altered and absent quotes have no place in the article, and so no annotation."""
    found = as_annotations(summary, document)
    assert [one["body"]["value"] for one in found] == [
        "/content/agreements/0/evidence/0",
        "/content/agreements/0/evidence/1",
        "/content/positions/1/evidence/0",
        "/content/positions/1/evidence/2",
    ]
    assert json.loads(render(summary, document, "annotations")) == found
    assert len({one["id"] for one in found}) == len(found)


def test_both_selectors_find_the_words(summary, document):
    """By position and by quotation with its surroundings, in code points."""
    for one in as_annotations(summary, document):
        position, quotation = one["target"]["selector"]
        words = document.text[position["start"] : position["end"]]
        assert words == quotation["exact"]
        surrounded = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
        assert document.text.count(surrounded) == 1


def test_the_surroundings_are_at_most_32_code_points():
    """And shorter where the text begins or ends."""
    document = Document.from_text("👩‍👩‍👧" * 20 + "words" + "é" * 40)
    quotation = selectors(document, Span(start=100, end=105))[1]
    assert (len(quotation["prefix"]), quotation["suffix"]) == (32, "é" * 32)
    quotation = selectors(document, Span(start=2, end=143))[1]
    assert (len(quotation["prefix"]), quotation["suffix"]) == (2, "éé")


def test_a_source_is_given_as_an_address(summary, document):
    """A file name with spaces or odd bytes becomes a relative address."""
    summary.document.source = "my talks é\udce9.txt"
    source = as_annotations(summary, document)[0]["target"]["source"]
    assert source == "my%20talks%20%C3%A9%ED%B3%A9.txt"
