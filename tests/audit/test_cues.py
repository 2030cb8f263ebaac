"""Sentences that tell of an agreement and that no item uses."""

from __future__ import annotations

from summarizer.audit.cues import uncovered_agreements

SENTENCE = "Dorvane and Halmark agreed on Monday to reopen the Pell Bridge."


def found(subject):
    text = subject.document.text
    return [
        (f.code, f.severity, text[f.span.start : f.span.end]) for f in uncovered_agreements(subject)
    ]


def test_an_agreement_that_no_item_uses_is_noted(grounded):
    """A sentence with the words of an agreement is accounted for."""
    assert found(grounded(agreements=[])) == [("agreement-cue-uncovered", "note", SENTENCE)]


def test_a_sentence_that_some_item_uses_is_left_alone(grounded, agreement, position):
    """Part of it in some item's evidence is use enough, altered or not, by whatever item."""
    assert found(grounded()) == []
    altered = agreement(
        evidence=["Dorvane and Halmark agreed on Friday to reopen the Pell Bridge."]
    )
    assert found(grounded(agreements=altered)) == []
    assert found(grounded(agreements=[], positions=position(evidence=["to reopen the Pell"]))) == []


def test_captions_and_titles_are_no_such_sentences(grounded):
    """An old treaty on a photograph is not missing from the summary."""
    article = f"Dorvane signed a deal with Halmark\n\n{SENTENCE}\n"
    assert found(grounded(article=article)) == []
