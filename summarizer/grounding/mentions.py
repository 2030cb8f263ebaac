"""Where an article names those whom an item refers to: who holds a position, who utters it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from summarizer.grounding.search import Range
from summarizer.schemas.evidence import references


def mentions(item: BaseModel, content: BaseModel, text: str) -> list[Range]:
    """The places in `text` that name what single references of `item` refer to, in order.

    Names are `name` and `aliases` of the items of `content`; a name's last word counts too, as
    articles use it alone.
    """
    ids = {
        value for name in references(type(item)) if isinstance(value := getattr(item, name), str)
    }
    names = {name for identifier in ids for name in _names(identifier, content)}
    if not names:
        return []
    longest_first = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return [match.span() for match in re.finditer(rf"\b(?:{longest_first})\b", text)]


def _names(identifier: str, content: BaseModel) -> Iterator[str]:
    for value in content.__dict__.values():
        for item in value if isinstance(value, list) else ():
            if getattr(item, "id", None) == identifier and isinstance(
                name := getattr(item, "name", None), str
            ):
                yield from filter(None, (name, *(getattr(item, "aliases", None) or ())))
                yield from name.split()[-1:]
