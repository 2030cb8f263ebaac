"""The bootstrap over articles."""

from __future__ import annotations

import random

import pytest

from summarizer.evaluation.intervals import intervals, paired_intervals


def article(matched, gold=10):
    """The counts of one article of which `matched` of `gold` positions were found."""
    return {"positions gold": gold, "positions predicted": gold, "positions matched": matched}


def test_the_same_twice():
    """No chance beyond a fixed seed."""
    articles = [article(n) for n in (2, 5, 9)]
    assert intervals(articles) == intervals(articles)


def test_articles_that_are_all_alike_leave_no_doubt():
    """Each draw gives the same measure."""
    assert intervals([article(8)] * 5)["positions.recall"] == (0.8, 0.8)


def test_a_known_interval():
    """The mean of 40 articles that are half found, half not: 0.5, give or take 1.96 / sqrt(160)."""
    articles = [article(10 * (n % 2)) for n in range(40)]
    low, high = intervals(articles)["positions.recall"]
    assert low == pytest.approx(0.5 - 0.155, abs=0.03)
    assert high == pytest.approx(0.5 + 0.155, abs=0.03)


def test_one_article_has_no_interval():
    """Chance cannot be told from one."""
    assert set(intervals([article(8)]).values()) == {None}


def test_draws_in_which_a_measure_is_undefined_do_not_count():
    """An article without positions does not pull the lower bound to zero."""
    articles = [article(9), article(0, gold=0)]
    assert intervals(articles)["positions.recall"] == (0.9, 0.9)
    assert intervals(articles)["agreements.f1"] is None


def test_pairing_cancels_what_makes_an_article_hard():
    """A run that is better by one position everywhere is surely better, however articles vary."""
    chance = random.Random(7)
    found = [chance.randrange(9) for _ in range(12)]
    ones, others = ([article(n + more) for n in found] for more in (1, 0))
    low, high = paired_intervals(ones, others)["positions.recall"]
    assert low == pytest.approx(0.1)
    assert high == pytest.approx(0.1)
    separately = intervals(ones)["positions.recall"]
    assert separately[1] - separately[0] > 0.2
