"""Actors that a summary lists and does not use."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.audit.mentions import is_mentioned
from summarizer.audit.reading.vocabulary import Vocabulary
from summarizer.audit.subject import Subject
from summarizer.schemas.evidence import quotes
from summarizer.summary import Finding


def actors_not_used(subject: Subject) -> Iterator[Finding]:
    """`party-unused`: an item with a name and an id that no other item refers to or speaks of.

    One with evidence of its own (who was at a meeting) stands for itself.
    """
    used = {None, *(use.identifier for use in subject.uses)}
    prose = "\n".join(claim.text for claim in subject.claims if claim.kind == "prose")
    idle = [
        claim
        for claim in subject.claims
        if claim.kind == "name"
        and not claim.quotes
        and getattr(claim.item, "id", None) not in used
        and claim.text not in prose
        and not any(True for _ in quotes(claim.item))
    ]
    vocabulary = Vocabulary(prose)
    for claim in idle:
        if not is_mentioned(claim.item, vocabulary):
            yield Finding(
                code="party-unused",
                severity="note",
                at=claim.item_at,
                message=f"Nothing else in the summary is about {claim.text}.",
            )
