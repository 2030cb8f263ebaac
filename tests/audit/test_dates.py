"""Dates that a summary states and its article does not let anybody derive."""

from __future__ import annotations

import pytest

from summarizer.audit.dates import dates_without_source

ARTICLE = """ date 2031-05-07 Dorvane and Halmark agree on the bridge

President Ada Quill signs a treaty on 14 August 2029 in Old Harbour. Picture: Lantern Press

The leaders of Dorvane and Halmark spoke on Monday and will meet on 21 June in the harbour. They
will meet again in ten days, and they had met in September 2030.
"""


def found(grounded, **changes):
    subject = grounded(article=ARTICLE, agreements=[], positions=[], **changes)
    return [(f.code, f.severity) for f in dates_without_source(subject)]


@pytest.mark.parametrize(
    "date", ["2031-05-07", "2031-05-05", "2031-05-12", "2031-06-21", "2031-05-17", None]
)
def test_a_day_that_follows_from_the_article_is_fine(date, grounded):
    """The day of writing, a Monday near it, a day told without its year, and ten days from it."""
    assert found(grounded, date=date) == []


@pytest.mark.parametrize(
    "date", ["2031-05-09", "2041-06-21", "2031-09-14", "2031-04-01", "2030-09-01"]
)
def test_a_day_that_nothing_leads_to_is_a_warning(date, grounded):
    """A month alone does not tell a day, and a weekday only one that is near."""
    assert found(grounded, date=date) == [("date-not-derivable", "warning")]


def test_a_day_of_a_caption_is_an_error(grounded):
    """The old event of a photograph is not the event told."""
    assert found(grounded, date="2029-08-14") == [("date-from-caption", "error")]


def test_a_day_that_no_calendar_has_is_an_error(grounded):
    """The thirtieth of February is no day."""
    assert found(grounded, date="2031-02-30") == [("date-not-derivable", "error")]


@pytest.mark.parametrize(
    "overview",
    [
        "The leaders of the states spoke on Monday 5 May and will meet on June 21st.",
        "The leaders spoke on 5 May 2031, and will meet in June.",
        "The leaders of the states met in September, and they may march.",
        "They spoke on Monday, and will meet again next Saturday, the 21st of June 2031.",
    ],
)
def test_dates_of_the_article_in_another_form_are_fine(overview, grounded):
    """Orders of day and month, ordinals, years left out and derived days do not fire."""
    assert found(grounded, overview=overview) == []


@pytest.mark.parametrize(
    "overview",
    [
        "The leaders of the states will meet on 22 June in the harbour.",
        "The leaders of the states will meet on 21 July in the harbour.",
        "The leaders of the states met in September 2029.",
        "The leaders of the states will meet on 21 June 2041.",
        "The leaders of the states spoke on Tuesday.",
    ],
)
def test_another_day_month_year_or_weekday_is_an_error(overview, grounded):
    """A date that the article does not tell is found."""
    assert found(grounded, overview=overview) == [("date-not-in-article", "error")]


def test_a_captions_date_in_prose_is_an_error(grounded):
    """An old event's date in the overview."""
    overview = "The leaders of the states agreed on 14 August 2029."
    assert found(grounded, overview=overview) == [("date-from-caption", "error")]


def test_without_a_day_of_writing_a_weekday_leads_nowhere(grounded):
    """Which Monday it was cannot be told."""
    article = "Talks on the bridge\n\nThe leaders of the two states spoke on Monday of the tolls."
    subject = grounded(article=article, agreements=[], positions=[], date="2031-05-05")
    (finding,) = dates_without_source(subject)
    assert finding.severity == "warning"
    assert finding.expected == "null: the article has no date"


def test_months_of_another_language_are_not_read(grounded):
    """An article that is not English is given the benefit of the doubt."""
    article = "Gespräche über Zölle\n\nDie Gespräche waren am 5. Mai 2031 in Brask und dauerten an."
    subject = grounded(article=article, agreements=[], positions=[], date="2031-05-05")
    assert list(dates_without_source(subject)) == []
