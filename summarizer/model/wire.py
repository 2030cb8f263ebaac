"""A chat completion through instructor and openai, exactly one request, as raw JSON.

Importing this module loads both libraries: `room` does so for the first question. instructor shapes
the request for the mode; our strict schema is put in afterwards, since it sends none
(567-labs/instructor#2025). It is shown an answer without content and never sees the real one:
what it cannot parse it would ask again, wrap, and log with the server's words.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from types import SimpleNamespace
from typing import Any, ClassVar, Literal

import httpx2
import instructor
from openai import AsyncOpenAI, DefaultAsyncHttpxClient, OpenAI, OpenAIError, Timeout
from openai.types import CompletionUsage
from pydantic import SecretStr

from summarizer.errors import ConfigurationError
from summarizer.model.access import DEFAULT_BASE_URL, host_of
from summarizer.model.background import in_own_thread
from summarizer.model.faults import Asked
from summarizer.request import ModelRequest

Mode = Literal["json_schema", "tools"]
Create = Callable[..., Awaitable[Any]]

_MODES = {"json_schema": instructor.Mode.JSON_SCHEMA, "tools": instructor.Mode.TOOLS}
_CONNECTING = 5.0  # seconds for one attempt to connect; the document's deadline bounds the rest
_NO_KEY = "none"  # the SDK wants one, local servers do not


class _Anything(instructor.OpenAISchema):
    """The response model: no field, so that nothing is built, walked or validated per call."""

    @classmethod
    def model_json_schema(cls, *_args: Any, **_kwargs: Any) -> dict[str, Any]:
        return {"title": "anything", "type": "object", "properties": {}}


@dataclass(frozen=True, slots=True)
class _Received:
    """What came back, or what the client raised; to instructor, a completion without content."""

    answer: Any = None
    fault: Exception | None = None

    choices: ClassVar = [
        SimpleNamespace(
            finish_reason="stop",
            message=SimpleNamespace(
                content="{}",
                refusal=None,
                tool_calls=[SimpleNamespace(function=SimpleNamespace(arguments="{}"))],
            ),
        )
    ]
    usage: ClassVar = CompletionUsage(completion_tokens=0, prompt_tokens=0, total_tokens=0)


class Line:
    """One client and instructor's call over it; for the event loop that it was made on."""

    def __init__(self, client: Any, *, mode: Mode) -> None:
        self._client = client
        self._mode = mode
        self.host = host_of(str(getattr(client, "base_url", "")))
        self._to_openai = self.host.endswith("api.openai.com")
        self._send = _completions(client)
        self._instructor = instructor.AsyncInstructor(
            client=None, create=instructor.patch(create=self._create, mode=_MODES[mode])
        )

    async def ask(self, request: ModelRequest) -> dict[str, Any]:
        """The raw completion, from one request. Raises ModelError, `PassingFault` among them."""
        asked = self._asked(request.model)
        _, received = await self._instructor.create_with_completion(
            response_model=_Anything,
            max_retries=0,
            **{
                **request.parameters,
                "messages": list(request.messages),
                "model": request.model,
                "strict_schema": request.schema,
            },
        )
        return _completion(received, asked)

    async def models(self) -> list[str]:
        """The ids of the models that the endpoint lists; none for a client that lists none."""
        if not isinstance(self._client, OpenAI | AsyncOpenAI):
            return []
        client = self._client.with_options(max_retries=0)
        received = await _received(_awaitable(client.models.with_raw_response.list))
        listed = _completion(received, self._asked("")).get("data")
        items = listed if isinstance(listed, list) else []
        return [str(item["id"]) for item in items if isinstance(item, dict) and "id" in item]

    async def close(self) -> None:
        await self._client.close()

    def _asked(self, model: str) -> Asked:
        key = getattr(self._client, "api_key", None)
        secret = key if isinstance(key, str) and key != _NO_KEY else ""
        return Asked(self.host, model, self._mode, secret)

    async def _create(self, **prepared: Any) -> _Received:
        schema = prepared.pop("strict_schema")
        if "tools" in prepared:
            prepared |= _as_tool(schema)
        else:
            prepared["response_format"]["json_schema"] = {**schema, "strict": True}
        if self._to_openai and "max_tokens" in prepared:
            # Its newer models know the limit by this name only.
            prepared["max_completion_tokens"] = prepared.pop("max_tokens")
        return await _received(self._send, **prepared)


def own_client(api_key: SecretStr | None, base_url: str | None) -> AsyncOpenAI:
    """A client that neither retries nor follows redirects. Raises ConfigurationError."""
    try:
        return AsyncOpenAI(
            api_key=api_key.get_secret_value() if api_key else _NO_KEY,
            base_url=base_url or DEFAULT_BASE_URL,
            max_retries=0,
            timeout=Timeout(None, connect=_CONNECTING),
            http_client=DefaultAsyncHttpxClient(follow_redirects=False),
        )
    except httpx2.InvalidURL:
        raise ConfigurationError(
            "The base URL cannot be read as an address: check its spelling."
        ) from None


def _completions(client: Any) -> Create:
    if isinstance(client, OpenAI | AsyncOpenAI):
        client = client.with_options(max_retries=0)
        return _awaitable(client.chat.completions.with_raw_response.create)
    return _awaitable(client.chat.completions.create)


def _awaitable(call: Callable[..., Any]) -> Create:
    """`call` itself when it is async; otherwise `call` in a thread of its own."""
    if inspect.iscoroutinefunction(call):
        return call

    async def called(**arguments: Any) -> Any:
        answer = await in_own_thread(partial(call, **arguments))
        return await answer if inspect.isawaitable(answer) else answer

    return called


def _as_tool(schema: dict[str, Any]) -> dict[str, Any]:
    name = schema["name"]
    function = {"name": name, "parameters": schema["schema"], "strict": True}
    return {
        "tools": [{"type": "function", "function": function}],
        "tool_choice": {"type": "function", "function": {"name": name}},
    }


async def _received(call: Create, **arguments: Any) -> _Received:
    try:
        return _Received(answer=await call(**arguments))
    except (OpenAIError, ValueError) as error:
        return _Received(fault=error)


def _completion(received: _Received, asked: Asked) -> dict[str, Any]:
    if received.fault:
        raise asked.error(received.fault)
    answer = received.answer
    if hasattr(answer, "http_response"):
        answer = _parsed(answer.http_response, asked)
    elif hasattr(answer, "model_dump"):
        answer = answer.model_dump(mode="json", exclude_unset=True, warnings=False)
    if not isinstance(answer, dict):
        raise asked.no_completion("something that is no JSON object")
    return answer


def _parsed(response: httpx2.Response, asked: Asked) -> Any:
    try:
        return json.loads(response.content.decode())
    except UnicodeDecodeError as error:
        raise asked.no_completion("bytes that are not UTF-8") from error
    except (ValueError, RecursionError) as error:
        kind = response.headers.get("content-type", "no declared type")
        found = f"content that is not JSON ({kind})" if response.content else "nothing"
        raise asked.no_completion(found) from error
