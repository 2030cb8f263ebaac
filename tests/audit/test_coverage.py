"""Which quotations of the article the summary uses."""

from __future__ import annotations

from summarizer.audit import coverage_of
from summarizer.audit.coverage import uncovered_quotations

TEN = '"one two three four five six seven eight nine ten,"'


def test_a_quotation_that_nobody_uses_is_listed_with_its_speaker(grounded):
    """Every direct quotation is covered, or listed with who said it."""
    subject = grounded(positions=[])
    coverage = coverage_of(subject)
    text = subject.document.text
    assert (coverage.quotations, coverage.covered, coverage.covered_characters) == (2, 0, 0)
    assert [text[u.start : u.end] for u in coverage.uncovered] == [
        '"We will not wait for the winter,"',
        '"No date was set,"',
    ]
    assert coverage.uncovered[0].speaker == "Ada Quill"
    assert [f.code for f in uncovered_quotations(subject)] == ["quotation-uncovered"] * 2


def test_quotations_in_use_are_not_listed(grounded):
    """What positions take as evidence is covered, with its characters."""
    coverage = coverage_of(grounded())
    assert (coverage.quotations, coverage.covered, coverage.uncovered) == (2, 2, [])
    assert coverage.covered_characters == coverage.characters > 0
    assert list(uncovered_quotations(grounded())) == []


def test_a_quotation_is_covered_by_half_of_its_characters(grounded, agreement):
    """Half of a quotation in some item's evidence is enough; less is not."""
    article = f"A title\n\n{TEN} President Quill said."
    half = grounded(article=article, agreements=agreement(evidence=["one two three four five six"]))
    less = grounded(article=article, agreements=agreement(evidence=["one two"]))
    assert coverage_of(half).covered == 1
    assert coverage_of(less).covered == 0
    assert coverage_of(less).covered_characters == len("one two")


def test_overlapping_evidence_counts_once(grounded, agreement):
    """The same characters in two passages are covered once."""
    article = f"A title\n\n{TEN} President Quill said."
    twice = agreement(evidence=["one two three", "two three four"])
    assert coverage_of(grounded(article=article, agreements=twice)).covered_characters == len(
        "one two three four"
    )
