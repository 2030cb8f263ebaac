"""What a renderer asks about the fields of a class that it does not know."""

from __future__ import annotations

from enum import Enum
from typing import Any, get_args

from pydantic import BaseModel

from summarizer.schemas.evidence import Quote


def values(model: BaseModel) -> dict[str, Any]:
    return {name: getattr(model, name) for name in type(model).model_fields}


def is_shown(model: BaseModel, name: str) -> bool:
    """Whether a field has a value, or is required: that it is empty then says something."""
    return type(model).model_fields[name].is_required() or not is_empty(getattr(model, name))


def is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str | list | tuple | dict | set) and not value)


def holds_models(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(holds_models, value.values()))
    if isinstance(value, list | tuple):
        return any(map(holds_models, value))
    return isinstance(value, BaseModel)


def may_hold_models(model: BaseModel, name: str) -> bool:
    """Whether a field is one of models, even when it is empty."""
    annotation = type(model).model_fields[name].annotation
    return holds_models(getattr(model, name)) or bool(_classes(annotation))


def row_class(model: BaseModel, name: str) -> type[BaseModel] | None:
    """The class of a field's items when it is a list of plain ones that ask for no proof."""
    annotation = type(model).model_fields[name].annotation
    classes = _classes(annotation)
    if len(classes) != 1 or not isinstance(getattr(model, name), list):
        return None
    schema = classes.pop()
    nested = any(_classes(field.annotation) for field in schema.model_fields.values())
    return None if nested or issubclass(schema, Quote) else schema


def _classes(annotation: Any) -> set[type[BaseModel]]:
    """The classes of models that a type names, e.g. `Term` in `list[Term] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return {found for part in get_args(annotation) for found in _classes(part)}


def plain(value: Any) -> str:
    """A value in words: lists with commas, `none` for what is empty."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if is_empty(value):
        return "none"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(map(plain, value))
    if isinstance(value, dict):
        return ", ".join(f"{name}: {plain(member)}" for name, member in value.items())
    return str(value)


def spaced(name: str) -> str:
    """A field's name as a heading: `open_questions` is `Open questions`."""
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]
