"""Numbers in English text, in digits or words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.audit.reading.numbers import read_numbers

MILLION = 1_000_000


def values(text):
    return [{(value, unit) for value, unit in n.readings} for n in read_numbers(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("three", 3, ""),
        ("twenty-one", 21, ""),
        ("one hundred and twenty-five thousand", 125_000, ""),
        ("two million three hundred thousand", 2_300_000, ""),
        ("1.5 million", 1.5 * MILLION, ""),
        ("1,500,000", 1.5 * MILLION, ""),
        ("1\u202f500\u202f000", 1.5 * MILLION, ""),
        ("$1.75bn", 1750 * MILLION, "dollar"),
        ("US$ 5 million", 5 * MILLION, "dollar"),
        ("60 million crowns", 60 * MILLION, ""),
        ("half", 0.5, ""),
        ("half", 50, "%"),
        ("half a million", 500_000, ""),
        ("a quarter of a million", 250_000, ""),
        ("half an hour", 30, ""),
        ("three and a half", 3.5, ""),
        ("a hundred", 100, ""),
        ("two dozen", 24, ""),
        ("21st", 21, ""),
        ("twenty-first", 21, ""),
        ("fifty per cent", 50, "%"),
        ("0.5%", 0.5, "%"),
        ("400 million euros", 400 * MILLION, "euro"),
        ("the 1990s", 1990, ""),
        ("6 p.m.", 18, ""),
    ],
)
def test_one_number_is_read_as_its_value(text, value, unit):
    """Words, digits, scales, money, shares and lengths of time."""
    (readings,) = values(text)
    assert (Decimal(value), unit) in readings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 to 15 per cent", [{(10, ""), (10, "%")}, {(15, "%")}]),
        ("2021-2027", [{(2021, "")}, {(2027, "")}]),
        ("one or two", [{(1, "")}, {(2, "")}]),
        ("dozens of ships, thousands of men, seconds later", []),
        ("the quarter and the fifths", []),
        ("monster money, often none", []),
    ],
)
def test_several_numbers_and_none(text, expected):
    """Ranges share their unit; vague plurals and letters inside words are no numbers."""
    assert values(text) == expected


def test_codes_are_names_with_digits():
    """What a letter and a digit make together counts by its spelling."""
    found = read_numbers("G7, Covid-19 and an F-35 on 3D maps")
    assert [(n.text, n.kind) for n in found] == [
        ("g7", "code"),
        ("covid19", "code"),
        ("f35", "code"),
        ("3d", "code"),
    ]


@given(st.integers(min_value=0, max_value=10**15))
def test_digits_with_and_without_commas_are_equal(number):
    """Every whole number reads as itself, however it is grouped."""
    assert values(f"{number:,}") == values(str(number)) == [{(Decimal(number), "")}]


@given(st.text(max_size=200))
def test_any_text_is_read_with_places_that_hold(text):
    """No text stops the reader, and each number stands where it says."""
    for number in read_numbers(text):
        assert 0 <= number.start < number.end <= len(text)
