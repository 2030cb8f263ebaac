"""What is sent as the schema of a draft, and what cannot be sent."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field, RootModel

from summarizer.errors import ProfileError
from summarizer.schemas.evidence import Quote, Record, RuleFilled
from summarizer.schemas.negotiation import Negotiation
from summarizer.strict_schema import draft_schema, result_schema, schema_sha256


class Flag(enum.Enum):
    """A docstring for readers of the code."""

    RAISED = "raised"
    LOWERED = "lowered"
    STRUCK = "struck"


class Ship(BaseModel):
    """A docstring for readers of the code."""

    name: str = Field(min_length=1, max_length=40, description="as painted on the hull")
    flag: Flag
    second_flag: Flag
    crew: int = Field(ge=0, le=500)
    code: str = Field(pattern=r"^[A-Z]{3}$")
    serial: str | None = None
    words: list[Quote] = Field(default=[], min_length=1, max_length=9)
    log: list[str] = Field(default=[], max_length=5000)
    verdict: Annotated[Literal["sound", "leaking"] | None, RuleFilled()] = None


class Fleet(BaseModel):
    flagship: Ship = Field(description="the admiral's")
    escort: Ship
    launched: dt.date
    home: Annotated[str, Field(json_schema_extra={"format": "uri"})]


class Node(BaseModel):
    label: str
    below: list[Node] = []


class Boat(BaseModel):
    kind: Literal["boat"]


class Raft(BaseModel):
    kind: Literal["raft"]


class Float(BaseModel):
    craft: Annotated[Boat | Raft, Field(discriminator="kind")]


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    return draft_schema(model)["schema"]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a schema, properties called `properties` and the like included."""
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from nodes(item)
    elif isinstance(value, list):
        for item in value:
            yield from nodes(item)


@pytest.mark.parametrize("model", [Negotiation, Ship, Fleet, Node, Float])
def test_every_object_requires_all_of_its_properties_and_no_others(model):
    """Strict mode refuses a schema in which one object leaves a property optional."""
    objects = [node for node in nodes(schema_of(model)) if node.get("type") == "object"]
    assert objects
    for node in objects:
        assert node["required"] == list(node["properties"])
        assert node["additionalProperties"] is False


@pytest.mark.parametrize("model", [Negotiation, Ship, Fleet, Node, Float])
def test_only_keywords_that_strict_mode_takes_are_sent(model):
    """No title, default, string length or other keyword outside the subset is left."""
    allowed = {
        *("type", "description", "enum", "const", "pattern", "format", "minimum", "maximum"),
        *("minItems", "maxItems", "items", "anyOf", "properties", "required"),
        *("additionalProperties", "$ref", "$defs"),
    }

    def check(schema: dict[str, Any]) -> None:
        assert set(schema) <= allowed
        named = [*schema.get("properties", {}).values(), *schema.get("$defs", {}).values()]
        items = [schema["items"]] if "items" in schema else []
        for part in [*named, *items, *schema.get("anyOf", [])]:
            check(part)

    check(schema_of(model))


def test_a_quote_is_a_string_and_rule_filled_fields_are_absent():
    """A model can fill in neither a match nor a verdict."""
    fields = schema_of(Ship)["properties"]
    assert fields["words"]["items"] == {"type": "string"}
    assert "verdict" not in fields
    agreement = schema_of(Negotiation)["properties"]["agreements"]["items"]["properties"]
    assert agreement["evidence"]["items"] == {"type": "string"}
    assert "attribution" not in agreement


def test_bounds_and_patterns_stay_where_they_are_accepted():
    """Numbers, patterns and small lists keep their bounds; guards against floods are ours."""
    fields = schema_of(Ship)["properties"]
    assert fields["crew"] == {"type": "integer", "minimum": 0, "maximum": 500}
    assert fields["code"] == {"type": "string", "pattern": "^[A-Z]{3}$"}
    assert (fields["words"]["minItems"], fields["words"]["maxItems"]) == (1, 9)
    assert "maxItems" not in fields["log"]


def test_patterns_with_lookaround_and_unknown_formats_are_left_out():
    """OpenAI refuses the whole schema for one of them; pydantic checks the value anyway."""

    class Bill(BaseModel):
        amount: Decimal

    options = schema_of(Bill)["properties"]["amount"]["anyOf"]
    assert {"type": "string"} in options
    fields = schema_of(Fleet)["properties"]
    assert fields["launched"] == {"type": "string", "format": "date"}
    assert fields["home"] == {"type": "string"}


def test_a_class_used_once_stands_in_place_and_one_used_twice_is_referred_to():
    """The shortest form; a reference with a description of its own is wrapped."""
    schema = schema_of(Fleet)
    assert set(schema["$defs"]) == {"Ship", "Flag"}
    assert schema["properties"]["escort"] == {"$ref": "#/$defs/Ship"}
    assert schema["properties"]["flagship"] == {
        "description": "the admiral's",
        "anyOf": [{"$ref": "#/$defs/Ship"}],
    }
    assert "$defs" not in schema_of(Negotiation)


def test_descriptions_of_fields_are_sent_and_docstrings_are_not():
    """A field's description is for the model, a docstring for readers of the code."""
    schema = schema_of(Ship)
    assert schema["properties"]["name"]["description"] == "as painted on the hull"
    described = [node for node in nodes(schema) if isinstance(node.get("description"), str)]
    assert len(described) == 1


def test_a_class_that_holds_itself_ends():
    """Recursion stays a reference, and the top is an object all the same."""
    schema = schema_of(Node)
    assert schema["type"] == "object"
    assert schema["properties"]["below"]["items"] == {"$ref": "#/$defs/Node"}
    assert schema["$defs"]["Node"]["properties"]["below"]["items"] == {"$ref": "#/$defs/Node"}


def test_a_choice_of_one_becomes_a_choice_of_any():
    """Strict mode knows `anyOf` and no `oneOf`."""
    craft = schema_of(Float)["properties"]["craft"]
    assert [option["properties"]["kind"]["const"] for option in craft["anyOf"]] == ["boat", "raft"]


class Holds(BaseModel):
    """Made anew below with one field that cannot be sent."""


def holding(annotation: Any) -> type[BaseModel]:
    return type("Holds", (BaseModel,), {"__annotations__": {"cargo": annotation}})


@pytest.mark.parametrize(
    ("annotation", "advice"),
    [
        (dict[str, int], "list of a class"),
        (dict, "list of a class"),
        (Holds, "class without fields"),
        (tuple[int, str], "named fields"),
        (Any, "which type"),
        (list, "which type"),
        (list[dict[str, str]], "list of a class"),
    ],
)
def test_what_cannot_be_sent_is_named_with_a_remedy(annotation, advice):
    """The message names class and field, and says what to use instead."""
    with pytest.raises(ProfileError, match=r"Holds\.cargo") as caught:
        draft_schema(holding(annotation))
    assert advice in str(caught.value)


def test_the_top_must_be_an_object():
    """Strict mode refuses a list or a choice as the whole answer."""
    with pytest.raises(ProfileError, match="no object with fields"):
        draft_schema(RootModel[list[int]])


def test_a_type_without_a_json_schema_is_a_profile_error():
    """Pydantic's own error does not reach the user."""
    with pytest.raises(ProfileError, match="Holds has no JSON Schema"):
        draft_schema(holding(Callable[[int], int]))


def test_names_are_what_endpoints_take():
    """A class of a generic has brackets in its name; endpoints take letters, digits, `-`, `_`."""
    made = type("Fang[Größe]" + "x" * 80, (BaseModel,), {"__annotations__": {"size": int}})
    assert draft_schema(made)["name"].startswith("Fang_Gr_e_xxx")
    assert len(draft_schema(made)["name"]) == 64


def test_the_schema_is_built_once_per_class():
    """A request must not pay for it again."""
    assert draft_schema(Negotiation) is draft_schema(Negotiation)
    assert result_schema(Negotiation) is result_schema(Negotiation)


def test_the_hash_tells_schemas_apart_and_not_the_order_of_their_keys():
    """It identifies what a model must return."""
    assert schema_sha256({"a": 1, "b": 2}) == schema_sha256({"b": 2, "a": 1})
    assert schema_sha256(draft_schema(Ship)) != schema_sha256(draft_schema(Fleet))


def test_the_result_has_what_rules_fill():
    """Spans, matches, findings and provenance are in the schema of what comes out."""
    definitions = result_schema(Negotiation)["$defs"]
    assert "attribution" in definitions["Agreement"]["properties"]
    assert {"text", "match", "span", "nearest"} <= set(definitions["Quote"]["properties"])
    assert "provenance" in result_schema(Negotiation)["properties"]


def test_a_record_with_rule_filled_fields_only_cannot_be_sent():
    """An object without properties breaks llama.cpp's grammar."""

    class Judged(Record):
        verdict: Annotated[str | None, RuleFilled()] = None

    with pytest.raises(ProfileError, match=r"Holds\.cargo"):
        draft_schema(holding(Judged))
