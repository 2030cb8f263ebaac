"""A whole run against its gold: scores, measures, intervals, what it took, what failed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.evaluation.counts import Counts, summed
from summarizer.evaluation.gold import Case
from summarizer.evaluation.intervals import Interval, differences, intervals, paired_intervals
from summarizer.evaluation.measures import measured
from summarizer.evaluation.prediction import Prediction
from summarizer.evaluation.requests import Requests, requests_by_purpose
from summarizer.evaluation.scoring import Score, score


@dataclass(frozen=True)
class Spent:
    """What the summaries took; None where it is not known of every one of them.

    Tokens as the endpoint counted them, US dollars, seconds of waiting for replies. What went
    into articles that failed is not told by their errors and is not in it.
    """

    tokens_in: int | None
    tokens_out: int | None
    cost_usd: float | None
    seconds: float | None


@dataclass(frozen=True)
class Evaluation:
    """The scores of all articles. Failed ones are among them, as empty summaries."""

    scores: tuple[Score, ...]

    @cached_property
    def counts(self) -> Counts:
        """The sum over all articles."""
        return summed(score.counts for score in self.scores)

    @cached_property
    def measures(self) -> dict[str, float | None]:
        """Every measure over all articles together; None where undefined."""
        return measured(self.counts)

    @property
    def coverage_of_gold(self) -> float | None:
        """The share of direct quotations that the gold itself uses; None where there are none."""
        whole = self.counts["quotations"]
        return self.counts["quotations covered by gold"] / whole if whole else None

    @cached_property
    def intervals(self) -> dict[str, Interval | None]:
        """The bootstrap interval of every measure."""
        return intervals([score.counts for score in self.scores])

    @property
    def failed(self) -> list[Score]:
        """The articles without a summary, missing files among them."""
        return [score for score in self.scores if score.prediction.failure is not None]

    @cached_property
    def spent(self) -> Spent:
        made = [s.prediction.provenance for s in self.scores if s.prediction.failure is None]
        if not made or None in made:
            return Spent(None, None, None, None)
        known = [provenance for provenance in made if provenance is not None]
        costs = [0.0 if p.engine == "extractive" else p.cost_usd for p in known]
        return Spent(
            tokens_in=sum(p.usage.get("prompt_tokens", 0) for p in known),
            tokens_out=sum(p.usage.get("completion_tokens", 0) for p in known),
            cost_usd=None if None in costs else sum(cost for cost in costs if cost is not None),
            seconds=sum(p.seconds for p in known),
        )

    @cached_property
    def requests(self) -> list[Requests]:
        """What the requests were made for and what they brought, as far as the summaries tell."""
        told = [score.prediction.provenance for score in self.scores]
        return requests_by_purpose(provenance for provenance in told if provenance)

    @property
    def remarks(self) -> list[str]:
        """What a reader of the figures should know of single articles."""
        told = []
        for one in self.scores:
            strays = one.case.strays()
            if strays:
                told.append(
                    f"{one.case.name}: {len(strays)} of the gold's passages are not in the article "
                    "to the letter, and match nothing."
                )
            if one.prediction.remark:
                told.append(f"{one.case.name}: {one.prediction.remark}")
        return told


@dataclass(frozen=True)
class Comparison:
    """Two runs over the same articles: each measure of the first less that of the second."""

    other: Evaluation
    differences: dict[str, float | None]
    intervals: dict[str, Interval | None]


def evaluate(cases: Sequence[Case], predictions: Iterable[Prediction]) -> Evaluation:
    """Scores the predictions, one a case, in the order of the cases."""
    return Evaluation(tuple(score(c, p) for c, p in zip(cases, predictions, strict=True)))


def compare(one: Evaluation, other: Evaluation) -> Comparison:
    """Compares two runs over the same cases."""
    counts = [[score.counts for score in run.scores] for run in (one, other)]
    return Comparison(
        other=other,
        differences=differences(one.measures, other.measures),
        intervals=paired_intervals(*counts),
    )
