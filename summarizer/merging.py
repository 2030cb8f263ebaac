"""Several drafts of one article made into one: of its parts, or of one pass after another.

The same party, undertaking or point told twice becomes one item with all its evidence. Works for
any schema: items are the models in the lists of the content, ids are rewritten where a field is
marked as `Reference`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel

from summarizer.schemas.evidence import Quote, references, walk

T = TypeVar("T", bound=BaseModel)

SAME_PLACE = 0.5
"""Share of the shorter evidence, in code points, that two tellings of one thing have in common."""

ALIKE, VERY_ALIKE = 55.0, 88.0
"""How alike (rapidfuzz, 0 to 100) their texts are: where they share a place, and anywhere."""

LONGEST_OVERVIEW = 80
"""Words."""


def merge(contents: Sequence[T]) -> T:
    """One content of grounded `contents` (at least one), the first of which goes before the others.

    None of them is changed. Scalars that the first leaves empty are taken from the next that has
    them; `overview` takes sentences of each in turn, as far as 80 words go.
    """
    merged = contents[0].model_copy(deep=True)
    for content in contents[1:]:
        _add(merged, content.model_copy(deep=True))
    if len(contents) > 1 and isinstance(getattr(merged, "overview", None), str):
        told = [content.__dict__["overview"] for content in contents]
        merged.__dict__["overview"] = _overview([text for text in told if text])
    return merged


def _add(merged: BaseModel, more: BaseModel) -> None:
    """Adds `more`, list by list in the schema's order: a list refers to itself or to earlier ones."""
    renamed: dict[str, dict[str, str]] = {}
    for name in type(merged).model_fields:
        old, new = getattr(merged, name), getattr(more, name)
        if name in references(type(merged)):
            continue
        if not isinstance(old, list):
            if old in (None, "") and new is not None:
                merged.__dict__[name] = new
        elif new is None:
            continue
        elif any(isinstance(item, BaseModel) for item in new):
            _add_items(name, old, new, renamed)
        else:
            old.extend(item for item in new if item not in old)
    _refer(more, renamed)
    for name in references(type(merged)):
        old, new = getattr(merged, name), getattr(more, name)
        if isinstance(old, list):
            old.extend(identifier for identifier in new or () if identifier not in old)


def _add_items(
    name: str, items: list[BaseModel], more: list[BaseModel], renamed: dict[str, dict[str, str]]
) -> None:
    """Adds each of `more` to the item that tells the same, or to the list, under an id of its own."""
    before = list(items)
    for item in more:
        _refer(item, renamed)
    own: dict[str, str] = {}
    pairs = [(item, _counterpart(item, before)) for item in more]
    for item, same in pairs:
        if same is None:
            items.append(item)
        _rename(item, same, items, own)
    for item, same in pairs:
        _refer(item, {name: own})
        if same is not None:
            _unite(same, item)
    renamed[name] = own


def _rename(
    item: BaseModel, same: BaseModel | None, items: list[BaseModel], own: dict[str, str]
) -> None:
    identifier = getattr(item, "id", None)
    if not isinstance(identifier, str):
        return
    if same is not None:
        own[identifier] = getattr(same, "id", identifier)
        return
    taken = {getattr(other, "id", None) for other in items if other is not item}
    new, number = identifier, len(items)
    while new in taken:
        new, number = f"{identifier.rstrip('0123456789') or identifier}{number}", number + 1
    own[identifier] = new
    item.__dict__["id"] = new


def _counterpart(item: BaseModel, before: Sequence[BaseModel]) -> BaseModel | None:
    """The item that tells the same; of several the one with its id, or with its very name."""

    def nearness(other: BaseModel) -> tuple[bool, bool]:
        return _alike("id", item, other), _alike("name", item, other)

    return max((other for other in before if _same(other, item)), key=nearness, default=None)


def _alike(field: str, one: BaseModel, other: BaseModel) -> bool:
    return getattr(one, field, None) == getattr(other, field, None)


def _same(one: BaseModel, other: BaseModel) -> bool:
    if type(one) is not type(other):
        return False
    if "name" in type(one).model_fields:
        return _same_name(one, other)
    if _holders(one) != _holders(other):
        return False
    alike = _alikeness(one, other)
    return alike >= VERY_ALIKE or (alike >= ALIKE and _common(one, other) >= SAME_PLACE)


def _same_name(one: BaseModel, other: BaseModel) -> bool:
    """The name of one is a name of the other; or they are of one kind and share an alias.

    A description ("the minister") is no alias in that sense, and no alias makes one of two loose
    groups. A later part is told the ids of earlier ones: a body or group under the same id is the
    same if a word of its names that the id has is in common. Two persons are also the same by
    their last name, but never with other given names.
    """
    if _plain(one.name) in _names(other) or _plain(other.name) in _names(one):  # type: ignore[attr-defined]
        return True
    if not _alike("kind", one, other):
        return False
    kind = getattr(one, "kind", None)
    shared = kind != "group" and bool(_proper_names(one) & _proper_names(other))
    if kind != "person":
        common = _long_words(one) & _long_words(other)
        return shared or (
            _alike("id", one, other) and _has_any(common, str(getattr(one, "id", "")))
        )
    (*given, last), (*others, last_other) = _own_words(one), _own_words(other)
    same_last = len(last) > 3 and last == last_other
    if given and others and not set(given) & set(others):
        return False
    return shared or same_last


def _has_any(words: Iterable[str], identifier: str) -> bool:
    return any(word in identifier.casefold() for word in words)


def _long_words(item: BaseModel) -> set[str]:
    """The words of its names that are more than "of" and "the"."""
    return {word for name in _names(item) for word in name.split() if len(word) > 3}


def _own_words(item: BaseModel) -> list[str]:
    """The words of a person's name, at least one, without the form of address or office before."""
    from summarizer.quotations.words import genders

    before = genders("titles").keys() | genders("roles").keys()
    given: list[str] = []
    *first, last = str(getattr(item, "name", "")).split() or [""]
    for word in first:
        given = [] if word.casefold().rstrip(".") in before else [*given, word]
    return [*given, last]


def _names(item: BaseModel) -> set[str]:
    return {_plain(name) for name in _given(item)}


def _proper_names(item: BaseModel) -> set[str]:
    """Its names without descriptions, which are in small letters where a script has such."""
    return {_plain(name) for name in _given(item) if not name.removeprefix("The ").islower()}


def _given(item: BaseModel) -> list[str]:
    given = [getattr(item, "name", ""), *(getattr(item, "aliases", None) or [])]
    return [name for name in given if name]


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()


def _holders(item: BaseModel) -> list[str]:
    """The ids that a single field refers to: who holds a position, who utters it."""
    values = (getattr(item, name) for name in references(type(item)))
    return [value for value in values if isinstance(value, str)]


def _alikeness(one: BaseModel, other: BaseModel) -> float:
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(_prose(one), _prose(other))


def _prose(item: BaseModel) -> str:
    """The longest text of an item: what it says, beside its ids, kinds and topics."""
    texts = (value for value in item.__dict__.values() if isinstance(value, str))
    return max(texts, key=len, default="").casefold()


def _common(one: BaseModel, other: BaseModel) -> float:
    places, others = _places(one), _places(other)
    shorter = min(len(places), len(others))
    return len(places & others) / shorter if shorter else 0.0


def _places(item: BaseModel) -> set[int]:
    """The code points of the article that an item's exact evidence covers."""
    spans = (quote.span for _, quote in _quotes(item) if quote.span)
    return {place for span in spans for place in range(span.start, span.end)}


def _quotes(item: BaseModel) -> list[tuple[str, Quote]]:
    return [(at, part) for at, part in walk(item) if isinstance(part, Quote)]


def _unite(item: BaseModel, more: BaseModel) -> None:
    """What `more` has and `item` lacks: evidence, aliases, ids, and values for empty fields."""
    for name in type(item).model_fields:
        old, new = getattr(item, name), getattr(more, name)
        if isinstance(old, list):
            known = [_key(part) for part in old]
            old.extend(part for part in new or () if _key(part) not in known)
        elif name == "name" and isinstance(new, str) and len(new) > len(old):
            _add_alias(item, old)
            item.__dict__[name] = new
        elif old in (None, ""):
            item.__dict__[name] = new
    if "name" in type(item).model_fields and getattr(more, "name") != getattr(item, "name"):  # noqa: B009
        _add_alias(item, getattr(more, "name"))  # noqa: B009


def _add_alias(item: BaseModel, alias: str) -> None:
    aliases = getattr(item, "aliases", None)
    if isinstance(aliases, list) and alias not in aliases:
        aliases.append(alias)


def _key(part: Any) -> Any:
    return part.text if isinstance(part, Quote) else part


def _refer(item: BaseModel, renamed: dict[str, dict[str, str]]) -> None:
    """Rewrites the ids by which an item refers to items of the lists in `renamed`."""
    for name, lists in references(type(item)).items():
        new = {old: to for target in lists for old, to in renamed.get(target, {}).items()}
        value = getattr(item, name)
        if isinstance(value, list):
            item.__dict__[name] = list(dict.fromkeys(new.get(part, part) for part in value))
        elif isinstance(value, str):
            item.__dict__[name] = new.get(value, value)


def _overview(overviews: Sequence[str]) -> str:
    """First sentences of each in turn, then second ones, as far as the words go; in their order."""
    import re

    sentences = [re.split(r"(?<=[.!?])\s+", overview.strip()) for overview in overviews]
    kept: set[tuple[int, int]] = set()
    words = 0
    for rank in range(max(map(len, sentences), default=0)):
        for part, own in enumerate(sentences):
            if rank < len(own) and words + len(own[rank].split()) <= LONGEST_OVERVIEW:
                kept.add((part, rank))
                words += len(own[rank].split())
    return " ".join(sentences[part][rank] for part, rank in sorted(kept))
