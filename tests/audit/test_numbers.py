"""Numbers that a summary states and its article does not."""

from __future__ import annotations

import pytest

from summarizer.audit.numbers import numbers_without_source


def found(subject):
    return [(f.code, f.severity) for f in numbers_without_source(subject)]


ABSENT = [("number-not-in-article", "error")]


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        ("Quill asked for three ships.", "Quill asked for four ships."),
        ("Quill asked for 1.5 million crowns.", "Quill asked for 1.5 billion crowns."),
        ("Quill asked for 60 million crowns.", "Quill asked for 16 million crowns."),
        ("Quill asked for $18million in tolls.", "Quill asked for $18 in tolls."),
        ("Quill asked for $70 million.", "Quill asked for €70 million."),
        ("Quill asked for 40 ships.", "Quill asked for 40% of the ships."),
        ("Quill asked for half of the tolls.", "Quill asked for a third of the tolls."),
        ("Quill asked for a third round.", "Quill asked for a fourth round."),
        ("Quill asked for the third berth.", "Quill asked for three berths."),
        ("Quill asked for tolls from 2021 to 2027.", "Quill asked for tolls from 2021 to 2029."),
        ("Quill met the G7 in the harbour.", "Quill met the G8 in the harbour."),
        ("Quill asked for two crossings.", "Quill asked for twelve crossings."),
        ("The three states met in the harbour.", "The four states met in the harbour."),
    ],
)
def test_a_number_that_the_article_has_not_is_an_error(article, statement, told):
    """Swapped counts, scales, currencies, shares, ordinals, years and codes are found."""
    assert found(told(article, statement)) == ABSENT


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        ("Quill asked for three ships.", "Quill asked for 3 ships."),
        ("Quill asked for twenty-one ships.", "Quill asked for 21 ships."),
        ("Quill asked for 1,500,000 crowns.", "Quill asked for 1.5 million crowns."),
        ("Quill asked for $1.77bn in tolls.", "Quill asked for 1.77 billion dollars in tolls."),
        ("Quill asked for half of the tolls.", "Quill asked for 50% of the tolls."),
        ("Quill asked for 10 to 15 per cent.", "Quill asked for 10% to 15% of it."),
        ("Quill asked for 2-3 million crowns.", "Quill asked for 2 million or 3 million crowns."),
        ("Quill asked for two thirds.", "Quill asked for two-thirds of it."),
        ("Quill spoke for an hour and a half.", "Quill spoke for 90 minutes."),
        ("Quill asked for $18million in tolls.", "Quill asked for $18 million in tolls."),
        ("In the past year and a half Quill sold 22 boats.", "22 boats in a year and a half."),
        ("Quill came at 6 p.m. to the bridge.", "Quill came at 18:00 to the bridge."),
        ("Quill asked for a third round.", "Quill asked for the 3rd round."),
        ("Quill asked for a dozen ships.", "Quill asked for 12 ships."),
        ("Both asked for ships.", "The two asked for ships."),
        ("Quill asked for a ship.", "Quill asked for one ship first."),
        ("Quill and Brandt met in the harbour.", "The two leaders met in the harbour."),
        ("Quill and Brandt met in the harbour.", "The two did meet in the harbour."),
        ("Quill will come next Thursday.", "Quill will come next Tuesday."),
        ("Quill asked for 90 litres a second.", "Quill asked for 90 litres per second."),
    ],
)
def test_the_same_number_in_another_form_is_fine(article, statement, told):
    """Words are digits, ranges and units are read, counted actors and relative days left alone."""
    assert found(told(article, statement)) == []


def test_a_number_of_another_sentence_is_a_note(grounded, position):
    """The article has it, but not where the item's evidence lies."""
    article = "Talks on tolls\n\nQuill asked for some ships. Brandt has 40 of them in the harbour."
    positions = position(
        statement="Quill asked for 40 of the ships.", evidence=["Quill asked for some ships."]
    )
    subject = grounded(article=article, positions=positions, agreements=[])
    assert found(subject) == [("number-not-in-evidence", "note")]


def test_a_number_in_place_of_the_evidences_own_is_a_warning(grounded, position):
    """The evidence gives another amount of the same money, or another count of the same thing."""
    article = "Talks on tolls\n\nQuill asked for $70 million. Brandt has $175 million in the bank."
    positions = position(
        statement="Quill asked for $175 million.", evidence=["Quill asked for $70 million."]
    )
    subject = grounded(article=article, positions=positions, agreements=[])
    (finding,) = numbers_without_source(subject)
    assert (finding.code, finding.severity) == ("number-differs", "warning")
    assert finding.expected == "$70 million"


def test_a_number_of_a_caption_alone_is_a_warning(grounded):
    """An old event's number is not this article's."""
    subject = grounded(overview="The two states agreed in 2019 to reopen the bridge of the town.")
    assert found(subject) == [("number-from-caption", "warning")]


@pytest.mark.parametrize(
    ("prose", "severity"),
    [
        ("Quill won four votes.", "warning"),
        ("Quill won 40 votes.", "error"),
        ("Quill won four percent of the votes.", "error"),
        ("Quill won half of the votes.", "error"),
        ("Quill won in the fifth round.", "error"),
        ("Quill won ten euros a vote.", "error"),
    ],
)
def test_a_small_count_in_an_overview_may_count_a_list(prose, severity, grounded):
    """It may say "four" of four that are named; nothing else is a count."""
    article = "Votes\n\nQuill won in Arl, Bem, Cor and Dun, while Brandt won in Eem."
    subject = grounded(article=article, overview=prose, agreements=[], positions=[])
    assert found(subject) == [("number-not-in-article", severity)]


@pytest.mark.parametrize("evidence", [["Quill won in Arl"], []])
def test_a_small_count_of_an_item_is_an_error(evidence, grounded, position):
    """An item's evidence, or the lack of it, is its own matter."""
    article = "Votes\n\nQuill won in Arl, Bem, Cor and Dun, while Brandt won in Eem."
    positions = position(statement="Quill won four votes.", evidence=evidence)
    subject = grounded(article=article, positions=positions, agreements=[])
    assert ("number-not-in-article", "error") in found(subject)


def test_digits_are_compared_in_any_language(grounded):
    """Where number words cannot be read, digits still can: a warning."""
    article = "Gespräche über Zölle\n\nQuill verlangte 1.500.000 Kronen und 40 Schiffe bis Mittag."
    for prose, codes in [
        ("Quill verlangte 1\u202f500\u202f000 Kronen und 40 Schiffe.", []),
        ("Quill verlangte 60 Schiffe.", [("number-not-in-article", "warning")]),
        ("Quill verlangte drei Schiffe.", []),
    ]:
        subject = grounded(article=article, overview=prose, agreements=[], positions=[])
        assert found(subject) == codes, prose
