"""All figures of an evaluation as JSON values: what `--json` writes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from summarizer.evaluation.evaluation import Comparison, Evaluation
from summarizer.evaluation.intervals import LEVEL, RESAMPLES, SEED, Interval
from summarizer.evaluation.measures import FIELDS, KINDS, MEASURES, measured
from summarizer.evaluation.run_facts import run_facts
from summarizer.evaluation.scoring import Score

FORMAT = "summarizer/evaluation@1"


def figures(evaluation: Evaluation, comparison: Comparison | None = None) -> dict[str, Any]:
    """Counts, measures (three decimals), intervals, what it took, and each article's own.

    In `parties`, `agreements`, `positions` and `verbatim` an undefined measure (0 of 0) is 0;
    elsewhere it is null.
    """
    failures = [_failure(score) for score in evaluation.failed]
    counts, measures = evaluation.counts, evaluation.measures
    told = {
        "format": FORMAT,
        "articles": len(evaluation.scores),
        "missing": len(failures),
        "refused": sum(failure["reason"] == "refused" for failure in failures),
        **{kind: _kind(kind, evaluation) for kind in KINDS},
        "verbatim": _rounded(measures["verbatim"] or 0.0),
        "items_exact": _rounded(measures["items_exact"]),
        "coverage": _rounded(measures["coverage"]),
        "coverage_of_gold": _rounded(evaluation.coverage_of_gold),
        "errors_per_item": _rounded(measures["errors_per_item"]),
        "counts": {name: round(count, 3) for name, count in sorted(counts.items())},
        "intervals": {
            "level": LEVEL,
            "resamples": RESAMPLES,
            "seed": SEED,
            **{name: _bounds(evaluation.intervals[name]) for name in MEASURES},
        },
        "spent": _spent(evaluation),
        "run": run_facts(evaluation),
        "failures": failures,
        "remarks": evaluation.remarks,
        "by_article": [_article(score) for score in evaluation.scores],
    }
    return told if comparison is None else told | {"against": _against(evaluation, comparison)}


def _kind(kind: str, evaluation: Evaluation) -> dict[str, Any]:
    names = ("precision", "recall", "f1", *FIELDS[kind])
    return {
        **{
            name: int(evaluation.counts[f"{kind} {name}"])
            for name in ("gold", "predicted", "matched")
        },
        **{name: _rounded(evaluation.measures[f"{kind}.{name}"] or 0.0) for name in names},
    }


def _spent(evaluation: Evaluation) -> dict[str, Any]:
    spent = evaluation.spent
    return {
        "tokens_in": spent.tokens_in,
        "tokens_out": spent.tokens_out,
        "cost_usd": spent.cost_usd,
        "seconds": _rounded(spent.seconds),
        "requests": [
            asdict(one) | {"seconds": _rounded(one.seconds)} for one in evaluation.requests
        ],
    }


def _failure(score: Score) -> dict[str, str]:
    failure = score.prediction.failure
    assert failure is not None
    return {"article": score.case.name, "reason": failure.reason, "message": failure.message}


def _article(score: Score) -> dict[str, Any]:
    measures = measured(score.counts)
    return {"article": score.case.name} | {
        name: _rounded(value) for name, value in measures.items()
    }


def _against(evaluation: Evaluation, comparison: Comparison) -> dict[str, Any]:
    other = comparison.other
    return {
        "run": run_facts(other),
        "failures": [_failure(score) for score in other.failed],
        "spent": _spent(other),
        "measures": {
            name: {
                "here": _rounded(evaluation.measures[name]),
                "there": _rounded(other.measures[name]),
                "difference": _rounded(comparison.differences[name]),
                "interval": _bounds(comparison.intervals[name]),
            }
            for name in MEASURES
        },
    }


def _bounds(interval: Interval | None) -> list[float] | None:
    return None if interval is None else [round(bound, 3) for bound in interval]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
