"""Ids that refer to nothing, and ids that are given twice."""

from __future__ import annotations

from summarizer.audit.references import dangling_and_duplicate_ids


def found(subject):
    return [(f.code, f.at) for f in dangling_and_duplicate_ids(subject)]


def test_ids_that_refer_to_nothing_are_findings(grounded, agreement):
    """A dangling id is named with its place, for single references and for lists."""
    subject = grounded(
        agreements=agreement(parties=["dorvane", "nobody"]), next_steps=["a9", "a1", "p1"]
    )
    assert set(found(subject)) == {
        ("dangling-id", "/content/agreements/0/parties/1"),
        ("dangling-id", "/content/next_steps/0"),
    }


def test_an_id_that_is_given_twice_is_a_finding(grounded, agreement):
    """The second of two equal ids is found."""
    subject = grounded(agreements=[*agreement(), *agreement()])
    assert found(subject) == [("duplicate-id", "/content/agreements/1/id")]


def test_ids_that_resolve_are_left_alone(grounded):
    """Parties may be referred to from everywhere."""
    assert found(grounded()) == []
