"""Items that say the same thing twice."""

from __future__ import annotations

from summarizer.audit.duplicates import duplicate_items


def found(subject):
    return [(f.code, f.severity, f.at) for f in duplicate_items(subject)]


def test_the_same_point_told_twice_is_a_warning(grounded, position):
    """Same holder, same speaker, nearly the same sentence: the second is one too many."""
    again = position(id="p2", statement="Quill will not wait for the winter at all.")
    subject = grounded(positions=[*position(), *again])
    assert found(subject) == [("duplicate-item", "warning", "/content/positions/1")]


def test_the_same_sentence_of_somebody_else_is_another_point(grounded, position):
    """Two states may announce the same."""
    again = position(id="p2", holder="halmark", speaker="brandt")
    assert found(grounded(positions=[*position(), *again])) == []


def test_two_points_of_one_passage_are_no_duplicates(grounded, position):
    """One passage may tell two points of one holder."""
    again = position(id="p2", statement="She calls for haste in all that is left to do.")
    assert found(grounded(positions=[*position(), *again])) == []


def test_agreements_of_other_parties_are_no_duplicates(grounded, agreement):
    """The same pledge to two states is two pledges."""
    again = agreement(id="a2", parties=["dorvane", "brandt"])
    assert found(grounded(agreements=[*agreement(), *again])) == []
    twice = agreement(id="a2")
    assert found(grounded(agreements=[*agreement(), *twice])) == [
        ("duplicate-item", "warning", "/content/agreements/1")
    ]
