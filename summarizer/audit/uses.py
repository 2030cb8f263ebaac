"""Where a summary refers to its own items by id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from summarizer.schemas.evidence import references


@dataclass(frozen=True, slots=True)
class Use:
    """An id at its JSON pointer, its item and field, and the lists that it may point into."""

    at: str
    item_at: str
    field: str
    identifier: str
    lists: tuple[str, ...]


def find_uses(models: Iterable[tuple[str, BaseModel]]) -> Iterator[Use]:
    """Every id that a field marked as `Reference` holds, in reading order."""
    for at, item in models:
        for field, lists in references(type(item)).items():
            value = getattr(item, field)
            if isinstance(value, list):
                for index, identifier in enumerate(value):
                    yield Use(f"{at}/{field}/{index}", at, field, identifier, lists)
            elif value is not None:
                yield Use(f"{at}/{field}", at, field, value, lists)
