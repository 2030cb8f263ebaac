"""What goes out to a model, by which client, and for how long."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import httpx2
import openai
import pytest
from openai.types.chat import ChatCompletion
from pydantic import SecretStr

from summarizer.errors import ConfigurationError, InputError, ModelError
from summarizer.model import ModelRoom
from summarizer.request import ModelRequest, Reply
from tests.stub_server import Answer, StubServer, completion

ARTICLE = "   {{ 7*7 }} {% up %}\n\tArvenia and Sorland talk.\u2028\x00 <|im_end|> é \U0001f600"
SCHEMA = {"type": "object", "properties": {}, "required": [], "additionalProperties": False}
ANSWER = completion('{"headline": "Talks"}')


def request(content: str = ARTICLE, **parameters: Any) -> ModelRequest:
    return ModelRequest(
        messages=({"role": "system", "content": " Stay.\n"}, {"role": "user", "content": content}),
        schema={"name": "deal", "schema": SCHEMA},
        model="small-model",
        parameters=parameters,
    )


def soon() -> float:
    return time.monotonic() + 30


async def no_time(_: float) -> None:
    """Takes the place of waiting between requests."""


@pytest.fixture
def stub() -> Iterator[StubServer]:
    with StubServer(Answer(ANSWER)) as server:
        yield server


@pytest.fixture
def room(stub: StubServer) -> Iterator[ModelRoom]:
    room = ModelRoom(api_key=SecretStr("sk-of-vel"), base_url=stub.url, sleep=no_time)
    yield room
    room.close()


def test_loading_the_room_loads_no_client() -> None:
    """Help, replay and extractive runs import it and must not pay for openai and instructor."""
    code = "import sys, summarizer.model; print({'openai', 'instructor'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"


def test_the_strict_schema_is_sent_as_response_format(stub: StubServer, room: ModelRoom) -> None:
    """Messages to the letter, model and schema; parameters only those that are set."""
    room.ask(request(), deadline=soon())
    assert stub.requests[0].body == {
        "messages": list(request().messages),
        "model": "small-model",
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "deal", "schema": SCHEMA, "strict": True},
        },
    }
    assert stub.requests[0].path == "/v1/chat/completions"
    assert stub.requests[0].headers["authorization"] == "Bearer sk-of-vel"


def test_the_strict_schema_is_sent_as_a_forced_tool(stub: StubServer) -> None:
    """The other mode: one tool, which must be called, and no response format."""
    room = ModelRoom(api_key=None, base_url=stub.url, mode="tools")
    room.ask(request(temperature=0, max_tokens=9, seed=1, top_p=0.5), deadline=soon())
    room.close()
    function = {"name": "deal", "parameters": SCHEMA, "strict": True}
    assert stub.requests[0].body == {
        "messages": list(request().messages),
        "model": "small-model",
        "tools": [{"type": "function", "function": function}],
        "tool_choice": {"type": "function", "function": {"name": "deal"}},
        "temperature": 0,
        "max_tokens": 9,
        "seed": 1,
        "top_p": 0.5,
    }


def test_the_reply_is_the_raw_completion(stub: StubServer, room: ModelRoom) -> None:
    """Fields that no library knows, and odd choices, are there for whoever judges the reply."""
    odd = {
        **ANSWER,
        "choices": None,
        "timings": {"predicted_ms": 7.5},
        "usage": {"prompt_tokens": "?"},
    }
    stub.will_answer(odd)
    reply = room.ask(request(), deadline=soon())
    assert reply.completion == odd
    assert reply.origin == "live"
    assert reply.seconds > 0
    assert len(reply.recorded) == len("2031-05-02")


def test_a_redirect_is_not_followed(stub: StubServer, room: ModelRoom) -> None:
    """The article must not go to a host that nobody named."""
    with StubServer(Answer(ANSWER)) as other:
        stub.will_answer(Answer(status=307, headers={"location": f"{other.url}/chat/completions"}))
        with pytest.raises(ModelError, match=other.host):
            room.ask(request(), deadline=soon())
        assert other.requests == []


def test_half_a_character_is_refused_before_sending(stub: StubServer, room: ModelRoom) -> None:
    """A lone surrogate has no UTF-8: the error names it and its place, and nothing is sent."""
    with pytest.raises(InputError, match=r"U\+D83D.*message 2, character 4") as raised:
        room.ask(request("Vel \ud83d says"), deadline=soon())
    assert raised.value.reason == "encoding"
    assert stub.requests == []


def test_a_deadline_that_has_passed_sends_nothing(stub: StubServer, room: ModelRoom) -> None:
    """There is no time left to ask."""
    with pytest.raises(ModelError) as raised:
        room.ask(request(), deadline=time.monotonic() - 1)
    assert raised.value.reason == "deadline"
    assert stub.requests == []


def test_threads_share_one_pool_of_connections(stub: StubServer, room: ModelRoom) -> None:
    """Forty questions by four threads take at most four connections."""
    with ThreadPoolExecutor(4) as threads:
        replies = list(threads.map(lambda _: room.ask(request(), deadline=soon()), range(40)))
    assert [reply.completion for reply in replies] == [ANSWER] * 40
    assert len({asked.connection for asked in stub.requests}) <= 4


def test_each_event_loop_has_connections_of_its_own(stub: StubServer, room: ModelRoom) -> None:
    """One room serves loop after loop, and threads that block, and after `close` again."""

    async def asked() -> Reply:
        replies = await asyncio.gather(*(room.aask(request(), deadline=soon()) for _ in range(3)))
        await room.aclose()
        return replies[0]

    for _ in range(2):
        assert asyncio.run(asked()).completion == ANSWER
        assert room.ask(request(), deadline=soon()).completion == ANSWER


def test_the_models_of_an_endpoint(stub: StubServer, room: ModelRoom) -> None:
    """Their ids, for the message that says which one can be named."""
    stub.will_answer({"object": "list", "data": [{"id": "small"}, {"id": "large"}, "odd"]})
    assert room.models() == ["small", "large"]
    assert stub.requests[0].path == "/v1/models"


def test_an_endpoint_that_lists_no_models(stub: StubServer, room: ModelRoom) -> None:
    """Not every server lists them: an answer without a list is empty, an error is ours."""
    stub.will_answer({"models": 3})
    assert room.models() == []
    stub.will_answer(Answer(status=401))
    with pytest.raises(ModelError) as raised:
        room.models()
    assert raised.value.reason == "unauthorised"


def test_an_address_that_no_client_can_read() -> None:
    """What the check of the address lets through, and the client does not, is ours as well."""
    room = ModelRoom(api_key=None, base_url="http://\u2603\ufe0f\u2044.example/v1")
    with pytest.raises(ConfigurationError, match="base URL"):
        room.ask(request(), deadline=soon())
    room.close()


def served(status: int = 200) -> tuple[list[Any], httpx2.MockTransport]:
    """A transport that answers without a socket, and the bodies that it got."""
    bodies: list[Any] = []

    def handle(received: httpx2.Request) -> httpx2.Response:
        bodies.append(json.loads(received.content))
        return httpx2.Response(status, json=ANSWER)

    return bodies, httpx2.MockTransport(handle)


def sync_client(status: int = 200) -> tuple[list[Any], openai.OpenAI]:
    bodies, transport = served(status)
    http = httpx2.Client(transport=transport)
    return bodies, openai.OpenAI(api_key="sk-of-vel", http_client=http, max_retries=7)


def async_client(status: int = 200) -> tuple[list[Any], openai.AsyncOpenAI]:
    bodies, transport = served(status)
    http = httpx2.AsyncClient(transport=transport)
    return bodies, openai.AsyncOpenAI(api_key="sk-of-vel", http_client=http, max_retries=7)


def client_of(create: Callable[..., Any]) -> Any:
    """An object that has `chat.completions.create` and nothing else."""
    return SimpleNamespace(chat=SimpleNamespace(completions=SimpleNamespace(create=create)))


def ask_both_ways(client: Any, asked: ModelRequest | None = None) -> list[Reply]:
    """The replies of a room with this client to a blocking and to an awaited call."""
    room = ModelRoom(api_key=None, base_url=None, client=client, sleep=no_time)
    with asyncio.Runner() as runner:
        awaited = runner.run(room.aask(asked or request(), deadline=soon()))
        blocking = room.ask(asked or request(), deadline=soon())
        runner.run(room.aclose())
    return [awaited, blocking]


@pytest.mark.parametrize("make", [sync_client, async_client])
def test_a_users_own_client_is_used_and_left_open(make: Callable[[], Any]) -> None:
    """Blocking or not, it serves both kinds of call, and is still open afterwards."""
    bodies, client = make()
    replies = ask_both_ways(client)
    assert [reply.completion for reply in replies] == [ANSWER, ANSWER]
    assert len(bodies) == 2
    assert not client.is_closed()


@pytest.mark.parametrize("make", [sync_client, async_client])
def test_a_users_own_client_does_not_retry_by_itself(make: Callable[[int], Any]) -> None:
    """Its seven retries on top of our three would be thirty-two requests."""
    bodies, client = make(503)
    room = ModelRoom(api_key=None, base_url=None, client=client, sleep=no_time)
    with pytest.raises(ModelError, match=r"api\.openai\.com fails"):
        room.ask(request(), deadline=soon())
    room.close()
    assert len(bodies) == 4
    assert client.max_retries == 7


def test_openai_knows_the_limit_of_tokens_by_its_newer_name() -> None:
    """OpenAI's newer models refuse `max_tokens`; other servers know no other name."""
    bodies, client = sync_client()
    ask_both_ways(client, request(max_tokens=256))
    assert bodies[0]["max_completion_tokens"] == 256
    assert "max_tokens" not in bodies[0]


async def _awaited(**_: Any) -> ChatCompletion:
    return ChatCompletion.model_validate(ANSWER)


@pytest.mark.parametrize(
    "create",
    [
        lambda **_: ANSWER,
        lambda **_: ChatCompletion.model_validate(ANSWER),
        lambda **_: _awaited(),
        _awaited,
    ],
    ids=["dict", "completion", "awaitable", "async"],
)
def test_an_object_like_a_client_will_do(create: Callable[..., Any]) -> None:
    """What it returns may be a dict or a completion, at once or to be awaited."""
    for reply in ask_both_ways(client_of(create)):
        assert reply.completion == ANSWER


@pytest.mark.parametrize("fault", [openai.OpenAIError, ValueError])
def test_a_cause_that_shows_the_key_is_not_kept(fault: type[Exception]) -> None:
    """Whatever a client raises, and whatever that came from, a traceback of ours shows no key."""

    def fail(**_: Any) -> None:
        raise fault("no answer") from LookupError("Bearer sk-of-vel")

    client = client_of(fail)
    client.api_key = "sk-of-vel"
    with pytest.raises(ModelError, match="no answer") as raised:
        ask_both_ways(client)
    assert "sk-of-vel" not in "".join(traceback.format_exception(raised.value))


def test_a_cause_without_the_key_is_kept() -> None:
    """It says more than our one sentence."""
    cause = ValueError("no answer")

    def fail(**_: Any) -> None:
        raise cause

    with pytest.raises(ModelError) as raised:
        ask_both_ways(client_of(fail))
    assert raised.value.__cause__ is cause


def test_an_object_like_a_client_lists_no_models() -> None:
    """It need have nothing but `chat.completions.create`."""
    room = ModelRoom(api_key=None, base_url=None, client=client_of(lambda **_: ANSWER))
    assert room.models() == []
    room.close()


def test_a_blocking_client_that_hangs_cannot_hold_us() -> None:
    """Its thread is left behind at the deadline, and delays neither the caller nor the exit."""
    released = threading.Event()
    left: list[threading.Thread] = []

    def hang(**_: Any) -> dict[str, Any]:
        left.append(threading.current_thread())
        released.wait()
        return ANSWER

    room = ModelRoom(api_key=None, base_url=None, client=client_of(hang))
    with pytest.raises(ModelError) as raised:
        room.ask(request(), deadline=time.monotonic() + 0.1)
    room.close()
    assert raised.value.reason == "deadline"
    assert left[0].is_alive()
    assert left[0].daemon
    released.set()
    left[0].join()
