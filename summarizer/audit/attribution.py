"""On whose word an agreement stands: one side's, both sides', disputed, or the article's."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel

from summarizer.audit.cast import Cast
from summarizer.schemas.negotiation import Attribution, Negotiation


def attribute(content: BaseModel) -> None:
    """Fills `attribution` of every agreement of a `Negotiation`, from `asserted_by`, `denied_by`.

    A party that speaks for another is on that other's side: two spokespeople of one government
    are one side. A group that is named after several parties ("Arvenia and Sorland") is the
    sides of them all.
    """
    if not isinstance(content, Negotiation):
        return
    cast = Cast(content.parties, ())
    for agreement in content.agreements:
        agreement.attribution = _attribution(
            sides(agreement.asserted_by, cast), sides(agreement.denied_by, cast)
        )


def _attribution(asserting: set[str], denying: set[str]) -> Attribution:
    if denying:
        return "disputed"
    if len(asserting) > 1:
        return "corroborated"
    return "one_sided" if asserting else "article"


def sides(identifiers: Iterable[str], cast: Cast) -> set[str]:
    """The sides of the parties with these ids."""
    return {side for identifier in identifiers for side in cast.sides(identifier)}
