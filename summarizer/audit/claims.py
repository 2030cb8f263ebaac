"""What a summary says in words of its own, found in any schema by the shape of its fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache
from typing import Literal, NamedTuple

from pydantic import BaseModel

from summarizer.schemas.evidence import Quote, Reference, field_names

ClaimKind = Literal["prose", "name", "alias", "date"]

_NAMES: dict[str, ClaimKind] = {"name": "name", "aliases": "alias", "role": "alias"}
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class Claim(NamedTuple):
    """A text of the model's own, its JSON pointer, its item with pointer, and that item's proof.

    `name` is what an item is called, `alias` what else the article calls it, its role included;
    `date` is a day in ISO form; all else is `prose`.
    """

    at: str
    kind: ClaimKind
    text: str
    item_at: str
    item: BaseModel
    quotes: tuple[Quote, ...]


def find_claims(models: Iterable[tuple[str, BaseModel]]) -> Iterator[Claim]:
    """The claims of the models of a summary, given with their JSON pointers, in reading order.

    Ids, references to ids and choices from a list are no claims, nor are quotes.
    """
    for at, item in models:
        if isinstance(item, Quote):
            continue
        quotes = tuple(_quotes(item))
        for name in _own_words(type(item)):
            for place, text in _texts(getattr(item, name), f"{at}/{name}"):
                is_date = len(text) == len("2031-05-01") and _DATE.fullmatch(text)
                kind = "date" if is_date else _NAMES.get(name, "prose")
                yield Claim(place, kind, text, at, item, quotes)


def _quotes(item: BaseModel) -> Iterator[Quote]:
    for name in field_names(type(item)):
        value = getattr(item, name)
        parts = value if isinstance(value, list | tuple) else (value,)
        yield from (part for part in parts if isinstance(part, Quote))


@cache
def _own_words(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that may hold the model's own words: not `id`, no reference, no fixed choice."""
    return tuple(
        name
        for name, info in model.model_fields.items()
        if name != "id"
        and "Literal[" not in str(info.annotation)
        and not any(isinstance(part, Reference) for part in info.metadata)
    )


def _texts(value: object, at: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        if value.strip() and not isinstance(value, Enum):
            yield at, value
    elif isinstance(value, list | tuple):
        for index, part in enumerate(value):
            if isinstance(part, str) and part.strip():
                yield f"{at}/{index}", part
