"""Evidence that the article denies or only supposes."""

from __future__ import annotations

import pytest

from summarizer.audit import audit
from summarizer.audit.contexts import evidence_that_asserts_nothing

WHAT = "Dorvane and Halmark share the tolls of the bridge."


def subject_of(grounded, agreement, sentence, evidence, **changes):
    article = f"Dorvane and Halmark talk of the tolls of the bridge\n\n{sentence}\n"
    agreements = agreement(**{"what": WHAT, "evidence": [evidence], **changes})
    return grounded(article=article, agreements=agreements, positions=[])


@pytest.mark.parametrize(
    ("sentence", "evidence", "code"),
    [
        (
            "Quill denied that Dorvane and Halmark share the tolls.",
            "Dorvane and Halmark share the tolls",
            "evidence-under-denial",
        ),
        (
            "Quill denied that Dorvane and Halmark share the tolls.",
            "Quill denied that Dorvane and Halmark share the tolls.",
            "evidence-under-denial",
        ),
        (
            "There is no truth in reports that the two share the tolls.",
            "the two share the tolls",
            "evidence-under-denial",
        ),
        (
            "If Dorvane and Halmark share the tolls, the bridge opens.",
            "Dorvane and Halmark share the tolls",
            "evidence-under-condition",
        ),
        (
            "There were rumours that Dorvane and Halmark share the tolls.",
            "Dorvane and Halmark share the tolls",
            "evidence-under-condition",
        ),
    ],
)
def test_words_of_agreement_under_a_denial_or_an_if_assert_nothing(
    sentence, evidence, code, grounded, agreement
):
    """The words stand in the article, which does not say that they hold."""
    subject = subject_of(grounded, agreement, sentence, evidence)
    (finding,) = evidence_that_asserts_nothing(subject)
    assert (finding.code, finding.severity) == (code, "warning")
    assert [f.code for f in audit(subject) if f.at.startswith("/content/agreements")] == [code]


@pytest.mark.parametrize(
    ("sentence", "changes"),
    [
        ("Quill denied nothing. Dorvane and Halmark share the tolls.", {}),
        ("Dorvane and Halmark share the tolls, and Quill denied that it hurts.", {}),
        ("If Dorvane and Halmark share the tolls, it opens.", {"what": f"If it opens, {WHAT}"}),
        ("If Dorvane and Halmark share the tolls, it opens.", {"status": "proposed"}),
        ("Quill denied that Dorvane and Halmark share the tolls.", {"denied_by": ["quill"]}),
        (
            "Quill denied that Dorvane and Halmark share the tolls.",
            {"what": "The two do not share the tolls of the bridge."},
        ),
    ],
)
def test_words_in_the_open_are_fine(sentence, changes, grounded, agreement):
    """A denial of something else, a status or a party that denies, and a claim that says so."""
    evidence = "Dorvane and Halmark share the tolls"
    subject = subject_of(grounded, agreement, sentence, evidence, **changes)
    assert list(evidence_that_asserts_nothing(subject)) == []
