"""Where gold and predicted part: what was missed, what was invented, what is told otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from summarizer.evaluation.agreeing import agreement_fields, position_fields
from summarizer.evaluation.matching import Pairing
from summarizer.evaluation.reading import ReadAgreement, Reading, ReadParty, ReadPosition
from summarizer.evaluation.scoring import Score

T = TypeVar("T", ReadAgreement, ReadPosition)
Verdict = Literal["missed", "invented", "mismatched"]


@dataclass(frozen=True, slots=True)
class Side:
    """An entry as one side has it: in a sentence, with its fields by name and its evidence."""

    told: str
    fields: Mapping[str, str]
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One entry on which the two sides differ; `fields` names those of a mismatched pair."""

    kind: str
    verdict: Verdict
    gold: Side | None
    predicted: Side | None
    fields: tuple[str, ...] = ()


def differences_of(score: Score) -> list[Difference]:
    """All of one article: parties, agreements, positions; missed, invented, mismatched."""
    return [
        *_parties(score),
        *_items("agreement", score, score.agreements, _agreement, agreement_fields),
        *_items("position", score, score.positions, _position, position_fields),
    ]


def _parties(score: Score) -> Iterator[Difference]:
    gold, predicted = score.case.gold, score.prediction.reading
    yield from _alone(
        "party",
        [_party(party, gold) for party in score.parties.missed],
        [_party(party, predicted) for party in score.parties.invented],
    )


def _items(
    kind: str,
    score: Score,
    found: Pairing[T],
    side: Callable[[T, Reading], Side],
    compared: Callable[[tuple[T, T], Reading, Reading], Mapping[str, float]],
) -> Iterator[Difference]:
    gold, predicted = score.case.gold, score.prediction.reading
    yield from _alone(
        kind,
        [side(item, gold) for item in found.missed],
        [side(item, predicted) for item in found.invented],
    )
    for pair in found.pairs:
        fields = _differing(compared(pair, gold, predicted))
        if fields:
            sides = side(pair[0], gold), side(pair[1], predicted)
            yield Difference(kind, "mismatched", *sides, fields)


def _alone(kind: str, missed: Iterable[Side], invented: Iterable[Side]) -> Iterator[Difference]:
    yield from (Difference(kind, "missed", side, None) for side in missed)
    yield from (Difference(kind, "invented", None, side) for side in invented)


def _differing(fields: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(name.removesuffix("_jaccard") for name, value in fields.items() if value < 1)


def _party(party: ReadParty, reading: Reading) -> Side:
    fields = {
        "kind": party.kind or "",
        "role": party.role or "",
        "represents": _name(party.represents, reading),
        "aliases": ", ".join(party.aliases),
    }
    return Side(party.name, {name: value for name, value in fields.items() if value})


def _agreement(item: ReadAgreement, reading: Reading) -> Side:
    fields = {
        "status": item.status or "none",
        "parties": _names(item.parties, reading),
        "asserted_by": _names(item.asserted_by, reading),
    }
    return Side(item.what, fields, tuple(item.evidence))


def _position(item: ReadPosition, reading: Reading) -> Side:
    fields = {
        "holder": _name(item.holder, reading) or "nobody",
        "speaker": _name(item.speaker, reading) or "nobody",
        "form": item.form or "none",
    }
    return Side(item.statement, fields, tuple(item.evidence))


def _names(identifiers: Iterable[str], reading: Reading) -> str:
    return ", ".join(_name(identifier, reading) for identifier in identifiers) or "nobody"


def _name(identifier: str | None, reading: Reading) -> str:
    """The party's name; an id that no party has is shown as it is."""
    party = reading.named(identifier)
    return party.name if party else (identifier or "")
