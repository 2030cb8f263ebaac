"""The words of an article."""

from __future__ import annotations

import pytest

from summarizer.audit.reading.vocabulary import Vocabulary

TEXT = (
    "The Kestrian president met the United Nations Relief Works of Spain in NATO's hall. U.S. men."
)


@pytest.mark.parametrize(
    "word",
    [
        "kestrian",
        "Kestria",
        "Kestrians",
        "Kestria's",
        "UN",
        "UNRWS",
        "Nato",
        "US",
        "U.S.",
        "Spanish",
    ],
)
def test_forms_of_a_word_are_had(word):
    """Case, derivation, genitive, acronyms both ways, and states with their peoples."""
    assert Vocabulary(TEXT).has(word)


@pytest.mark.parametrize(
    "word", ["Kest", "Kestrel", "Nations'League", "EU", "Portuguese", "Reliefs2"]
)
def test_other_words_are_not(word):
    """A shared beginning alone is no form of a word."""
    assert not Vocabulary(TEXT).has(word)


def test_a_name_in_full_is_had_by_its_acronym():
    """The text has "NATO", another the words that it stands for, between others."""
    run = ("Old", "North", "Atlantic", "Treaty", "Organisation")
    assert Vocabulary(TEXT).has_acronym("Treaty", run)
    assert not Vocabulary(TEXT).has_acronym("Old", run)
