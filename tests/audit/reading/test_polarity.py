"""What is denied, weakened, conditioned or bounded."""

from __future__ import annotations

import pytest

from summarizer.audit.reading.polarity import Said, stem


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It will not move.", ["not"]),
        ("It won't move.", ["n't"]),
        ("It won\u2019t move.", ["n't"]),
        ("It is not only late.", []),
        ("It came no later than noon.", []),
        ("They refused to move.", ["refused"]),
        ("It was turned down.", ["turned down"]),
        ("A note on knots in the north.", []),
    ],
)
def test_negations(text, words):
    """Words, contractions and verbs deny; phrases that only look like it do not."""
    assert [cue.words for cue in Said(text).negations] == words


def test_a_cue_governs_what_follows_in_its_clause():
    """The nearest word comes first, and the scope ends with the clause."""
    (cue,) = Said("They will not open the bridge: the tolls rise.").negations
    assert cue.scope == (stem("open"), stem("bridge"))


def test_a_verb_of_refusal_governs_both_ways():
    """What was turned down stands before it."""
    (cue,) = Said("The offer was turned down by Halmark.").negations
    assert set(cue.scope) == {stem("halmark"), stem("offer")}


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("It may move.", True),
        ("May was cold.", True),
        ("It was in May.", False),
        ("It moves.", False),
    ],
)
def test_hedges_are_not_months(text, hedged):
    """A small "may" is a hedge, and "May" inside a sentence a month."""
    assert bool(Said(text).hedges) == hedged


@pytest.mark.parametrize(
    "words", [("negotiate", "negotiations"), ("accept", "accepted"), ("deal", "deals")]
)
def test_forms_of_a_word_share_their_stem(words):
    """Endings are taken off."""
    assert len({stem(word) for word in words}) == 1
