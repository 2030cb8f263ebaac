"""Which words of a passage a quote does not have."""

from __future__ import annotations

from summarizer.render.differences import differences


def test_the_words_that_the_other_lacks_stand_out():
    """A dropped negation is what a reader must see."""
    pieces = differences("We will not close it", "We will close it")
    assert [text.strip() for text, differs in pieces if differs] == ["not"]
    assert "".join(text for text, _ in pieces) == "We will not close it"


def test_nothing_stands_out_where_nothing_differs_or_all_is_too_long():
    """And what is too long to compare is left as it is."""
    assert differences("the same", "the same") == [("the same", False)]
    assert differences("", "words") == [("", False)]
    assert differences("a " * 2000, "b") == [("a " * 2000, False)]
