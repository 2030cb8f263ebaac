"""Counts by name, e.g. `positions matched`: what measures are made of, summed over articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

Counts = Mapping[str, float]


def summed(several: Iterable[Counts]) -> Counts:
    """The sum of each name's counts; a name that is nowhere counts as 0."""
    total: defaultdict[str, float] = defaultdict(float)
    for counts in several:
        for name, count in counts.items():
            total[name] += count
    return total
