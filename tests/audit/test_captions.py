"""Evidence that stands outside the article's own text."""

from __future__ import annotations

from summarizer.audit.captions import evidence_outside_the_body


def codes(subject):
    return [f.code for f in evidence_outside_the_body(subject)]


def test_evidence_in_a_caption_is_an_error(grounded, agreement):
    """A caption's old event proves nothing about the news."""
    subject = grounded(agreements=agreement(evidence=["signs a treaty in 2019 in Old Harbour"]))
    (finding,) = evidence_outside_the_body(subject)
    assert (finding.code, finding.severity) == ("evidence-in-caption", "error")


def test_evidence_in_titles_and_paragraphs_is_fine(grounded, agreement):
    """Title and body prove."""
    assert codes(grounded(agreements=agreement(evidence=["Dorvane and Halmark agree to"]))) == []
