"""Who made the summaries of a run, as far as they tell."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.evaluation.evaluation import Evaluation

FACTS = ("engine", "model", "answered_by", "reply", "origin", "prompt")


def run_facts(evaluation: Evaluation) -> dict[str, list[str]]:
    """Of each fact of the provenance (and of `profile`) the values that occur, in order."""
    predictions = [score.prediction for score in evaluation.scores]
    made = [p.provenance for p in predictions if p.provenance is not None]
    facts = {name: _distinct(getattr(provenance, name) for provenance in made) for name in FACTS}
    return facts | {"profile": _distinct(prediction.profile for prediction in predictions)}


def _distinct(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))
