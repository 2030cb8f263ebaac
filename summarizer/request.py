"""What is asked of a model, in a form that has one key for good."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

Purpose = Literal["summarise", "re-ask", "repair", "pass"]
"""Why a request is made. Not part of its key."""


@dataclass(frozen=True)
class ModelRequest:
    """One request: messages, the strict JSON schema of the answer, model, sampling parameters.

    `messages` are `{"role": ..., "content": ...}`. `schema` is `{"name": ..., "schema": {...}}`.
    `parameters` holds only what the user set (`temperature`, `max_tokens`, ...).
    """

    messages: tuple[dict[str, str], ...]
    schema: dict[str, Any]
    model: str
    parameters: dict[str, Any]

    @cached_property
    def key(self) -> str:
        """sha256 of the canonical request: no API key, endpoint, client, date, mode or streaming."""
        return hashlib.sha256(self.canonical.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def canonical(self) -> str:
        """The request as JSON with sorted keys and no white space."""
        return json.dumps(self.as_dict(), sort_keys=True, ensure_ascii=False, separators=(",", ":"))

    def as_dict(self) -> dict[str, Any]:
        return {
            "messages": list(self.messages),
            "schema": self.schema,
            "model": self.model,
            "parameters": self.parameters,
        }


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back for a request, before anything is made of it.

    `completion` is the raw chat completion as parsed JSON, `seconds` how long it took, `origin`
    `live` or what the user said of it, `recorded` the day (YYYY-MM-DD).
    """

    completion: dict[str, Any]
    seconds: float
    origin: str
    recorded: str
