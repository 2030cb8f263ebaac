"""Ids that refer to nothing, and ids that are given twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pydantic import BaseModel

from summarizer.audit.subject import Subject
from summarizer.schemas.evidence import Reference, walk
from summarizer.summary import Finding


def dangling_and_duplicate_ids(subject: Subject) -> Iterator[Finding]:
    """`dangling-id` for a `Reference` to an id that its lists do not hold; `duplicate-id`."""
    ids = {
        name: _ids(getattr(subject.content, name)) for name in type(subject.content).model_fields
    }
    for name, given in ids.items():
        yield from _duplicates(name, given)
    for at, item in walk(subject.content, "/content"):
        yield from _dangling(at, item, ids)


def _ids(value: object) -> list[str]:
    if not isinstance(value, list):
        return []
    return [item.id for item in value if isinstance(item, BaseModel) and hasattr(item, "id")]


def _duplicates(name: str, given: list[str]) -> Iterator[Finding]:
    counted = Counter(given)
    for index, identifier in enumerate(given):
        if counted[identifier] > 1 and identifier in given[:index]:
            yield Finding(
                code="duplicate-id",
                severity="error",
                at=f"/content/{name}/{index}/id",
                message=f"The id {identifier!r} is given to more than one of {name}.",
            )


def _dangling(at: str, item: BaseModel, ids: dict[str, list[str]]) -> Iterator[Finding]:
    for name, info in type(item).model_fields.items():
        lists = next((m.to for m in info.metadata if isinstance(m, Reference)), None)
        if lists is None:
            continue
        known = {identifier for target in lists for identifier in ids.get(target, [])}
        value = getattr(item, name)
        given = value if isinstance(value, list) else [value] if value is not None else []
        for index, identifier in enumerate(given):
            if identifier not in known:
                place = f"{at}/{name}/{index}" if isinstance(value, list) else f"{at}/{name}"
                yield Finding(
                    code="dangling-id",
                    severity="error",
                    at=place,
                    message=f"No item of {' or '.join(lists)} has the id {identifier!r}.",
                )
