"""In which fields a matched pair agrees, each from 0 (no) to 1 (yes)."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.evaluation.matching import jaccard, same_party
from summarizer.evaluation.reading import ReadAgreement, Reading, ReadParty, ReadPosition

AGREEMENT_FIELDS = ("status", "parties_jaccard", "asserted_by")
POSITION_FIELDS = ("holder", "speaker", "form")


def agreement_fields(
    pair: tuple[ReadAgreement, ReadAgreement], gold: Reading, predicted: Reading
) -> dict[str, float]:
    """`status`, `asserted_by` (the same parties), and the Jaccard index of `parties`.

    Ids that no party has are passed over.
    """
    one, other = pair
    asserting = jaccard(_parties(one.asserted_by, gold), _parties(other.asserted_by, predicted))
    return {
        "status": float(one.status == other.status),
        "parties_jaccard": jaccard(_parties(one.parties, gold), _parties(other.parties, predicted)),
        "asserted_by": float(asserting == 1.0),
    }


def position_fields(
    pair: tuple[ReadPosition, ReadPosition], gold: Reading, predicted: Reading
) -> dict[str, float]:
    """`holder` and `speaker` (the same party), `form`."""
    one, other = pair
    holders = gold.named(one.holder), predicted.named(other.holder)
    speakers = gold.named(one.speaker), predicted.named(other.speaker)
    return {
        "holder": float(same_party(*holders)),
        "speaker": float(same_party(*speakers)),
        "form": float(one.form == other.form),
    }


def _parties(identifiers: Sequence[str], reading: Reading) -> list[ReadParty]:
    named = (reading.named(identifier) for identifier in identifiers)
    return [party for party in named if party is not None]
