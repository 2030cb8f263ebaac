"""Stored replies answer the same request only, are checked anew each time, and hold no key."""

from __future__ import annotations

import base64
import json
from contextlib import closing
from pathlib import Path

import pytest

from summarizer import Document, ModelError, ReplayMiss, Summarizer
from summarizer.replies import ReplyCache
from summarizer.replies.recording_file import parse_recording
from tests.stub_server import completion

KEY = "sk-canary-7Qx2mPz4Lw9TbR"
ARTICLE = Document.from_text("Arvenia pays nine barges for the harbour, Ilka Vel said.")
SCHEMA = """
from summarizer.schemas.evidence import Quote, Record

class Deal(Record):
    buyer: str
    price: Quote
"""
PROMPT = """---
name: deal
version: 1
schema: deal_schemas.py:Deal
description: Who buys what
---
Say who buys, and the price.
"""


def reply_of(price: object) -> str:
    return json.dumps({"buyer": "Arvenia", "price": price})


@pytest.fixture
def profile(tmp_path) -> Path:
    """A prompt of the user's own; its schema lies beside it."""
    (tmp_path / "deal_schemas.py").write_text(SCHEMA)
    (tmp_path / "deal.md").write_text(PROMPT)
    return tmp_path / "deal.md"


@pytest.fixture
def live(stub, profile):
    """Options of a summarizer that asks the stub about a deal."""
    stub.will_answer(completion(reply_of("nine barges")))
    return {"base_url": stub.url, "api_key": KEY, "profile": profile, "temperature": 0.5}


@pytest.fixture
def recording(live, tmp_path) -> Path:
    """The one recording in its folder: of a request to gpt-4.1 at temperature 0.5."""
    with Summarizer("gpt-4.1", record=tmp_path / "recordings", cache=False, **live) as summarizer:
        summarizer.summarize(ARTICLE)
    (path,) = (tmp_path / "recordings").iterdir()
    return path


def replayed(recording: Path, model: str | None = "gpt-4.1", temperature: float = 0.5):
    folder = recording.parent
    profile = folder.parent / "deal.md"
    with Summarizer(model, profile=profile, temperature=temperature, replay=folder) as summarizer:
        return summarizer.summarize(ARTICLE)


def test_the_same_request_is_served(recording):
    """The recorded request is answered, whether its model is named or left open."""
    assert replayed(recording).provenance.reply == "recording"
    assert replayed(recording, model=None).provenance.model == "gpt-4.1"


def change_prompt(folder: Path) -> dict:
    (folder / "deal.md").write_text(PROMPT.replace("Say", "say"))
    return {}


def change_schema(folder: Path) -> dict:
    (folder / "deal_schemas.py").write_text(SCHEMA.replace("buyer", "buyed"))
    return {}


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (change_prompt, "in the prompt."),
        (change_schema, "in the schema."),
        (lambda _: {"model": "gpt-4.2"}, "in the model ('gpt-4.2', stored is 'gpt-4.1')."),
        (lambda _: {"temperature": 0.6}, "in parameters.temperature (0.6, stored is 0.5)."),
    ],
)
def test_one_character_changed_misses(recording, change, named):
    """After a change of one character replay misses, and the message names where it was."""
    with pytest.raises(ReplayMiss) as caught:
        replayed(recording, **change(recording.parents[1]))
    assert named in str(caught.value)


def test_recording_of_a_cut_off_reply(live, stub, tmp_path):
    """A reply that was cut off is recorded and replayed as it was; recording again asks anew."""
    stub.will_answer(completion("{", finish_reason="length"), completion(reply_of("nine barges")))
    options = live | {"record": tmp_path / "recordings", "cache": False}
    for ask in (options, live | {"replay": tmp_path / "recordings"}):
        with pytest.raises(ModelError) as caught, Summarizer("gpt-4.1", **ask) as summarizer:
            summarizer.summarize(ARTICLE)
        assert caught.value.reason == "truncated"
    assert len(stub.requests) == 1
    with Summarizer("gpt-4.1", **options) as summarizer:
        assert summarizer.summarize(ARTICLE).provenance.reply == "live"
    (path,) = (tmp_path / "recordings").iterdir()
    assert replayed(path).provenance.reply == "recording"


def edit(recording: Path) -> None:
    """Puts an invented quote into a recording, which claims to be verified."""
    data = json.loads(recording.read_text(encoding="utf-8"))
    claimed = {"text": "ten ships", "match": "exact", "span": {"start": 0, "end": 9}}
    data["reply"]["choices"][0]["message"]["content"] = reply_of(claimed)
    recording.write_text(json.dumps(data), encoding="utf-8")


def test_edited_recording_is_checked_anew(recording):
    """An invented quote that somebody put into a recording comes out absent, with a finding."""
    edit(recording)
    summary = replayed(recording)
    assert (summary.content.price.match, summary.content.price.span) == ("absent", None)
    assert [finding.at for finding in summary.errors()] == ["/content/price"]


def test_poisoned_cache_is_checked_anew(recording, profile, tmp_path):
    """An invented quote that somebody put into the cache comes out absent, with a finding."""
    edit(recording)
    poison = parse_recording(recording.read_bytes())
    with closing(ReplyCache(tmp_path / "poisoned" / "replies.sqlite3")) as cache:
        cache.put(poison.request, poison.reply)
    options = {"profile": profile, "temperature": 0.5, "cache": tmp_path / "poisoned"}
    with Summarizer("gpt-4.1", offline=True, **options) as summarizer:
        summary = summarizer.summarize(ARTICLE)
    assert summary.provenance.reply == "cache"
    assert (summary.content.price.match, summary.content.price.span) == ("absent", None)
    assert [finding.at for finding in summary.errors()] == ["/content/price"]


def test_damaged_cache_costs_the_user_a_notice_only(live, tmp_path):
    """With a damaged cache the article is summarised all the same, and the user is told."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "replies.sqlite3").write_bytes(b"not SQLite" * 500)
    told = []
    for _ in range(2):
        options = live | {"cache": tmp_path / "own", "notice": told.append}
        with Summarizer("gpt-4.1", **options) as summarizer:
            provenance = summarizer.summarize(ARTICLE).provenance
    assert provenance.reply == "cache"
    assert [text for text in told if "is kept as replies.damaged-1.sqlite3" in text] != []
    assert (tmp_path / "own" / "replies.damaged-1.sqlite3").stat().st_size == 5000


def test_stored_bytes_hold_neither_key_nor_address(live, stub, tmp_path):
    """Not in the cache's file, nor its log while it is open, nor unpacked, nor in a recording."""
    options = live | {"cache": tmp_path / "own", "record": tmp_path / "recordings"}
    with Summarizer("gpt-4.1", **options) as summarizer:
        summarizer.summarize(ARTICLE)
        files = [*(tmp_path / "own").iterdir(), *(tmp_path / "recordings").iterdir()]
        stored = [path.read_bytes() for path in files]
    with closing(ReplyCache(tmp_path / "own" / "replies.sqlite3")) as cache:
        cache.export(tmp_path / "exported")
    stored += [path.read_bytes() for path in (tmp_path / "exported").iterdir()]
    assert {path.suffix for path in files} >= {".sqlite3", ".sqlite3-wal", ".json"}
    assert b"nine barges" in stored[-1]
    telling = [KEY, KEY[-12:], base64.b64encode(KEY.encode()).decode(), stub.host, "Bearer"]
    assert [word for word in telling if any(word.encode() in content for content in stored)] == []
