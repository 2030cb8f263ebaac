"""Names of the prompt's example in a summary of another article."""

from __future__ import annotations

from summarizer.audit import audit

STABLE = "Example: Minister Ilka Vel of Arvenia said that the minister would come. Dorvane."


def test_a_name_of_the_prompts_example_is_a_leak(grounded):
    """A name that only the prompt has comes from its example, and is told by this check alone."""
    subject = grounded(stable_text=STABLE, headline="The talks of Arvenia and Halmark.")
    (finding,) = audit(subject)
    assert (finding.code, finding.severity, finding.at) == (
        "example-leak",
        "error",
        "/content/headline",
    )
    assert "Arvenia" in finding.message


def test_names_that_the_article_has_are_no_leak(grounded):
    """A name that both the prompt and the article have, or a word at a sentence's start, is fine."""
    stable = "President Quill and Dorvane. Bridge: a bridge is a name for both. Both agreed."
    assert audit(grounded(stable_text=stable)) == []
