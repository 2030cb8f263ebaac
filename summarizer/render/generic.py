"""What is shown of a schema that the renderers do not know: its fields, in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any

from pydantic import BaseModel

from summarizer.render.places import Places
from summarizer.render.view import Body, Group, Item, Section
from summarizer.schemas.evidence import Quote

_HEADLINES = ("headline", "title")
_TITLES = ("title", "headline", "what", "statement", "claim", "text", "name", "summary", "id")


def generic_body(content: BaseModel, places: Places) -> Body:
    """The body of a summary in any schema: what holds models is a section, the rest are facts."""
    fields = _fields(content)
    headline = next((name for name in _HEADLINES if isinstance(fields.get(name), str)), "")
    overview = "overview" if isinstance(fields.get("overview"), str) else ""
    sections = {name: value for name, value in fields.items() if _holds_models(value)}
    rest = fields.keys() - sections.keys() - {headline, overview}
    return Body(
        headline=fields.get(headline) or places.document.title or places.document.source,
        overview=fields.get(overview, ""),
        facts=tuple(
            (_spaced(name), _plain(value))
            for name, value in fields.items()
            if name in rest and not _is_empty(value)
        ),
        tables=(),
        sections=tuple(_sections(sections, places)),
    )


def _fields(model: BaseModel) -> dict[str, Any]:
    return {name: getattr(model, name) for name in type(model).model_fields}


def _holds_models(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_holds_models, value.values()))
    if isinstance(value, list | tuple):
        return any(map(_holds_models, value))
    return isinstance(value, BaseModel)


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str | list | tuple | dict | set) and not value)


def _sections(fields: dict[str, Any], places: Places) -> Iterator[Section]:
    """A section for each field, its items labelled by its initial, or its name if two share one."""
    initials = Counter(name[:1].upper() for name in fields)
    for name, value in fields.items():
        initial = name[:1].upper()
        label = initial if initials[initial] == 1 else f"{_spaced(name)} "
        items = tuple(
            _item(f"{label}{number}", at, member, places)
            for number, (at, member) in enumerate(_members(value, f"/content/{name}"), start=1)
        )
        yield Section(_spaced(name), (Group(None, items),))


def _members(value: Any, at: str) -> Iterable[tuple[str, Any]]:
    if isinstance(value, list | tuple):
        return [(f"{at}/{index}", member) for index, member in enumerate(value)]
    return [(at, value)]


def _item(label: str, at: str, value: Any, places: Places) -> Item:
    details = list(_details(value))
    titles = {_spaced(name) for name in _TITLES}
    title = next(((name, text) for name, text in details if name in titles), ("", ""))
    return Item(
        at=at,
        label=label,
        title=title[1],
        tags=(),
        details=tuple(detail for detail in details if detail != title),
        proofs=places.proofs(value, at),
    )


def _details(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Names and values of all in `value` that is neither empty nor a quote; names tell the way."""
    if isinstance(value, Quote) or _is_empty(value):
        return
    if isinstance(value, BaseModel):
        value = _fields(value)
    if isinstance(value, dict):
        for name, member in value.items():
            yield from _details(member, f"{path} {name}")
    elif _holds_models(value):
        for number, member in enumerate(value, start=1):
            yield from _details(member, f"{path} {number}")
    else:
        yield _spaced(path), _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(map(_plain, value))
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_plain(member)}" for name, member in value.items())
    return str(value)


def _spaced(name: str) -> str:
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]
