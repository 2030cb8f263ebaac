"""Items that say the same thing twice."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.audit.claims import Claim
from summarizer.audit.subject import Subject
from summarizer.summary import Finding

_NEARLY_EQUAL = 92.0
_ALIKE = 70.0
"""Per cent of characters in common: without the same evidence, and with it."""


def duplicate_items(subject: Subject) -> Iterator[Finding]:
    """`duplicate-item`: two of one list that concern the same actors and say nearly the same.

    One passage may tell two points: the same evidence alone makes no duplicate.
    """
    actors: dict[str, set[tuple[str, str]]] = {}
    for use in subject.uses:
        actors.setdefault(use.item_at, set()).add((use.field, use.identifier))
    seen: dict[tuple[str, frozenset[tuple[str, str]]], list[Claim]] = {}
    for claim in (statement.claim for statement in subject.statements):
        items, of = claim.item_at.rpartition("/")[0], frozenset(actors.get(claim.item_at, ()))
        alike = seen.setdefault((items, of), [])
        earlier = next((other for other in alike if _is_same(claim, other)), None)
        if earlier:
            yield Finding(
                code="duplicate-item",
                severity="warning",
                at=claim.item_at,
                message=f"This says nearly the same of the same parties as {earlier.item_at}.",
            )
        alike.append(claim)


def _is_same(one: Claim, other: Claim) -> bool:
    from rapidfuzz import fuzz

    same_proof = {quote.text for quote in one.quotes} == {quote.text for quote in other.quotes}
    needed = _ALIKE if same_proof else _NEARLY_EQUAL
    return bool(fuzz.ratio(one.text.casefold(), other.text.casefold(), score_cutoff=needed))
