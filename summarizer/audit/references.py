"""Ids that refer to nothing, and ids that are given twice."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from summarizer.audit.subject import Subject
from summarizer.summary import Finding


def dangling_and_duplicate_ids(subject: Subject) -> Iterator[Finding]:
    """`dangling-id` for a reference to an id that its lists do not hold; `duplicate-id`."""
    content = subject.content
    ids = {name: _ids(getattr(content, name)) for name in type(content).model_fields}
    for name, given in ids.items():
        yield from _duplicates(name, given)
    known = {name: frozenset(given) for name, given in ids.items()}
    for use in subject.uses:
        if not any(use.identifier in known.get(name, ()) for name in use.lists):
            yield Finding(
                code="dangling-id",
                severity="error",
                at=use.at,
                message=f"No item of {' or '.join(use.lists)} has the id {use.identifier!r}.",
            )


def _ids(value: object) -> list[str]:
    if not isinstance(value, list):
        return []
    return [item.id for item in value if isinstance(item, BaseModel) and hasattr(item, "id")]


def _duplicates(name: str, given: list[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, identifier in enumerate(given):
        if identifier in seen:
            yield Finding(
                code="duplicate-id",
                severity="error",
                at=f"/content/{name}/{index}/id",
                message=f"The id {identifier!r} is given to more than one of {name}.",
            )
        seen.add(identifier)
