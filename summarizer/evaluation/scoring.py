"""One article's score: what matches what, and the counts that every measure is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from summarizer.evaluation.agreeing import agreement_fields, position_fields
from summarizer.evaluation.counts import Counts, summed
from summarizer.evaluation.gold import Case
from summarizer.evaluation.matching import Pairing, pair_items, pair_parties
from summarizer.evaluation.prediction import Prediction
from summarizer.evaluation.proof import proof_of_strings
from summarizer.evaluation.reading import ReadAgreement, ReadParty, ReadPosition


@dataclass(frozen=True)
class Score:
    """One article: gold beside predicted, and the counts of it."""

    case: Case
    prediction: Prediction
    parties: Pairing[ReadParty]
    agreements: Pairing[ReadAgreement]
    positions: Pairing[ReadPosition]
    counts: Counts


def score(case: Case, prediction: Prediction) -> Score:
    """Matches a prediction with the gold of its article and counts."""
    gold, predicted, text = case.gold, prediction.reading, case.document.text
    parties = pair_parties(gold.parties, predicted.parties)
    agreements = pair_items(gold.agreements, predicted.agreements, text)
    positions = pair_items(gold.positions, predicted.positions, text)
    agreeing = [agreement_fields(pair, gold, predicted) for pair in agreements.pairs]
    stating = [position_fields(pair, gold, predicted) for pair in positions.pairs]
    counts = summed(
        [
            *_under("parties", [_sizes(parties)]),
            *_under("agreements", [_sizes(agreements), *agreeing]),
            *_under("positions", [_sizes(positions), *stating]),
            _proof_counts(case, prediction),
        ]
    )
    return Score(case, prediction, parties, agreements, positions, counts)


def _sizes(pairing: Pairing[Any]) -> Counts:
    matched = len(pairing.pairs)
    return {
        "gold": matched + len(pairing.missed),
        "predicted": matched + len(pairing.invented),
        "matched": matched,
    }


def _under(kind: str, several: list[Counts]) -> Iterator[Counts]:
    return ({f"{kind} {name}": count for name, count in counts.items()} for counts in several)


def _proof_counts(case: Case, prediction: Prediction) -> Counts:
    proof, text = prediction.proof, case.document.text
    of_gold = proof_of_strings([i.evidence for i in case.gold.items], case.document, errors=0)
    return {
        "evidence": len(prediction.quoted),
        "evidence verbatim": sum(bool(words) and words in text for words in prediction.quoted),
        "items": proof.items,
        "items exact": proof.exact,
        "errors": proof.errors,
        "quotations": proof.quotations,
        "quotations covered": proof.covered,
        "quotations covered by gold": of_gold.covered,
    }
