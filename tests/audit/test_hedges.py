"""Hedges, conditions and bounds that a summary lost or added."""

from __future__ import annotations

import pytest

from summarizer.audit.hedges import hedges_that_differ


def codes(subject):
    return [f.code for f in hedges_that_differ(subject)]


@pytest.mark.parametrize(
    ("article", "statement", "code"),
    [
        ("Quill might open the bridge.", "Quill will open the bridge.", "hedge-lost"),
        ("Quill may perhaps open it.", "Quill is to open it.", "hedge-lost"),
        ("The bridge is reportedly open.", "The bridge is open.", "hedge-lost"),
        ("Quill will open the bridge.", "Quill might open the bridge.", "hedge-added"),
        ("Quill opens the bridge if tolls fall.", "Quill opens the bridge.", "condition-lost"),
        ("Unless tolls fall, Quill shuts the bridge.", "Quill shuts the bridge.", "condition-lost"),
        ("Quill will pay up to 10 crowns.", "Quill will pay 10 crowns.", "bound-lost"),
        ("Quill will pay at least $5 million.", "Quill will pay $5 million.", "bound-lost"),
    ],
)
def test_what_makes_a_statement_weaker_is_missed_when_it_is_gone(article, statement, code, told):
    """A possibility told as a fact, a condition or a bound left out, a doubt that nobody had."""
    (finding,) = hedges_that_differ(told(article, statement))
    assert (finding.code, finding.severity) == (code, "warning")
    assert article in finding.message


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        ("Quill might open the bridge.", "Quill could possibly open the bridge."),
        ("Quill might open the bridge.", "It is possible that Quill will open the bridge."),
        ("Quill said it would open the bridge.", "Quill will open the bridge."),
        ("Quill opens the bridge if tolls fall.", "Quill opens the bridge once tolls fall."),
        ("Asked if tolls fall, Quill shut the bridge.", "Quill shut the bridge."),
        ("Quill will pay up to 10 crowns.", "Quill will pay 10 crowns at most."),
        ("Quill will pay at least 5 crowns for 3 ships.", "Quill will pay for 3 ships."),
        ("Quill will open the bridge and may shut the canal.", "Quill will open the bridge."),
        ("Quill met him in May on the bridge.", "Quill met him on the bridge."),
    ],
)
def test_other_hedges_and_what_was_left_out_are_fine(article, statement, told):
    """One hedge stands for another; reported speech is no doubt; other halves do not count."""
    assert codes(told(article, statement)) == []
