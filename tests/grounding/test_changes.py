"""A change is named for what it turns, in words that a reader understands."""

from __future__ import annotations

import pytest

from summarizer.grounding.changes import changes

NAMED = {
    "negation dropped": [
        ("We will not go", "We will go", "negation dropped: not"),
        ("We never agreed to it", "We always agreed to it", "negation dropped: never -> always"),
        ("We can't go", "We can go", "negation dropped: can't -> can"),
        ("They cannot go", "They can go", "negation dropped: cannot -> can"),
        ("It is illegal now", "It is legal now", "negation dropped: illegal -> legal"),
        ("a non-binding text", "a binding text", "negation dropped: non-"),
        ("It has no meaning", "It has meaning", "negation dropped: no"),
    ],
    "negation added": [
        ("We will go", "We will never go", "negation added: never"),
        ("He is able to go", "He is unable to go", "negation added: able -> unable"),
        ("Both were there", "Neither were there", "negation added: Both -> Neither"),
    ],
    "number": [
        ("with 12 ships", "with 13 ships", "number changed: 12 -> 13"),
        ("for 1.5 million", "for 15 million", "number changed: 1.5 -> 15"),
        ("with three ships", "with four ships", "number changed: three -> four"),
        ("paid $5 then", "paid €5 then", "number changed: $5 -> €5"),
        ("rose 5% then", "rose 5 then", "number changed: 5% -> 5"),
        ("with 12 ships", "with ships", "number dropped: 12"),
        ("with ships", "with two ships", "number added: two"),
        ("on 2nd May", "on 3rd May", "number changed: 2nd -> 3rd"),
    ],
    "date": [
        ("met on Monday again", "met on Tuesday again", "date changed: Monday -> Tuesday"),
        ("met in March again", "met in April again", "date changed: March -> April"),
        ("they march again", "they meet again", "changed: march -> meet"),
        ("they meet tomorrow", "they meet today", "date changed: tomorrow -> today"),
    ],
    "name": [
        ("said Ilka Vel there", "said Oren Tas there", "name changed: Ilka Vel -> Oren Tas"),
        ("he met Vel there", "he met there", "name dropped: Vel"),
        ("he met there", "he met Tas there", "name added: Tas"),
        ("Ministers met. Talks begin", "Ministers met. Fights begin", "changed: Talks -> Fights"),
    ],
    "tense or mood": [
        ("it is closed", "it was closed", "tense or mood changed: is -> was"),
        ("we will go", "we would go", "tense or mood changed: will -> would"),
        ("we may go", "we must go", "tense or mood changed: may -> must"),
        ("he has gone", "he had gone", "tense or mood changed: has -> had"),
    ],
    "word form": [
        ("they agree now", "they agreed now", "word form changed: agree -> agreed"),
        ("they start talks", "they start talk", "word form changed: talks -> talk"),
        ("they sign now", "they sing now", "changed: sign -> sing"),
    ],
    "marks": [
        ("they met, talked", "they met; talked", "punctuation changed: , -> ;"),
        ("they met, talked", "they met talked", "punctuation dropped: ,"),
        ("they met talked", 'they "met talked', 'punctuation added: "'),
    ],
    "looks": [
        ("the Ministers met", "the ministers met", "case changed: Ministers -> ministers"),
        ("the café met", "the cafe met", "accents changed: café -> cafe"),
        ("said Vel there", "said V\u0435l there", "look-alike letters: Vel -> V\u0435l (U+0435)"),
        ("on 12 May", "on １２ May", "look-alike letters: 12 -> １２ (U+FF11, U+FF12)"),
        ("said Vel there", "said V\u200bel there", "invisible characters: Vel -> V[U+200B]el"),
        ("start talks", "starttalks", "changed: start talks -> starttalks"),
        ("the well - known", "the well-known", "spacing changed"),
    ],
    "all else": [
        ("they start talks", "they begin talks", "changed: start -> begin"),
        ("they start long talks", "they start talks", "dropped: long"),
        ("they start talks", "they start long talks", "added: long"),
    ],
}  # fmt: skip

CASES = [case for cases in NAMED.values() for case in cases]


@pytest.mark.parametrize(("passage", "quote", "change"), CASES, ids=[case[2] for case in CASES])
def test_one_change_is_named(passage, quote, change):
    """What turns the meaning comes before what only differs."""
    assert changes(quote, passage) == (change,)


def test_several_changes_come_in_the_order_of_the_passage():
    """Each stretch of words that differ is one change."""
    passage = "Arvenia will not start talks with 12 ships on Monday"
    quote = "Sorland will start talks with 13 boats on Monday"
    assert changes(quote, passage) == (
        "changed: Arvenia -> Sorland",
        "negation dropped: not",
        "number changed: 12 ships -> 13 boats",
    )


def test_words_that_only_changed_their_place_are_moved():
    """Neither dropped nor added: told once."""
    passage = "they will slowly start talks again"
    assert changes("they will start talks again slowly", passage) == ("moved: slowly",)
    assert changes("they start slowly today", "today they start slowly") == ("moved: today",)


def test_two_names_that_changed_places_are_both_told():
    """Who did what to whom is turned round."""
    assert changes("said Sorland asked Arvenia first", "said Arvenia asked Sorland first") == (
        "name changed: Arvenia -> Sorland",
        "name changed: Sorland -> Arvenia",
    )


def test_what_is_hidden_is_shown_by_its_number():
    """No control character of a quotation reaches a reader."""
    told = " ".join(changes("they \u202emet\x1b[2J here", "they went there"))
    assert "\u202e" not in told
    assert "\x1b" not in told


def test_the_same_words_cut_from_a_longer_one_are_said_to_be_cut():
    """Where no word differs, something must."""
    assert changes("start talks", "start talks") == ("cut inside a word",)


def test_a_long_change_is_told_by_its_ends():
    """An invented page does not fill the reader's screen."""
    (told,) = changes("they met " + "and fought " * 1_000 + "here", "they met here")
    assert told.startswith("added: and fought and")
    assert told.endswith("fought")
    assert len(told) < 400
