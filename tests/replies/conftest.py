from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer.request import ModelRequest, Reply

REQUEST = ModelRequest(
    messages=(
        {"role": "system", "content": "Summarise the negotiation. Answer in JSON."},
        {
            "role": "user",
            "content": "<a1>\nArvenia will “start talks at once”, Ilka Vel said.\n</a1>",
        },
    ),
    schema={
        "name": "deal",
        "schema": {"type": "object", "properties": {"who": {"type": "string"}}},
    },
    model="gpt-4.1",
    parameters={"temperature": 0.5},
)


def completion(text: str, **choice) -> dict:
    """A chat completion with one choice, as an endpoint sends it."""
    message = {"role": "assistant", "content": text, "refusal": None}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "model": "gpt-4.1-2025-04-14",
        "choices": [{"index": 0, "finish_reason": "stop", "message": message} | choice],
        "usage": {"prompt_tokens": 40, "completion_tokens": 9},
    }


@pytest.fixture
def make_request():
    """A function: the request with some fields changed; `prompt` and `article` are messages."""

    def make(prompt: str | None = None, article: str | None = None, **changes) -> ModelRequest:
        system, user = (dict(message) for message in REQUEST.messages)
        if prompt is not None:
            system["content"] = prompt
        if article is not None:
            user["content"] = article
        return replace(REQUEST, **{"messages": (system, user)} | changes)

    return make


@pytest.fixture
def make_reply():
    """A function: a reply with this text, or with this whole completion."""

    def make(text: str = '{"who": "Arvenia"}', *, day: str = "2031-05-02", **choice) -> Reply:
        return Reply(completion(text, **choice), seconds=1.25, origin="live", recorded=day)

    return make
