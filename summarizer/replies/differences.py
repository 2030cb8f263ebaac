"""In which field a request differs from the nearest one that is stored."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from summarizer.request import ModelRequest


@dataclass(frozen=True, slots=True)
class Difference:
    """The stored request that is nearest, by the name it is stored under, and what differs in it."""

    name: str
    fields: tuple[str, ...]

    def __str__(self) -> str:
        *most, last = self.fields
        return f"{', '.join(most)} and {last}" if most else last


def nearest(request: ModelRequest, stored: Iterable[tuple[str, ModelRequest]]) -> Difference | None:
    """The difference from the nearest of `stored`; `None` if nothing is, or nothing differs.

    Nearest is the one with the fewest differing fields, then with the longest common beginnings
    of the messages.
    """
    best: tuple[int, int] | None = None
    found: Difference | None = None
    for name, other in stored:
        fields = differing_fields(request, other)
        rank = (-len(fields), _common_length(request, other))
        if fields and (best is None or rank > best):
            best, found = rank, Difference(name, fields)
    return found


def differing_fields(request: ModelRequest, stored: ModelRequest) -> tuple[str, ...]:
    """The fields in which `request` differs from `stored`, in words for the user."""
    fields = _differing_messages(request, stored)
    if _differ(request.schema, stored.schema):
        fields.append("the schema")
    if request.model != stored.model:
        fields.append(f"the model ({request.model!r}, stored is {stored.model!r})")
    return (*fields, *_differing_parameters(request.parameters, stored.parameters))


def _differ(one: object, other: object) -> bool:
    """As the request's key sees it: 0 and 0.0 differ, the order of an object's fields does not."""
    return json.dumps(one, sort_keys=True) != json.dumps(other, sort_keys=True)


def _differing_messages(request: ModelRequest, stored: ModelRequest) -> list[str]:
    mine, theirs = request.messages, stored.messages
    fields = [
        _message_name(request, index)
        for index, (one, other) in enumerate(zip(mine, theirs, strict=False))
        if one != other
    ]
    if len(mine) != len(theirs):
        fields.append(f"the number of messages ({len(mine)}, stored are {len(theirs)})")
    return fields


def _message_name(request: ModelRequest, index: int) -> str:
    """What a message is: the prompt comes first, the article next, then a follow-up's turns."""
    roles = [message.get("role") for message in request.messages]
    if roles[index] == "system":
        return "the prompt"
    if roles[index] == "assistant":
        return "the earlier reply"
    return "the article's text" if index == roles.index(roles[index]) else "the follow-up question"


def _differing_parameters(mine: dict[str, Any], theirs: dict[str, Any]) -> list[str]:
    return [
        f"parameters.{name} ({_shown(mine, name)}, stored is {_shown(theirs, name)})"
        for name in sorted(mine.keys() | theirs.keys())
        if _differ([name in mine, mine.get(name)], [name in theirs, theirs.get(name)])
    ]


def _shown(parameters: dict[str, Any], name: str) -> str:
    return repr(parameters[name]) if name in parameters else "not set"


def _common_length(request: ModelRequest, stored: ModelRequest) -> int:
    """Code points that the messages share before they part, message by message."""
    pairs = zip(request.messages, stored.messages, strict=False)
    return sum(
        _shared_beginning(one.get("content", ""), other.get("content", "")) for one, other in pairs
    )


def _shared_beginning(one: str, other: str) -> int:
    if one == other:
        return len(one)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
