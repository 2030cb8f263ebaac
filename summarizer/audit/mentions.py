"""Actors of a summary whom its article never mentions."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from summarizer.audit.reading.names import all_words, is_known, names_in_label
from summarizer.audit.reading.vocabulary import Vocabulary
from summarizer.audit.subject import Subject
from summarizer.summary import Finding

_SHORT = 3  # letters: "of", "the" and their like tell nothing


def actors_not_mentioned(subject: Subject) -> Iterator[Finding]:
    """`party-not-mentioned` for a name of which the article has no word, nor one of its aliases.

    `holder-not-mentioned` where a position is said to be such an actor's; a warning
    `party-from-caption` when captions and links alone mention the actor.
    """
    missing: dict[str, str] = {}
    article = subject.article
    for claim in subject.claims:
        if claim.kind != "name" or is_mentioned(claim.item, article.words):
            continue
        if is_mentioned(claim.item, article.foreign_words):
            yield Finding(
                code="party-from-caption",
                severity="warning",
                at=claim.at,
                message=f"Only a caption or link of the article mentions {claim.text}.",
            )
            continue
        missing[getattr(claim.item, "id", "")] = claim.text
        yield Finding(
            code="party-not-mentioned",
            severity="error",
            at=claim.at,
            message=f"The article never mentions {claim.text}.",
        )
    for use in subject.uses:
        if use.field == "holder" and use.identifier in missing:
            yield Finding(
                code="holder-not-mentioned",
                severity="error",
                at=use.at,
                message=f"The article never mentions the holder, {missing[use.identifier]}.",
            )


def is_mentioned(item: BaseModel, vocabulary: Vocabulary) -> bool:
    """Whether a text has some word of an item's name or of one of its aliases."""
    labels = [getattr(item, "name", ""), *(getattr(item, "aliases", None) or [])]
    return any(_has_some(label, vocabulary) for label in labels if isinstance(label, str))


def _has_some(label: str, vocabulary: Vocabulary) -> bool:
    """Whether a text has some word of a label: one with a capital, where it has such words."""
    words = all_words(label)
    telling = names_in_label(label) or [name for name in words if len(name.word) > _SHORT]
    return any(is_known(name, vocabulary) for name in telling or words)
