"""Days in English text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.audit.reading.dates import read_days, weekdays


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on 8 May", [(8, 5, None)]),
        ("on May 8th, 2031", [(8, 5, 2031)]),
        ("on 2031-05-08", [(8, 5, 2031)]),
        ("the 2nd of June 2031", [(2, 6, 2031)]),
        ("July 17-18", [(17, 7, None), (18, 7, None)]),
        ("17 and 18 July 2021", [(17, 7, 2021), (18, 7, 2021)]),
        ("Friday, Sept. 3, 2029", [(3, 9, 2029)]),
        ("in September 2022", [(None, 9, 2022)]),
        ("before the end of May", [(None, 5, None)]),
        ("JUNE 4", [(4, 6, None)]),
        ("He may march on 5 mayors. May they?", []),
        ("a decision of the marchers in Augusta", []),
    ],
)
def test_days_and_months_are_read(text, days):
    """Orders, ordinals, ranges, abbreviations; verbs and other names are no months."""
    assert [(d.day, d.month, d.year) for d in read_days(text)] == days


def test_a_day_fits_what_tells_as_much():
    """A year may be left out by the article, a day may not."""
    full, short, month = (read_days(t)[0] for t in ("8 May 2031", "8 May", "May 2031"))
    assert full.fits(short)
    assert month.fits(full)
    assert not full.fits(month)
    assert not full.fits(read_days("8 May 2030")[0])


def test_weekdays_are_numbered_from_monday():
    """Names of days, as `datetime.date.weekday` counts them."""
    assert [day for _, _, day in weekdays("Monday, not sunday, but Sunday or Tuesdays")] == [
        0,
        6,
        1,
    ]


@given(st.text(alphabet="0123456789 -,.:MayJune8thof", max_size=60))
def test_any_text_is_read_with_places_that_hold(text):
    """No text stops the reader, and each day stands where it says."""
    for day in read_days(text):
        assert 0 <= day.start < day.end <= len(text)
