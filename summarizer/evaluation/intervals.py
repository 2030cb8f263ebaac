"""How far a measure would move with other articles of the same kind: the percentile bootstrap.

Articles are drawn with replacement, as many as there are, and the measure of each draw is worked
out anew (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). Two runs over the same
articles are compared draw by draw, so that what makes an article hard for both cancels out. With
few articles such intervals are too narrow: they tell what chance alone may do at least.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from summarizer.evaluation.counts import Counts, summed
from summarizer.evaluation.measures import MEASURES, measured

RESAMPLES = 2_000
LEVEL = 0.95
SEED = 1993

Interval = tuple[float, float]
Measured = dict[str, float | None]


def intervals(articles: Sequence[Counts]) -> dict[str, Interval | None]:
    """The interval of every measure; None for fewer than two articles, and where undefined."""
    return _of_draws(measured(drawn) for drawn in _draws(articles))


def paired_intervals(
    articles: Sequence[Counts], others: Sequence[Counts]
) -> dict[str, Interval | None]:
    """The interval of each measure of `articles` less that of `others`, a run over the same ones."""
    pairs = zip(_draws(articles), _draws(others), strict=True)
    return _of_draws(differences(measured(one), measured(other)) for one, other in pairs)


def differences(one: Measured, other: Measured) -> Measured:
    """Each measure of `one` less that of `other`."""
    return {name: _less(one[name], other[name]) for name in MEASURES}


def _less(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one - other


def _draws(articles: Sequence[Counts]) -> Iterator[Counts]:
    """The summed counts of each draw; the same articles are drawn for every run of this length."""
    if len(articles) < 2:
        return
    chance = random.Random(SEED)  # noqa: S311 - a sample, not a secret
    columns = {name: [counts.get(name, 0) for counts in articles] for name in summed(articles)}
    everyone = range(len(articles))
    for _ in range(RESAMPLES):
        drawn = chance.choices(everyone, k=len(articles))
        yield {name: sum([column[i] for i in drawn]) for name, column in columns.items()}


def _of_draws(draws: Iterator[Measured]) -> dict[str, Interval | None]:
    values: dict[str, list[float]] = {name: [] for name in MEASURES}
    for draw in draws:
        for name, value in draw.items():
            if value is not None:
                values[name].append(value)
    return {name: _middle(sorted(found)) for name, found in values.items()}


def _middle(ordered: Sequence[float]) -> Interval | None:
    """The middle `LEVEL` of the values."""
    if not ordered:
        return None
    outside = (1 - LEVEL) / 2
    last = len(ordered) - 1
    return ordered[round(outside * last)], ordered[round((1 - outside) * last)]
