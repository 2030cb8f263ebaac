"""Proof in the article's own words: what every schema is built with.

Put a `Quote` wherever a claim needs proof. The model sees a plain JSON string there; after
grounding the same field says whether, and where, the article has these words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

Match = Literal["exact", "altered", "absent"]

DRAFT = {"draft": True}
"""Validation context of a model's reply: values for fields that rules fill are discarded."""


def is_draft(info: ValidationInfo[Any]) -> bool:
    """Whether `info` belongs to the validation of a model's reply."""
    return bool(info.context and info.context.get("draft"))


class Record(BaseModel):
    """Base of our schemas: unknown fields and numbers that are not finite are refused."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)


class Span(Record):
    """A stretch of the document's text: code points, end exclusive."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


@dataclass(frozen=True, slots=True)
class RuleFilled:
    """Marks a field that rules fill: absent from the draft's schema, discarded in a reply.

    The field needs a default that is valid, `None` or another: `default` here repeats it.
    """

    default: Any = None

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        def discard(value: Any, info: ValidationInfo[Any]) -> Any:
            return self.default if is_draft(info) else value

        return core_schema.with_info_before_validator_function(discard, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), RULE_FILLED: True}


RULE_FILLED = "x-rule-filled"
"""Key in a generated JSON schema that marks a property to be left out of the draft's schema."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field that holds the id, or a list of ids, of items of the named lists."""

    to: tuple[str, ...]


@cache
def references(schema: type[BaseModel]) -> dict[str, tuple[str, ...]]:
    """The fields of a class that hold ids, each with the lists whose ids they are."""
    return {
        name: mark.to
        for name, info in schema.model_fields.items()
        for mark in info.metadata
        if isinstance(mark, Reference)
    }


class Quote(Record):
    """Words that the article must have, and what grounding found.

    `text` stays as the model gave it. `span` stands only on an exact match, `nearest` only on an
    altered one. `normalised` tells that the match needed the declared normalisation.
    """

    text: str = Field(max_length=20_000)
    match: Match | None = None
    normalised: bool = False
    span: Span | None = None
    nearest: Span | None = None
    occurrences: int | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any, info: ValidationInfo[Any]) -> Any:
        """Accepts the plain string of a draft; of a reply's object keeps the text alone."""
        if isinstance(value, str):
            return {"text": value}
        if isinstance(value, dict) and is_draft(info):
            return {"text": value.get("text")}
        return value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        if handler.mode == "validation":
            return {"type": "string", "maxLength": 20_000}
        return handler(schema)


def walk(value: Any, at: str = "") -> Iterator[tuple[str, BaseModel]]:
    """Every model in `value`, itself first, with its JSON pointer below `at`, in reading order."""
    found: list[tuple[str, BaseModel]] = []
    _collect(value, at, found)
    return iter(found)


def _collect(value: Any, at: str, found: list[tuple[str, BaseModel]]) -> None:
    if isinstance(value, BaseModel):
        found.append((at, value))
        for name in field_names(type(value)):
            part = getattr(value, name)
            if isinstance(part, _HOLDERS):
                _collect(part, f"{at}/{_escaped(name)}", found)
    elif isinstance(value, dict):
        for key, part in value.items():
            _collect(part, f"{at}/{_escaped(str(key))}", found)
    elif isinstance(value, list | tuple):
        for index, part in enumerate(value):
            _collect(part, f"{at}/{index}", found)


_HOLDERS = (BaseModel, list, tuple, dict)


@cache
def field_names(model: type[BaseModel]) -> tuple[str, ...]:
    """The names of a model's fields, which pydantic looks up anew each time."""
    return tuple(model.model_fields)


def quotes(value: Any, at: str = "") -> Iterator[tuple[str, Quote]]:
    """Every `Quote` in `value` with its JSON pointer below `at`, in reading order."""
    return ((pointer, item) for pointer, item in walk(value, at) if isinstance(item, Quote))


def as_draft(value: Any) -> Any:
    """`value` as a model would have written it: quotes as strings, without fields that rules fill."""
    if isinstance(value, Quote):
        return value.text
    if isinstance(value, BaseModel):
        return {
            name: as_draft(getattr(value, name))
            for name, info in type(value).model_fields.items()
            if not any(isinstance(mark, RuleFilled) for mark in info.metadata)
        }
    if isinstance(value, list | tuple):
        return [as_draft(item) for item in value]
    if isinstance(value, dict):
        return {key: as_draft(item) for key, item in value.items()}
    return value


def _escaped(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")


Identifier = Annotated[str, Field(min_length=1, max_length=80)]
ShortText = Annotated[str, Field(max_length=300)]
Sentence = Annotated[str, Field(max_length=1000)]
