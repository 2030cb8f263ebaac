"""What is shown of a schema that the renderers do not know: its fields, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from summarizer.render.fields import (
    holds_models,
    is_empty,
    is_shown,
    may_hold_models,
    plain,
    row_class,
    spaced,
    values,
)
from summarizer.render.places import Places
from summarizer.render.view import Body, Group, Item, Section, Table
from summarizer.schemas.evidence import Quote, references

_HEADLINES = ("headline", "title")
_TITLES = ("title", "headline", "what", "statement", "claim", "question", "text", "name", "summary")
_LONGEST_PREFIX = 3


def generic_body(content: BaseModel, places: Places) -> Body:
    """The body of a summary in any schema.

    A field of models is a section, or a table when they ask for no proof; the rest are facts.
    """
    return _Shown(content, places).body()


class _Shown:
    """The fields of a content as items, rows and facts, with names in the place of ids."""

    def __init__(self, content: BaseModel, places: Places) -> None:
        self._content = content
        self._places = places
        self._values = {n: v for n, v in values(content).items() if is_shown(content, n)}
        models = [name for name in self._values if may_hold_models(content, name)]
        self._tables = [name for name in models if row_class(content, name)]
        self._sections = [name for name in models if name not in self._tables]
        self._prefixes = _prefixes(self._sections)
        self._names = dict(self._named_items())

    def body(self) -> Body:
        fields = self._values
        headline = next((name for name in _HEADLINES if isinstance(fields.get(name), str)), "")
        overview = "overview" if isinstance(fields.get("overview"), str) else ""
        rest = fields.keys() - {*self._tables, *self._sections, headline, overview}
        document = self._places.document
        return Body(
            headline=fields.get(headline) or document.title or document.source,
            overview=fields.get(overview, ""),
            facts=tuple(
                (spaced(name), self._told(self._content, name)) for name in fields if name in rest
            ),
            tables=tuple(map(self._table, self._tables)),
            sections=tuple(map(self._section, self._sections)),
        )

    def _named_items(self) -> Iterator[tuple[tuple[str, str], str]]:
        """What each item with an id is called where others refer to it, by its list and its id."""
        for name in [*self._tables, *self._sections]:
            for number, (_, item) in enumerate(self._members(name), start=1):
                called = getattr(item, "name", "") or self._label(name, number)
                yield (name, str(getattr(item, "id", ""))), str(called)

    def _label(self, name: str, number: int) -> str:
        return f"{self._prefixes.get(name, f'{spaced(name)} ')}{number}"

    def _members(self, name: str) -> list[tuple[str, Any]]:
        """The items of a field, each with its JSON pointer."""
        value, at = self._values[name], f"/content/{name}"
        if isinstance(value, list | tuple):
            return [(f"{at}/{index}", member) for index, member in enumerate(value)]
        return [] if value is None else [(at, value)]

    def _section(self, name: str) -> Section:
        items = tuple(
            self._item(self._label(name, number), at, member)
            for number, (at, member) in enumerate(self._members(name), start=1)
        )
        return Section(spaced(name), (Group(None, items),) if items else ())

    def _item(self, label: str, at: str, value: Any) -> Item:
        title = _title(value)
        return Item(
            at=at,
            label=label,
            title=str(getattr(value, title, "")),
            tags=(),
            details=tuple(self._details(value, without=title)),
            proofs=self._places.proofs(value, at),
        )

    def _table(self, name: str) -> Table:
        """A row for each item: what it is called, then its other fields but the id."""
        members = self._members(name)
        schema = row_class(self._content, name)
        assert schema is not None
        title = _title(members[0][1]) if members else ""
        columns = sorted((n for n in schema.model_fields if n != "id"), key=lambda n: n != title)
        rows = tuple(
            (at, tuple(self._told(item, c) if is_shown(item, c) else "" for c in columns))
            for at, item in members
        )
        return Table(spaced(name), tuple(map(spaced, columns)), rows)

    def _details(self, value: Any, path: str = "", without: str = "") -> Iterator[tuple[str, str]]:
        """Names and values of all that `value` shows beside its quotes; names tell the way."""
        if isinstance(value, Quote):
            return
        if isinstance(value, BaseModel):
            for name, member in values(value).items():
                if name in ("id", without) or not is_shown(value, name):
                    continue
                if holds_models(member):
                    yield from self._details(member, f"{path} {name}")
                elif not may_hold_models(value, name):
                    yield spaced(f"{path} {name}"), self._told(value, name)
        elif isinstance(value, dict):
            for key, member in value.items():
                yield from self._details(member, f"{path} {key}")
        elif isinstance(value, list | tuple):
            for number, member in enumerate(value, start=1):
                yield from self._details(member, f"{path} {number}")
        elif not is_empty(value):
            yield spaced(path), plain(value)

    def _told(self, model: BaseModel, name: str) -> str:
        """A field's value in words; of ids, what the items are called."""
        value = getattr(model, name)
        lists = references(type(model)).get(name)
        if lists is None or is_empty(value):
            return plain(value)
        ids = value if isinstance(value, list) else [value]
        return ", ".join(self._named(str(identifier), lists) for identifier in ids)

    def _named(self, identifier: str, lists: tuple[str, ...]) -> str:
        """What the item with an id is called; an id of no item stands for itself."""
        called = (self._names.get((name, identifier)) for name in lists)
        return next(filter(None, called), identifier)


def _title(value: Any) -> str:
    """The field that says what an item is: of a usual name, else its longest text."""
    if not isinstance(value, BaseModel) or isinstance(value, Quote):
        return ""
    refers = references(type(value))
    texts = {n: v for n, v in values(value).items() if isinstance(v, str) and n not in refers}
    usual = next((name for name in _TITLES if texts.get(name)), "")
    return usual or max(texts, key=lambda name: len(texts[name]) if name != "id" else 0, default="")


def _prefixes(names: list[str]) -> dict[str, str]:
    """What the labels of each field's items begin with: its first letters, as many as tell it apart."""
    prefixes = {}
    for name in names:
        others = [other for other in names if other != name]
        lengths = range(1, _LONGEST_PREFIX + 1)
        apart = (n for n in lengths if not any(o.startswith(name[:n]) for o in others))
        length = next(apart, None)
        prefixes[name] = name[:length].capitalize() if length else f"{spaced(name)} "
    return prefixes
