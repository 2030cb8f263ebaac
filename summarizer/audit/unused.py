"""Actors that a summary lists and does not use."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.audit.mentions import is_mentioned
from summarizer.audit.reading.vocabulary import Vocabulary
from summarizer.audit.subject import Subject
from summarizer.summary import Finding


def actors_not_used(subject: Subject) -> Iterator[Finding]:
    """`party-unused`: an item with a name and an id that no other item refers to or speaks of."""
    used = {None, *(use.identifier for use in subject.uses)}
    idle = [
        claim
        for claim in subject.claims
        if claim.kind == "name" and getattr(claim.item, "id", None) not in used
    ]
    if not idle:
        return
    prose = Vocabulary("\n".join(claim.text for claim in subject.claims if claim.kind == "prose"))
    for claim in idle:
        if not (claim.text in prose.text or is_mentioned(claim.item, prose)):
            yield Finding(
                code="party-unused",
                severity="note",
                at=claim.item_at,
                message=f"Nothing else in the summary is about {claim.text}.",
            )
