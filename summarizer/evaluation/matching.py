"""Which of the gold's entries a reader found: by shared evidence, parties by their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from summarizer.evaluation.reading import ReadAgreement, ReadParty, ReadPosition

T = TypeVar("T")
ItemT = TypeVar("ItemT", ReadAgreement, ReadPosition)

_LEAST_SHARED = 0.5
"""Of the shorter one's evidence, in characters."""

_SHORTEST_SURNAME = 4


@dataclass(frozen=True, slots=True)
class Pairing(Generic[T]):
    """Gold beside predicted, one to one; what stands alone was missed, or invented."""

    pairs: list[tuple[T, T]]
    missed: list[T]
    invented: list[T]


def pair_items(gold: Sequence[ItemT], predicted: Sequence[ItemT], text: str) -> Pairing[ItemT]:
    """Agreements or positions whose evidence overlaps in `text`, best overlap first.

    The shared characters are at least half of the shorter one's; an evidence string stands for
    every place where the text has it.
    """
    gold_places = [_characters(item, text) for item in gold]
    predicted_places = [_characters(item, text) for item in predicted]
    candidates = []
    for i, theirs in enumerate(gold_places):
        for j, ours in enumerate(predicted_places):
            shared = len(theirs & ours)
            if shared and shared / min(len(theirs), len(ours)) >= _LEAST_SHARED:
                candidates.append((-shared / len(theirs | ours), i, j))
    chosen: dict[int, int] = {}
    for _, i, j in sorted(candidates):
        if i not in chosen and j not in chosen.values():
            chosen[i] = j
    return _pairing(gold, predicted, chosen)


def pair_parties(gold: Sequence[ReadParty], predicted: Sequence[ReadParty]) -> Pairing[ReadParty]:
    """Each gold party with the first predicted one that is the same and still free."""
    chosen: dict[int, int] = {}
    for i, party in enumerate(gold):
        for j, other in enumerate(predicted):
            if j not in chosen.values() and same_party(party, other):
                chosen[i] = j
                break
    return _pairing(gold, predicted, chosen)


def same_party(one: ReadParty | None, other: ReadParty | None) -> bool:
    """Whether a name or alias is shared, or the kind and the capitalised last word of the name.

    Case and a leading "the" do not count. Nobody is the same as nobody.
    """
    if one is None or other is None:
        return one is other
    if _names(one) & _names(other):
        return True
    last, last_of_other = one.name.split()[-1:], other.name.split()[-1:]
    return (
        bool(last)
        and last == last_of_other
        and len(last[0]) >= _SHORTEST_SURNAME
        and last[0][0].isupper()
        and one.kind == other.kind
    )


def jaccard(gold: Sequence[ReadParty], predicted: Sequence[ReadParty]) -> float:
    """Shared parties over all parties of both; 1 where both have none."""
    if not gold and not predicted:
        return 1.0
    shared = len(pair_parties(gold, predicted).pairs)
    return shared / (len(gold) + len(predicted) - shared)


def _characters(item: ReadAgreement | ReadPosition, text: str) -> set[int]:
    """The offsets that the item's evidence covers, in code points."""
    covered: set[int] = set()
    for words in filter(None, item.evidence):
        start = text.find(words)
        while start >= 0:
            covered.update(range(start, start + len(words)))
            start = text.find(words, start + 1)
    return covered


def _names(party: ReadParty) -> set[str]:
    return {
        name.casefold().removeprefix("the ").strip()
        for name in (party.name, *party.aliases)
        if name
    }


def _pairing(gold: Sequence[T], predicted: Sequence[T], chosen: dict[int, int]) -> Pairing[T]:
    taken = set(chosen.values())
    return Pairing(
        # In the order of the gold, so that sums over pairs do not depend on who matched first.
        pairs=[(gold[i], predicted[chosen[i]]) for i in sorted(chosen)],
        missed=[item for i, item in enumerate(gold) if i not in chosen],
        invented=[item for j, item in enumerate(predicted) if j not in taken],
    )
