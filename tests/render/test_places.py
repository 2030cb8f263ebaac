"""Where things stand in an article."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.render.places import Places
from summarizer.schemas.evidence import Quote, Span


@pytest.mark.parametrize(
    ("offset", "line"), [(0, 1), (3, 1), (4, 2), (5, 3), (8, 3), (9, 4), (10, 4)]
)
def test_lines_are_counted_as_editors_count_them(offset, line):
    """From 1; a line feed belongs to the line that it ends; CR LF is one end."""
    assert Places(Document.from_text("one\n\n\rx\r\ny")).line(offset) == line


def test_a_quote_over_several_lines_is_placed_where_it_begins():
    """That is where a reader looks it up."""
    places = Places(Document.from_text("one\ntwo\nthree"))
    quote = Quote(text="two three", match="exact", normalised=True, span=Span(start=4, end=13))
    (proof,) = places.proofs([quote], "/content/evidence")
    assert (proof.at, proof.line, proof.words) == ("/content/evidence/0", 2, "two\nthree")


def test_the_end_of_the_text_is_in_its_last_line():
    """Also when the text ends in a line feed."""
    places = Places(Document.from_text("one\n"))
    assert (places.line(3), places.line(4)) == (1, 2)
