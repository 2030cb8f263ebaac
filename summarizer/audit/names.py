"""Names that a summary uses and its article does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.audit.claims import Claim
from summarizer.audit.reading.names import (
    Name,
    is_known,
    names_in_label,
    names_in_prose,
    unknown_capitals,
)
from summarizer.audit.reading.vocabulary import forms
from summarizer.audit.subject import Subject
from summarizer.summary import Finding

_MOST = 8


def names_without_source(subject: Subject) -> Iterator[Finding]:
    """`name-not-in-article`, `name-from-caption`.

    An error for what an item is called, a warning for its aliases and for names in prose. Derived
    forms (Kestria, Kestrian), genitives, acronyms and accents left out are no other names. Each
    unknown name is told once.
    """
    article, told = subject.article, set[str]()
    texts = "\n".join(claim.text for claim in subject.claims)
    suspects = unknown_capitals(texts, article.words)
    for claim in subject.claims:
        if claim.kind == "date" or (claim.kind == "prose" and not subject.in_english):
            continue
        if not any(word in claim.text for word in suspects):
            continue
        names = names_in_prose(claim.text) if claim.kind == "prose" else names_in_label(claim.text)
        unknown = [name for name in names if not is_known(name, article.words)]
        if claim.kind == "name" and len(unknown) == len(names):
            continue  # an item that is not mentioned at all has a check of its own
        unknown = [name for name in unknown if name.word not in subject.example_names]
        new = [name for name in unknown if forms(name.word)[0] not in told]
        told.update(forms(name.word)[0] for name in new)
        yield from _findings(subject, claim, new)


def _findings(subject: Subject, claim: Claim, unknown: Sequence[Name]) -> Iterator[Finding]:
    captioned = [name for name in unknown if is_known(name, subject.article.foreign_words)]
    if captioned:
        yield Finding(
            code="name-from-caption",
            severity="warning",
            at=claim.at,
            message=f"Only a caption or link of the article has this name: {_listed(captioned)}.",
        )
    if absent := [name for name in unknown if name not in captioned]:
        yield Finding(
            code="name-not-in-article",
            severity="error" if claim.kind == "name" else "warning",
            at=claim.at,
            message=f"The article has no such name: {_listed(absent)}.",
        )


def _listed(names: Sequence[Name]) -> str:
    return ", ".join(dict.fromkeys(name.word for name in names[:_MOST]))
