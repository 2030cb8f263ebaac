"""JSON Schemas of a pydantic class: what a model must return, and what comes out in the end.

The draft's schema keeps to the subset that OpenAI's strict mode takes ("Supported schemas" in
its guide to structured outputs) and that llama.cpp turns into a grammar. What the subset cannot
say, e.g. the length of a string, is left out: pydantic checks it in the reply all the same.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.errors import PydanticUserError

from summarizer.errors import ProfileError
from summarizer.schemas.evidence import RULE_FILLED
from summarizer.summary import Summary

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DEFINITIONS = "#/$defs/"

_KEPT = (
    "type",
    "description",
    "enum",
    "const",
    "pattern",
    "format",
    "multipleOf",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minItems",
    "maxItems",
)
_FORMATS = frozenset(
    {"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"}
)
_PLAIN_TYPES = frozenset({"string", "number", "integer", "boolean", "null"})
_LOOKAROUND = re.compile(r"\(\?<?[=!]")  # "regex lookaround is not supported", says OpenAI
_NO_FIELDS = (
    "a strict schema cannot hold a dictionary or a class without fields. Use a list of a class "
    "that has one field for the key and one for the value."
)

MOST_ITEMS = 40
"""Larger `maxItems` are not sent: they guard memory, guide no model, and two of them nested reach
the 2,000 repetitions at which llama.cpp refuses a grammar (its issue 27087)."""


@functools.cache
def draft_schema(model: type[BaseModel]) -> dict[str, Any]:
    """`{"name": ..., "schema": ...}` of what a model must return for `model`, as it is sent.

    Built once per class: do not change it. Every object lists all of its properties as required
    and allows no other; a `Quote` is a string; fields that rules fill are absent. Raises
    ProfileError, naming the field, where `model` has something that strict mode cannot express.
    """
    name = re.sub(r"[^A-Za-z0-9_-]+", "_", model.__name__)[:64]
    return {"name": name, "schema": _Writer(model).schema()}


@functools.cache
def result_schema(model: type[BaseModel]) -> dict[str, Any]:
    """JSON Schema of `Summary[model]` as it is written out. Do not change it: it is kept."""
    summary: type[BaseModel] = Summary[model]  # type: ignore[valid-type]
    return {"$schema": _DIALECT, **_generated(summary, "serialization")}


def schema_sha256(schema: dict[str, Any]) -> str:
    """sha256 of a schema as JSON with sorted keys and no white space."""
    text = json.dumps(schema, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _generated(model: type[BaseModel], mode: Any) -> dict[str, Any]:
    try:
        return model.model_json_schema(mode=mode)
    except PydanticUserError as fault:
        raise ProfileError(f"{model.__name__} has no JSON Schema: {fault.message}") from fault


class _Writer:
    """Writes one class's strict schema. `at` is the field it is at, e.g. `Deal.terms[]`."""

    def __init__(self, model: type[BaseModel]) -> None:
        self._at = model.__name__
        self._source = _generated(model, "validation")
        self._definitions: dict[str, Any] = self._source.pop("$defs", {})
        self._uses = Counter(_references([self._source, self._definitions]))
        self._kept: dict[str, Any] = {}

    def schema(self) -> dict[str, Any]:
        source = self._source
        if "$ref" in source:  # a class that holds itself
            source = self._definitions[source["$ref"].removeprefix(_DEFINITIONS)]
        written = self._written(_without_docstring(source), self._at)
        if "properties" not in written:
            raise ProfileError(
                f"{self._at} is no object with fields. Put its content into a field of a class."
            )
        return {**written, "$defs": self._kept} if self._kept else written

    def _written(self, node: dict[str, Any], at: str) -> dict[str, Any]:
        if "$ref" in node:
            return self._referenced(node, at)
        _check(node, at)
        written = {key: node[key] for key in _KEPT if key in node and _is_sent(key, node[key])}
        if "items" in node:
            written["items"] = self._written(node["items"], f"{at}[]")
        for choice in ("anyOf", "oneOf"):
            if choice in node:
                written["anyOf"] = [self._written(option, at) for option in node[choice]]
        if "properties" in node:
            written |= self._object(node["properties"], at)
        return written

    def _object(self, properties: dict[str, Any], at: str) -> dict[str, Any]:
        fields = {
            name: self._written(field, f"{at}.{name}")
            for name, field in properties.items()
            if not field.get(RULE_FILLED)
        }
        if not fields:
            raise ProfileError(f"{at}: {_NO_FIELDS}")
        return {"properties": fields, "required": list(fields), "additionalProperties": False}

    def _referenced(self, node: dict[str, Any], at: str) -> dict[str, Any]:
        """The definition in place of its reference if that is shorter, else the reference."""
        reference = node["$ref"]
        name = reference.removeprefix(_DEFINITIONS)
        definition = _without_docstring(self._definitions[name])
        beside = {key: value for key, value in node.items() if key != "$ref"}
        if self._uses[reference] == 1 or _is_plain(definition):
            return self._written({**definition, **beside}, at)
        if name not in self._kept:
            self._kept[name] = {}  # stands for itself while it is written
            self._kept[name] = self._written(definition, name)
        if "description" in beside:  # strict mode allows no keyword beside `$ref`
            return {"description": beside["description"], "anyOf": [{"$ref": reference}]}
        return {"$ref": reference}


def _check(node: dict[str, Any], at: str) -> None:
    """Raises ProfileError when `node` says something that strict mode cannot."""
    if node.get("type") == "object" and not node.get("properties"):
        raise ProfileError(f"{at}: {_NO_FIELDS}")
    if "prefixItems" in node:
        raise ProfileError(
            f"{at}: a strict schema cannot hold a tuple. Use a class with named fields, or a list."
        )
    if not node.keys() & {"type", "enum", "const", "anyOf", "oneOf"}:
        raise ProfileError(f"{at}: its type is left open. Say which type the model must return.")


def _is_sent(key: str, value: Any) -> bool:
    if key == "format":
        return value in _FORMATS
    if key == "pattern":
        return not _LOOKAROUND.search(value)
    return key != "maxItems" or value <= MOST_ITEMS


def _is_plain(definition: dict[str, Any]) -> bool:
    return definition.get("type") in _PLAIN_TYPES and "enum" not in definition


def _without_docstring(definition: dict[str, Any]) -> dict[str, Any]:
    """A definition's description is its class's docstring: written for readers of the code."""
    return {key: value for key, value in definition.items() if key != "description"}


def _references(node: Any) -> Iterator[str]:
    """Every `$ref` in `node`, outside fields that rules fill."""
    if isinstance(node, list):
        for item in node:
            yield from _references(item)
    elif isinstance(node, dict) and not node.get(RULE_FILLED):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for item in node.values():
            yield from _references(item)
