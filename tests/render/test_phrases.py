"""What is said of where a summary came from."""

from __future__ import annotations

from summarizer.render.phrases import (
    coverage_sentence,
    findings_sentence,
    origin_sentence,
    provenance_pairs,
)
from summarizer.render.viewing import view_of
from summarizer.summary import Coverage


def test_the_extractive_engine_says_that_no_model_was_asked(summary):
    """Nobody takes the work of rules for that of a model."""
    summary.provenance = summary.provenance.model_copy(update={"engine": "extractive"})
    assert "no model was asked" in origin_sentence(summary.provenance)
    assert dict(provenance_pairs(summary))["Engine"] == "extractive: rules alone, no model"


def test_a_summary_from_elsewhere_claims_no_model(summary):
    """One that was checked may have been written by anybody."""
    update = {"model": None, "answered_by": None, "reply": None, "requests": []}
    summary.provenance = summary.provenance.model_copy(update=update)
    assert origin_sentence(summary.provenance).startswith("Made elsewhere;")
    assert not {"Model", "Reply", "Usage"} & dict(provenance_pairs(summary)).keys()


def test_several_requests_and_a_cost_are_told(summary):
    """A summary that was asked for twice says so."""
    summary.provenance.requests *= 2
    summary.provenance.cost_usd = 0.0123
    usage = dict(provenance_pairs(summary))["Usage"]
    assert usage == "3,210 tokens in, 456 out, 3.2 s, 2 requests, US$ 0.0123"


def test_numbers_of_findings_and_quotations(summary, document):
    """One is not several, and none is said as such."""
    assert findings_sentence(view_of(summary, document).remarks) == "2 errors"
    assert findings_sentence([]) == "no findings"
    assert coverage_sentence(Coverage()) == "The article has no direct quotations"


def test_an_empty_headline_is_replaced_by_the_articles_title(summary, document):
    """A page and a window need a name."""
    summary.content.headline = ""
    assert view_of(summary, document).body.headline == document.title
