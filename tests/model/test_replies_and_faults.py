"""Every reply that a server can give, and every fault between us, ends as one of our errors."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

import pytest
from pydantic import SecretStr

from summarizer.draft import read_reply
from summarizer.errors import LONGEST_MESSAGE, ModelError
from summarizer.model import ModelRoom
from summarizer.request import ModelRequest, Reply
from summarizer.schemas.evidence import Quote, Record, RuleFilled
from tests.stub_server import Answer, StubServer, completion, tool_completion

CANARY = "sk-canary-4f9c2b7e81d05a63"
MODES = ("json_schema", "tools")


class Deal(Record):
    """The draft of these tests."""

    headline: str
    states: int
    words: list[Quote]
    judged: Annotated[str | None, RuleFilled()] = None


SCHEMA = {
    "name": "deal",
    "schema": {
        "type": "object",
        "properties": {
            "headline": {"type": "string"},
            "states": {"type": "integer"},
            "words": {"type": "array", "items": {"type": "string"}},
        },
        "required": ["headline", "states", "words"],
        "additionalProperties": False,
    },
}
REQUEST = ModelRequest(
    messages=({"role": "user", "content": "Arvenia and Sorland talk about the strait."},),
    schema=SCHEMA,
    model="small-model",
    parameters={},
)
GOOD = '{"headline": "Talks", "states": 2, "words": ["start at once"]}'


def good(**changed: Any) -> str:
    return json.dumps({**json.loads(GOOD), **changed})


@dataclass(frozen=True)
class Row:
    """A row of the tables: `text` is the model's answer in either mode, `answer` a whole HTTP answer.

    `reason` None means that a draft comes of it.
    """

    name: str
    reason: str | None
    text: str | None = None
    finish: str | None = "stop"
    answer: Answer | dict[str, Any] = field(default_factory=dict)
    requests: int = 1
    seconds: float = 30.0
    told: str = ""


def error(status: int, headers: dict[str, str] | None = None, **said: Any) -> Answer:
    """An error as OpenAI words it, by a server that tells the key to everybody."""
    told = {"message": f"Not so, \x1b[31m{CANARY}\x1b[0m", **said}
    return Answer({"error": told}, status, headers or {})


def redirect(status: int, to: str) -> Answer:
    return Answer(b"", status, {"location": to})


REPLIES = [
    Row("whole", None, GOOD),
    Row("whole, without a finish reason", None, GOOD, finish=None),
    Row("cut off, length", "truncated", GOOD[:40], finish="length"),
    Row("complete, length", "truncated", GOOD, finish="length"),
    Row("cut off, stop", "malformed", GOOD[:40]),
    Row(
        "refusal",
        "refused",
        answer=completion(refusal="I cannot\x1b help with that"),
        told="[U+001B]",
    ),
    Row("refusal in prose", "malformed", "I am sorry, I cannot help with that."),
    Row("prose", "malformed", answer=completion("The talks went well.")),
    Row("filtered, empty", "filtered", "", finish="content_filter"),
    Row("filtered, partial", "filtered", GOOD[:40], finish="content_filter"),
    Row("filtered, complete", "filtered", GOOD, finish="content_filter"),
    Row("choices []", "malformed", answer={**completion(GOOD), "choices": []}),
    Row("choices null", "malformed", answer={**completion(GOOD), "choices": None}),
    Row("two choices", "malformed", answer={"choices": completion(GOOD)["choices"] * 2}),
    Row("message null", "malformed", answer={"choices": [{"message": None}]}),
    Row("no text", "malformed", ""),
    Row(
        "error with 200",
        "malformed",
        answer={"error": {"message": "overloaded"}},
        told="overloaded",
    ),
    Row("wrong tool", "malformed", answer=tool_completion(GOOD, "another")),
    Row("two tool calls", "malformed", answer=tool_completion(GOOD, "deal", "deal")),
    Row("tool call without a function", "malformed", answer=completion(tool_calls=[{"id": "x"}])),
    Row("fenced", "malformed", f"```json\n{GOOD}\n```"),
    Row("wrapped in prose", "malformed", f"Here it is: {GOOD} I hope it helps."),
    Row("two objects", "malformed", f"{GOOD}\n{GOOD}"),
    Row("a list", "wrong-shape", f"[{GOOD}]"),
    Row("duplicate keys", "malformed", GOOD.replace("{", '{"states": 3, ')),
    Row("unknown key", "wrong-shape", good(certainty="high")),
    Row("missing key", "wrong-shape", '{"headline": "Talks", "states": 2}', told="/words: missing"),
    Row("wrong type", "wrong-shape", good(words="start at once"), told="/words: list_type"),
    Row("NaN", "malformed", GOOD.replace("2", "NaN")),
    Row("Infinity", "malformed", GOOD.replace("2", "-Infinity")),
    Row("1e999", "malformed", GOOD.replace("2", "1e999")),
    Row("5,000 digits", "malformed", GOOD.replace("2", "9" * 5000)),
    Row("200k nesting", "malformed", GOOD.replace("2", "[" * 200_000)),
    Row("lone surrogate", "malformed", GOOD.replace("Talks", "\\ud800")),
    Row("pair of surrogates", None, GOOD.replace("Talks", "\\ud83d\\ude00")),
    Row("raw newline in a string", "malformed", GOOD.replace("Talks", "Ta\nlks")),
    Row("NUL, bidi, zero-width", None, GOOD.replace("Talks", "\\u0000\u202e\u200b")),
    Row("empty strings and lists", None, good(headline="", words=[])),
    Row("10 MB quote", "wrong-shape", good(words=["x" * 10_000_000]), told="string_too_long"),
    Row(
        "text/html",
        "unreachable",
        answer=Answer(b"<html>", 200, {"content-type": "text/html"}),
        told="text/html",
    ),
    Row("empty", "unreachable", answer=Answer(b"")),
    Row("invalid UTF-8", "unreachable", answer=Answer(b'{"choices": "\xff"}'), told="UTF-8"),
    Row("body of 200k nesting", "unreachable", answer=Answer(b"[" * 200_000)),
    Row("body that is a list", "unreachable", answer=Answer(b"[]")),
]

FAULTS = [
    *(Row(f"{status}", "unreachable", answer=error(status), requests=4) for status in (408, 409, 500, 503, 529)),
    Row("429", "limited", answer=error(429), requests=4, told="[key]"),
    Row("429, wait of 1 s", "limited", answer=error(429, {"retry-after": "1"}), requests=4),
    Row("429, wait of 9,999 s", "limited", answer=error(429, {"retry-after": "9999"}), told="9,999 seconds"),
    Row("503, wait of 9,999 s", "limited", answer=error(503, {"retry-after": "9999"}), told="9,999 seconds"),
    Row("429, until 2094", "limited", answer=error(429, {"retry-after": "Sat, 06 Nov 2094 08:49:37 GMT"})),
    Row("429, wait of -5 s", "limited", answer=error(429, {"retry-after": "-5"}), requests=4),
    Row("429, unreadable wait", "limited", answer=error(429, {"retry-after": "soon"}), requests=4),
    Row("429, quota", "quota", answer=error(429, code="insufficient_quota")),
    Row("reset", "unreachable", answer=Answer(fault="reset"), requests=4),
    Row("short body", "unreachable", answer=Answer(b"{", fault="short body"), requests=4),
    Row("hang", "deadline", answer=Answer(fault="hang"), seconds=0.3),
    Row("drip", "deadline", answer=Answer(fault="drip"), seconds=0.3),
    Row("400", "rejected", answer=error(400), told="--mode"),
    Row("400, context, OpenAI", "too-long", answer=error(400, code="context_length_exceeded")),
    Row("400, context, llama.cpp", "too-long", answer=error(400, code=400, type="exceed_context_size_error")),
    Row("400, context, vLLM", "too-long", answer=error(400, message="The maximum context length is 8")),
    Row("401", "unauthorised", answer=error(401)),
    Row("403", "unauthorised", answer=error(403)),
    Row("404", "not-found", answer=error(404), told="small-model"),
    Row("413", "too-long", answer=error(413)),
    Row("422", "rejected", answer=error(422)),
    Row("404 in HTML", "not-found", answer=Answer(b"<h1>Not found</h1>", 404)),
    Row("302", "unreachable", answer=redirect(302, "/elsewhere"), told="/elsewhere"),
    Row("307 to itself", "unreachable", answer=redirect(307, "/v1/chat/completions")),
    Row("307 to another host", "unreachable", answer=redirect(307, "http://u:pw@other.example/v1?k=v"), told="to http://other.example/v1 ("),
    Row("308 to nowhere", "unreachable", answer=redirect(308, "http://[")),
]  # fmt: skip

Ask = Callable[[str, Row], Reply]


@pytest.fixture(scope="module")
def stub() -> Iterator[StubServer]:
    with StubServer() as server:
        yield server


@pytest.fixture(scope="module", params=["sync", "async"])
def ask(request: pytest.FixtureRequest, stub: StubServer) -> Iterator[Ask]:
    """Asks in a mode, by a blocking or an awaited call; waits between requests take no time."""

    async def no_time(_: float) -> None:
        pass

    rooms = {
        mode: ModelRoom(api_key=SecretStr(CANARY), base_url=stub.url, mode=mode, sleep=no_time)
        for mode in MODES
    }
    with asyncio.Runner() as runner:

        def asked(mode: str, row: Row) -> Reply:
            deadline = time.monotonic() + row.seconds
            if request.param == "sync":
                return rooms[mode].ask(REQUEST, deadline=deadline)
            return runner.run(rooms[mode].aask(REQUEST, deadline=deadline))

        stub.will_answer(completion(GOOD))
        for mode in MODES:
            asked(
                mode, Row("first", None)
            )  # loads the clients, so that no deadline passes meanwhile
        yield asked
        for room in rooms.values():
            runner.run(room.aclose())


def answer_of(row: Row, mode: str) -> Answer | dict[str, Any]:
    if row.text is None:
        return row.answer
    if mode == "tools" and row.text:
        return tool_completion(row.text, "deal", finish_reason=row.finish)
    return completion(row.text, finish_reason=row.finish)


def assert_no_key(told: str) -> None:
    assert CANARY not in told
    assert CANARY[-12:] not in told


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("row", [*REPLIES, *FAULTS], ids=lambda row: row.name)
def test_reply_or_fault(
    row: Row,
    mode: Literal["json_schema", "tools"],
    ask: Ask,
    stub: StubServer,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Each row gives its reason after so many requests, in words without key or control characters."""
    caplog.set_level(logging.DEBUG)
    stub.requests.clear()
    stub.will_answer(answer_of(row, mode))
    found: ModelError | None = None
    try:
        read_reply(ask(mode, row), Deal, name="deal")
    except ModelError as raised:
        found = raised
    assert (found.reason if found else None) == row.reason
    assert len(stub.requests) == row.requests
    assert_no_key(caplog.text)
    assert not [record for record in caplog.records if record.levelno > logging.INFO]
    if found:
        assert row.told in str(found)
        assert len(str(found)) <= LONGEST_MESSAGE
        assert "\x1b" not in str(found)
        assert_no_key(f"{found!r}{found.args}{vars(found)}")
        assert_no_key("".join(traceback.format_exception(found)))


def test_a_closed_port_is_unreachable() -> None:
    """Nobody listens: the message names host and port, after four attempts to connect."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    found = _unreachable(f"http://127.0.0.1:{port}/v1")
    assert f"127.0.0.1:{port}" in str(found)
    assert "Requests made: 4" in str(found)


def test_an_unknown_host_is_unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that cannot be looked up is told with the resolver's own reason."""

    def unknown(*_: Any, **__: Any) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    found = _unreachable("http://no-such-host.invalid/v1")
    assert "no-such-host.invalid" in str(found)
    assert "Name or service not known" in str(found)


def _unreachable(base_url: str) -> ModelError:
    async def no_time(_: float) -> None:
        pass

    room = ModelRoom(api_key=SecretStr(CANARY), base_url=base_url, sleep=no_time)
    with pytest.raises(ModelError) as raised:
        room.ask(REQUEST, deadline=time.monotonic() + 30)
    room.close()
    assert raised.value.reason == "unreachable"
    return raised.value
