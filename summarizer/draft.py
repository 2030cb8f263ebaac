"""Reading a raw reply: is it whole, is it JSON, has it the schema's shape.

A reply is judged by this module alone, whether it came just now, from the cache or from a recording.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from summarizer.errors import ModelError, ModelFault, shortened
from summarizer.request import Reply
from summarizer.schemas.evidence import DRAFT
from summarizer.shown import shown
from summarizer.strict_json import StrictJSONError, strict_json

MOST_PLACES = 20
MOST_NAMED = 3  # in the message for people
LONGEST_QUOTE = 300

T = TypeVar("T", bound=BaseModel)

# What pydantic tells of a limit, as against what it tells of the value that broke it.
_LIMITS = ("expected", "max_length", "min_length", "pattern", "ge", "gt", "le", "lt", "multiple_of")


class DraftError(ModelError):
    """A whole reply that is no draft: `malformed` or `wrong-shape`.

    `places` says where and what kind of error, e.g. `/positions/0/form: literal_error (...)`, in
    words of the schema alone: nothing in it comes from the reply, so that a second request may hold
    it. At most 21 lines of at most 300 characters.
    """

    def __init__(self, message: str, *, reason: ModelFault, places: tuple[str, ...]) -> None:
        super().__init__(message, reason=reason)
        self.places = places


def read_reply(reply: Reply, schema: type[T], *, name: str | None = None) -> T:
    """The draft that `reply` holds; what it gives for fields that rules fill is discarded.

    `name` is that of the only tool that may have been called, `None` when any may. Raises ModelError
    with the reason `refused`, `filtered` or `truncated`, and DraftError.
    """
    return parse_draft(_whole_text(reply, name), schema)


def parse_draft(text: str, schema: type[T]) -> T:
    """The draft that a JSON text holds; what it gives for fields that rules fill is discarded.

    Unknown fields are refused whatever the schema's own configuration. Raises DraftError.
    """
    try:
        strict_json(text)
        return schema.model_validate_json(text, extra="forbid", context=DRAFT)
    except StrictJSONError as error:
        raise _malformed(f"cannot be used: {error}", str(error)) from error
    except ValidationError as error:
        places = _places(error, schema)
        raise DraftError(
            f"The reply has not the shape of {schema.__name__}: {_few(places)}. "
            "A larger model, or a simpler schema, may do better.",
            reason="wrong-shape",
            places=places,
        ) from error


def is_whole(reply: Reply) -> bool:
    """Whether `reply` may be served again: one choice with text, neither refused nor cut off."""
    try:
        _whole_text(reply, None)
    except ModelError:
        return False
    return True


def reply_text(reply: Reply) -> str | None:
    """The text of the only choice, or the arguments of its only tool call, however it ended."""
    choice = _only(reply.completion.get("choices"))
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(message, dict):
        return None
    calls = message.get("tool_calls")
    text = _function(_only(calls)).get("arguments") if calls else message.get("content")
    return text if isinstance(text, str) and text.strip() else None


def _whole_text(reply: Reply, name: str | None) -> str:
    choice = _only(reply.completion.get("choices"))
    if not isinstance(choice, dict) or not isinstance(choice.get("message"), dict):
        raise _malformed(_no_choice(reply.completion), "one choice with a message is needed")
    message = choice["message"]
    _check_ending(choice.get("finish_reason"), message.get("refusal"))
    calls = message.get("tool_calls")
    if calls and name is not None and _function(_only(calls)).get("name") not in {name, None}:
        raise _malformed("calls another tool than the given one", "call the given tool")
    text = reply_text(reply)
    if text is None:
        raise _malformed("has no text, or several", "the answer must be one JSON object")
    return text


def _check_ending(finish_reason: Any, refusal: Any) -> None:
    if refusal:
        raise ModelError(
            f"The model refused: {_quoted(refusal)}. Ask another model, or leave this article out.",
            reason="refused",
        )
    if finish_reason == "content_filter":
        raise ModelError(
            "The endpoint's content filter cut the reply: ask another model or endpoint, or "
            "leave this article out.",
            reason="filtered",
        )
    if finish_reason == "length":
        raise ModelError(
            "The reply was cut off at the limit of tokens: allow more with --max-tokens, or send the "
            "article in smaller parts with a lower --max-tokens-per-call.",
            reason="truncated",
        )


def _no_choice(completion: dict[str, Any]) -> str:
    error = completion.get("error")
    if error:
        words = error.get("message", error) if isinstance(error, dict) else error
        return f"is an error with a status of success: {_quoted(words)}"
    choices = completion.get("choices")
    count = len(choices) if isinstance(choices, list) else 0
    return "has a choice without a message" if count == 1 else f"has {count} choices"


def _malformed(found: str, place: str) -> DraftError:
    return DraftError(
        f"The reply {found}. Asking again, another model or another --mode may help.",
        reason="malformed",
        places=(place,),
    )


def _places(error: ValidationError, schema: type[BaseModel]) -> tuple[str, ...]:
    known = set(_names(schema.model_json_schema()))
    found = [
        _place(item["loc"], item["type"], item.get("ctx", {}), known)
        for item in error.errors(include_url=False, include_input=False)
    ]
    more = len(found) - MOST_PLACES
    return tuple(found[:MOST_PLACES]) + ((f"and {more} more",) if more > 0 else ())


def _few(places: tuple[str, ...]) -> str:
    return "; ".join(places[:MOST_NAMED]) + ("; and more" if len(places) > MOST_NAMED else "")


def _place(loc: tuple[int | str, ...], kind: str, context: dict[str, Any], known: set[str]) -> str:
    # A key that the schema does not name is the reply's own word.
    parts = [str(part) if isinstance(part, int) or part in known else "*" for part in loc]
    limits = ", ".join(f"{limit} {context[limit]}" for limit in _LIMITS if limit in context)
    pointer = "".join(f"/{part}" for part in parts) or "the whole"
    return shortened(f"{pointer}: {kind}" + (f" ({limits})" if limits else ""), LONGEST_QUOTE)


def _names(schema: Any) -> Iterator[str]:
    """The names of all properties in a JSON schema."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
    for item in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(item, dict | list):
            yield from _names(item)


def _only(items: Any) -> Any:
    return items[0] if isinstance(items, list) and len(items) == 1 else None


def _function(call: Any) -> dict[str, Any]:
    function = call.get("function") if isinstance(call, dict) else None
    return function if isinstance(function, dict) else {}


def _quoted(words: Any) -> str:
    return shortened(shown(" ".join(str(words).split())), LONGEST_QUOTE).rstrip(".")
