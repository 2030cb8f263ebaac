"""On whose word an agreement stands: one side's, both sides', disputed, or the article's."""

from __future__ import annotations

from pydantic import BaseModel

from summarizer.schemas.negotiation import Attribution, Negotiation, Party


def attribute(content: BaseModel) -> None:
    """Fills `attribution` of every agreement of a `Negotiation`, from `asserted_by`, `denied_by`.

    A party that speaks for another is on that other's side: two spokespeople of one government
    are one side.
    """
    if not isinstance(content, Negotiation):
        return
    parties = {party.id: party for party in content.parties}
    for agreement in content.agreements:
        agreement.attribution = _attribution(
            {_side(i, parties) for i in agreement.asserted_by},
            {_side(i, parties) for i in agreement.denied_by},
        )


def _attribution(asserting: set[str], denying: set[str]) -> Attribution:
    if denying:
        return "disputed"
    if len(asserting) > 1:
        return "corroborated"
    return "one_sided" if asserting else "article"


def _side(identifier: str, parties: dict[str, Party]) -> str:
    """The party at the end of the chain of `represents`; a circle ends where it closes."""
    seen = [identifier]
    while (party := parties.get(seen[-1])) and party.represents:
        if party.represents in seen:
            return min(seen[seen.index(party.represents) :])
        seen.append(party.represents)
    return seen[-1]
