"""Summaries that say nothing, or more than they should."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from summarizer.audit.subject import Subject
from summarizer.schemas.negotiation import Negotiation
from summarizer.summary import Finding

LONGEST_OVERVIEW = 80
"""Words."""


def empty_or_overlong(subject: Subject) -> Iterator[Finding]:
    """`empty-summary`, `overview-too-long`, `no-evidence`."""
    content = subject.content
    if not any(_says_something(getattr(content, name)) for name in type(content).model_fields):
        yield Finding(
            code="empty-summary", severity="error", at="/content", message="The summary is empty."
        )
    if isinstance(content, Negotiation):
        words = len(content.overview.split())
        if words > LONGEST_OVERVIEW:
            yield Finding(
                code="overview-too-long",
                severity="warning",
                at="/content/overview",
                message=f"The overview has {words} words; {LONGEST_OVERVIEW} are the limit.",
            )
    yield from _unproved(subject)


def _unproved(subject: Subject) -> Iterator[Finding]:
    for at, item in subject.models:
        if "evidence" in type(item).model_fields and not getattr(item, "evidence"):  # noqa: B009
            yield Finding(
                code="no-evidence", severity="error", at=at, message="This item has no evidence."
            )


def _says_something(value: object) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, BaseModel):
        return any(_says_something(getattr(value, name)) for name in type(value).model_fields)
    return bool(value)
