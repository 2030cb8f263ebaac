"""What is shown of a schema that the renderers do not know: its fields, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from summarizer.render.places import Places
from summarizer.render.view import Body, Group, Item, Section
from summarizer.schemas.evidence import Quote

_TITLES = ("title", "headline", "what", "statement", "claim", "text", "name", "summary", "id")


def generic_body(content: BaseModel, places: Places) -> Body:
    """The body of a summary in any schema. Lists and models become sections, scalars facts."""
    fields = [(name, getattr(content, name)) for name in type(content).model_fields]
    texts = {name: value for name, value in fields if isinstance(value, str)}
    heads = {name: texts[name] for name in ("headline", "title", "overview") if name in texts}
    headline = (
        heads.get("headline")
        or heads.get("title")
        or places.document.title
        or places.document.source
    )
    return Body(
        headline=headline,
        overview=heads.get("overview", ""),
        facts=tuple(
            (_spaced(name), _plain(value))
            for name, value in fields
            if name not in heads and not _is_section(value) and value not in (None, "", [], {})
        ),
        tables=(),
        sections=tuple(
            _section(name, value, places) for name, value in fields if _is_section(value)
        ),
    )


def _is_section(value: Any) -> bool:
    if isinstance(value, list | tuple | dict):
        return any(
            _is_section(item) for item in (value.values() if isinstance(value, dict) else value)
        )
    return isinstance(value, BaseModel)


def _section(name: str, value: Any, places: Places) -> Section:
    at = f"/content/{name}"
    if isinstance(value, list | tuple):
        members = [(f"{at}/{index}", item) for index, item in enumerate(value)]
    else:
        members = [(at, value)]
    items = tuple(
        _item(f"{name[:1].upper()}{number}", pointer, member, places)
        for number, (pointer, member) in enumerate(members, start=1)
    )
    return Section(_spaced(name), (Group(None, items),))


def _item(label: str, at: str, value: Any, places: Places) -> Item:
    details = [] if isinstance(value, Quote) else list(_details(value))
    title = next((text for name in _TITLES for key, text in details if key == _spaced(name)), "")
    return Item(
        at=at,
        label=label,
        title=title,
        tags=(),
        details=tuple((key, text) for key, text in details if text and text != title),
        proofs=places.proofs(value, at),
    )


def _details(value: Any, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Names and values of everything in `value` that is not a quote."""
    if isinstance(value, BaseModel):
        value = {name: getattr(value, name) for name in type(value).model_fields}
    if isinstance(value, dict):
        for name, member in value.items():
            if _is_section(member):
                yield from () if isinstance(member, Quote) else _details(member, f"{prefix}{name} ")
            elif member not in (None, "", [], {}):
                yield _spaced(f"{prefix}{name}"), _plain(member)
    elif isinstance(value, list | tuple):
        for number, member in enumerate(value, start=1):
            if not isinstance(member, Quote):
                yield from _details(member, f"{prefix}{number} ")
    elif value is not None:
        yield _spaced(prefix.strip()), _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(map(_plain, value))
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_plain(member)}" for name, member in value.items())
    return str(value)


def _spaced(name: str) -> str:
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]
