"""Negations that a summary lost or added."""

from __future__ import annotations

import pytest

from summarizer.audit import Subject
from summarizer.audit.negations import negations_that_differ


def codes(subject: Subject) -> list[str]:
    return [f.code for f in negations_that_differ(subject)]


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        ("Quill will not open the bridge.", "Quill will open the bridge."),
        ("Quill said it won't open the bridge.", "Quill will open the bridge."),
        ("Quill will never open the bridge.", "Quill is to open the bridge."),
        ("Quill will no longer tolerate the tolls.", "Quill will tolerate the tolls."),
        ("Quill refused to open the bridge.", "Quill is to open the bridge."),
        ("Quill rejected the tolls on the bridge.", "Quill accepts the tolls on the bridge."),
        ("The tolls are to be unacceptable.", "The tolls are acceptable to the state."),
        ("The bridge opens without the tolls.", "The bridge opens with the tolls."),
    ],
)
def test_a_negation_that_the_statement_lost_is_a_warning(article, statement, told):
    """Not, never, no longer, without, refusing and rejecting, un-: each is missed when it is gone."""
    assert codes(told(article, statement)) == ["negation-lost"]


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        ("Quill will open the bridge.", "Quill will not open the bridge."),
        ("Quill offered to open the bridge.", "Quill refused to open the bridge."),
        ("Quill called the tolls acceptable.", "Quill called the tolls unacceptable."),
    ],
)
def test_a_negation_that_the_statement_adds_is_a_warning(article, statement, told):
    """What the evidence affirms, the statement denies."""
    assert codes(told(article, statement)) == ["negation-added"]


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        ("Quill will not open the bridge.", "Quill refuses to open the bridge."),
        ("Quill will not accept the tolls.", "Quill rejected the tolls."),
        ("Quill denied that the bridge is open.", "The bridge is not open, Quill said."),
        ("Quill said not only the bridge would open.", "The bridge would open, Quill said."),
        ("Quill will pay by noon, no later than that.", "Quill will pay by noon."),
        ("Quill will open the bridge but not the canal.", "Quill will open the bridge."),
        ("Quill did not wait and opened the bridge.", "Quill opened the bridge."),
        ("Quill found the tolls unrealistic.", "Quill found that the tolls are not realistic."),
    ],
)
def test_other_words_for_the_same_and_other_halves_are_fine(article, statement, told):
    """Synonyms of a negation, phrases that only look like one, and what was left out do not fire."""
    assert codes(told(article, statement)) == []


def test_both_texts_are_shown_with_the_place(told):
    """The reader sees what was said and what was made of it."""
    subject = told("Quill will not open the bridge.", "Quill will open the bridge.")
    (finding,) = negations_that_differ(subject)
    assert (finding.severity, finding.at) == ("warning", "/content/positions/0/statement")
    assert "Quill will not open the bridge." in finding.message
    assert "Quill will open the bridge." in finding.message
    assert finding.span is not None
    assert finding.expected == "Quill will not open the bridge."


def test_a_status_may_tell_the_negation(grounded, agreement):
    """A rejected offer is told as an offer, and a denied agreement as an agreement."""
    article = (
        "Talks of the bridge\n\nHalmark did not accept the offer of Dorvane to open the bridge."
    )
    evidence = ["Halmark did not accept the offer of Dorvane to open the bridge."]
    what = "Dorvane made Halmark accept the offer to open the bridge."
    for changes, expected in [
        ({"status": "rejected"}, []),
        ({"status": "reached", "denied_by": ["halmark"]}, []),
        ({"status": "reached"}, ["negation-lost"]),
    ]:
        agreements = agreement(what=what, evidence=evidence, **changes)
        assert codes(grounded(article=article, agreements=agreements, positions=[])) == expected


def test_a_passage_that_affirms_what_another_denies_settles_it(grounded, position):
    """Where the item's evidence says both, the statement may say either."""
    article = "Talks\n\nThe state will not open the bridge, it said. Now it will open the bridge."
    evidence = ["The state will not open the bridge", "Now it will open the bridge."]
    positions = position(statement="The state will open the bridge.", evidence=evidence)
    assert codes(grounded(article=article, positions=positions, agreements=[])) == []
