"""Reading a raw reply."""

from __future__ import annotations

import json
from typing import Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, field_validator

from summarizer.draft import MOST_PLACES, DraftError, is_whole, parse_draft, read_reply, reply_text
from summarizer.errors import ModelError
from summarizer.request import Reply
from summarizer.schemas.evidence import Quote
from summarizer.schemas.negotiation import Negotiation
from tests.stub_server import completion, tool_completion

EVIDENCE = {"headline": "Talks", "overview": "They talk.", "parties": [], "positions": []}
AGREEMENT = {"id": "a1", "what": "Talks.", "parties": [], "status": "reached", "asserted_by": []}


class Ferry(BaseModel):
    """A user's own schema, with pydantic's defaults: unknown fields would be ignored."""

    name: str
    berth: Literal["north", "south"] = "north"
    crew: list[str] = []
    tonnage: dict[str, int] = {}
    words: Quote | None = None

    @field_validator("name")
    @classmethod
    def _is_known(cls, name: str) -> str:
        if name == "Secretissima":
            raise ValueError(f"nobody knows {name}")
        return name


class Open(BaseModel):
    """A schema that asks for unknown fields to be kept."""

    model_config = ConfigDict(extra="allow")
    name: str


def reply(completed: dict[str, Any]) -> Reply:
    return Reply(completed, 0.1, "live", "2031-05-02")


def test_a_reply_that_calls_itself_verified_keeps_only_its_text() -> None:
    """Match, span and attribution are for rules to fill: what a reply says of them is dropped."""
    quote = {
        "text": "we surrender",
        "match": "exact",
        "span": {"start": 0, "end": 12},
        "occurrences": 1,
    }
    claimed = {**AGREEMENT, "evidence": [quote, "plain"], "attribution": "corroborated"}
    text = json.dumps({**EVIDENCE, "agreements": [claimed]})
    agreement = read_reply(reply(completion(text)), Negotiation).agreements[0]
    assert agreement.evidence == [Quote(text="we surrender"), Quote(text="plain")]
    assert agreement.evidence[0].match is None
    assert agreement.attribution is None


@pytest.mark.parametrize("schema", [Ferry, Open])
def test_unknown_fields_are_refused_in_any_schema(schema: type[BaseModel]) -> None:
    """A user's schema need not say so, and cannot say otherwise."""
    with pytest.raises(DraftError) as raised:
        parse_draft('{"name": "Ilka", "colour": "blue"}', schema)
    assert raised.value.reason == "wrong-shape"


def test_places_tell_the_schemas_words_only() -> None:
    """A second request may hold them: no key and no value of the reply is among them."""
    secret = "Secretissima"
    text = json.dumps(
        {
            "name": secret,
            "berth": secret,
            "crew": [secret, 7],
            "tonnage": {secret: secret},
            "words": {"text": [secret]},
            secret: 1,
        }
    )
    with pytest.raises(DraftError) as raised:
        parse_draft(text, Ferry)
    told = " ".join(raised.value.places)
    assert secret not in f"{told}{raised.value}"
    assert "/berth: literal_error (expected 'north' or 'south')" in raised.value.places
    assert "/crew/1: string_type" in raised.value.places
    assert "/tonnage/*: int_parsing" in raised.value.places
    assert "/*: extra_forbidden" in raised.value.places
    assert "/name: value_error" in raised.value.places


def test_places_are_few() -> None:
    """A thousand errors are told as twenty and a number."""
    with pytest.raises(DraftError) as raised:
        parse_draft(json.dumps({"name": "Ilka", "crew": [1] * 1000}), Ferry)
    assert len(raised.value.places) == MOST_PLACES + 1
    assert raised.value.places[-1] == "and 980 more"


def test_a_malformed_reply_has_a_place_too() -> None:
    """What is no JSON is told by line and column."""
    with pytest.raises(DraftError) as raised:
        parse_draft('{"name": Secretissima}', Ferry)
    assert raised.value.reason == "malformed"
    assert raised.value.places == ("it is not JSON at line 1, column 10",)


WHOLE = [completion("{}"), completion("no JSON"), completion("{}", finish_reason=None),
         tool_completion("{}", "any")]  # fmt: skip
NOT_WHOLE = [
    completion("{}", finish_reason="length"),
    completion("{}", finish_reason="content_filter"),
    completion("{}", refusal="No."),
    completion(""),
    completion(None),
    completion([{"type": "text"}]),
    tool_completion("{}", "one", "two"),
    completion("{}", tool_calls=["odd"]),
    completion("{}", tool_calls={"0": "odd"}),
    {"choices": []},
    {"choices": None},
    {"choices": ["odd"]},
    {"choices": [{"message": None}]},
    {"choices": completion("{}")["choices"] * 2},
    {"error": "odd"},
    {},
]  # fmt: skip


def test_whole_replies() -> None:
    """Whole is one choice with text that ended by itself, be it JSON or not."""
    assert [is_whole(reply(each)) for each in WHOLE] == [True] * len(WHOLE)


@pytest.mark.parametrize("completed", NOT_WHOLE)
def test_replies_that_are_not_whole(completed: dict[str, Any]) -> None:
    """They are not served again, and reading them is one of our errors."""
    assert not is_whole(reply(completed))
    with pytest.raises(ModelError):
        read_reply(reply(completed), Ferry)


def test_the_text_of_a_reply_that_was_cut_off_can_be_looked_at() -> None:
    """However it ended, text is text; several tool calls are none."""
    assert reply_text(reply(completion("{", finish_reason="length"))) == "{"
    assert reply_text(reply(tool_completion("{}", "any"))) == "{}"
    assert reply_text(reply(tool_completion("{}", "one", "two"))) is None
    assert reply_text(reply({})) is None


def test_only_the_named_tool_may_be_called() -> None:
    """With a name, a call of another tool is malformed; without, any is read."""
    called = reply(tool_completion('{"name": "Ilka"}', "ferry"))
    assert read_reply(called, Ferry, name="ferry").name == "Ilka"
    assert read_reply(called, Ferry).name == "Ilka"
    with pytest.raises(DraftError, match="another tool"):
        read_reply(called, Ferry, name="deal")


def test_a_refusal_is_quoted_briefly() -> None:
    """A refusal of a million characters, with an escape sequence, is a short visible quotation."""
    refused = completion(refusal="\x1b[2J No. " + "x" * 1_000_000)
    with pytest.raises(ModelError) as raised:
        read_reply(reply(refused), Ferry)
    assert raised.value.reason == "refused"
    assert "[U+001B][2J No." in str(raised.value)
    assert len(str(raised.value)) < 500
