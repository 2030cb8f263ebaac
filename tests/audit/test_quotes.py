"""Quotes that the article has otherwise, several times, or not at all."""

from __future__ import annotations

from summarizer.audit.quotes import quotes_that_are_not_exact


def found(subject):
    return [(f.code, f.severity, f.at) for f in quotes_that_are_not_exact(subject)]


def test_an_invented_quote_is_an_error_at_its_place(grounded, agreement):
    """A quote that the article has not is found where it stands in the summary."""
    subject = grounded(agreements=agreement(evidence=["Both sides will share the toll income"]))
    assert found(subject) == [("quote-absent", "error", "/content/agreements/0/evidence/0")]


def test_an_altered_quote_shows_what_the_article_says(grounded, position):
    """A quote that lost its negation is altered, and the finding names the negation."""
    subject = grounded(positions=position(evidence=["We will wait for the winter"]))
    (finding,) = quotes_that_are_not_exact(subject)
    assert (finding.code, finding.severity) == ("quote-altered", "error")
    assert "negation" in finding.message
    assert finding.expected == "We will not wait for the winter"
    assert subject.document.text[finding.span.start : finding.span.end] == finding.expected


def test_a_quote_with_a_gap_is_a_warning_that_shows_what_is_left_out(grounded, agreement):
    """What an elision left out may be a negation, so that it is shown."""
    subject = grounded(agreements=agreement(evidence=["Dorvane and Halmark agreed ... to reopen"]))
    (finding,) = quotes_that_are_not_exact(subject)
    assert (finding.code, finding.severity) == ("quote-elided", "warning")
    assert "on Monday" in finding.message


def test_a_quote_that_stands_several_times_is_noted(grounded, agreement):
    """Words that the article has several times are exact, and their ambiguity is said."""
    subject = grounded(agreements=agreement(evidence=["the Pell Bridge"]))
    (finding,) = quotes_that_are_not_exact(subject)
    assert (finding.code, finding.severity) == ("quote-ambiguous", "note")
    assert "2 times" in finding.message


def test_exact_quotes_are_left_alone(grounded):
    """Every quote of the draft stands in the article once."""
    assert found(grounded()) == []
