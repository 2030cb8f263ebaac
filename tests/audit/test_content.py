"""Summaries that say nothing, or more than they should."""

from __future__ import annotations

from summarizer.audit.content import empty_or_overlong


def found(subject):
    return [(f.code, f.severity, f.at) for f in empty_or_overlong(subject)]


def test_a_long_overview_is_a_warning(grounded):
    """More than 80 words are told, with their number."""
    (finding,) = empty_or_overlong(grounded(overview="word " * 81))
    assert (finding.code, finding.severity) == ("overview-too-long", "warning")
    assert "81" in finding.message
    assert found(grounded(overview="word " * 80)) == []


def test_an_item_without_evidence_is_an_error(grounded, agreement):
    """A claim that names no words of the article is not proved."""
    subject = grounded(agreements=agreement(evidence=[]))
    assert found(subject) == [("no-evidence", "error", "/content/agreements/0")]


def test_an_empty_summary_says_so(grounded):
    """A reply of empty strings and lists is no silent success."""
    subject = grounded(headline="", overview=" ", parties=[], agreements=[], positions=[])
    assert found(subject) == [("empty-summary", "error", "/content")]
