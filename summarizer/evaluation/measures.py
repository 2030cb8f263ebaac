"""The measures, each worked out from counts that are summed over articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from summarizer.evaluation.agreeing import AGREEMENT_FIELDS, POSITION_FIELDS
from summarizer.evaluation.counts import Counts

Measure = Callable[[Counts], float | None]

KINDS = ("parties", "agreements", "positions")
FIELDS: Mapping[str, tuple[str, ...]] = {
    "parties": (),
    "agreements": AGREEMENT_FIELDS,
    "positions": POSITION_FIELDS,
}
"""Of each kind, what is compared in matched pairs."""


def _ratio(part: str, whole: str, counts: Counts) -> float | None:
    return counts.get(part, 0) / counts[whole] if counts.get(whole) else None


def _f1(kind: str, counts: Counts) -> float | None:
    """The harmonic mean of precision and recall; None where there is nothing on either side."""
    if not counts.get(f"{kind} gold") and not counts.get(f"{kind} predicted"):
        return None
    precision = _ratio(f"{kind} matched", f"{kind} predicted", counts) or 0.0
    recall = _ratio(f"{kind} matched", f"{kind} gold", counts) or 0.0
    return 2 * precision * recall / ((precision + recall) or 1)


def _of_kind(kind: str) -> dict[str, Measure]:
    matched = f"{kind} matched"
    return {
        f"{kind}.precision": partial(_ratio, matched, f"{kind} predicted"),
        f"{kind}.recall": partial(_ratio, matched, f"{kind} gold"),
        f"{kind}.f1": partial(_f1, kind),
        **{
            f"{kind}.{field}": partial(_ratio, f"{kind} {field}", matched) for field in FIELDS[kind]
        },
    }


MEASURES: Mapping[str, Measure] = {
    **{name: measure for kind in KINDS for name, measure in _of_kind(kind).items()},
    "verbatim": partial(_ratio, "evidence verbatim", "evidence"),
    "items_exact": partial(_ratio, "items exact", "items"),
    "coverage": partial(_ratio, "quotations covered", "quotations"),
    "errors_per_item": partial(_ratio, "errors", "items"),
}
"""Every measure by name. None where the counts leave it undefined (0 of 0)."""


def measured(counts: Counts) -> dict[str, float | None]:
    """All measures of one sum of counts."""
    return {name: measure(counts) for name, measure in MEASURES.items()}
