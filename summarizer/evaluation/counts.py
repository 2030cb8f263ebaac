"""Counts by name, e.g. `positions matched`: what measures are made of, summed over articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Counts = Mapping[str, float]
"""A name that is not there counts as 0."""


def summed(several: Iterable[Counts]) -> Counts:
    """The sum of each name's counts."""
    total: dict[str, float] = {}
    for counts in several:
        for name, count in counts.items():
            total[name] = total.get(name, 0) + count
    return total
