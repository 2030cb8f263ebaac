"""Questions to a chat model: what is asked goes out once it is checked, the raw reply comes back.

What the reply holds is not judged here: it is stored first, and read by `summarizer.draft`.
"""

from __future__ import annotations

import asyncio
import re
import threading
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer.errors import InputError, ModelError
from summarizer.model.background import BackgroundLoop
from summarizer.model.retry import Sleep, retrying
from summarizer.request import ModelRequest, Reply

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from pydantic import SecretStr

    from summarizer.model.wire import Line, Mode

T = TypeVar("T")

LISTING = 10.0
"""Seconds that the endpoint has to list its models."""

_SURROGATE = re.compile("[\ud800-\udfff]")


class ModelRoom:
    """Asks one endpoint, for any number of threads and event loops at once.

    Each event loop has one pool of connections, and all threads that call `ask` share one. `client`
    is a user's own `OpenAI` or `AsyncOpenAI`, or an object with the same
    `chat.completions.create`: it keeps its key, address, time-outs and redirects, is never
    closed here, and `api_key` and `base_url` are then not used. An asynchronous one serves
    either one event loop or `ask`. `sleep` waits so many seconds between requests.
    """

    def __init__(
        self,
        *,
        api_key: SecretStr | None,
        base_url: str | None,
        mode: Mode = "json_schema",
        client: Any | None = None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._api_key = api_key
        self._base_url = base_url
        self._mode: Mode = mode
        self._client = client
        self._sleep = sleep
        self._background = BackgroundLoop()
        self._lock = threading.Lock()
        self._lines: dict[asyncio.AbstractEventLoop, Line] = {}

    def ask(self, request: ModelRequest, *, deadline: float) -> Reply:
        """The raw reply to `request`, whatever it holds.

        `deadline` is a value of `time.monotonic()`; waits and further requests included, nothing
        goes on after it. Raises ModelError for what no reply came of, and InputError
        (`encoding`) for text that cannot be sent.
        """
        return self._background.run(self.aask(request, deadline=deadline))

    async def aask(self, request: ModelRequest, *, deadline: float) -> Reply:
        """`ask` for async callers, on their own event loop."""
        _refuse_surrogates(request)
        line = self._line()
        began = time.monotonic()
        policy = retrying(deadline, self._sleep)
        completion: dict[str, Any] = await _in_time(
            line, deadline, lambda: policy(line.ask, request)
        )
        return Reply(
            completion=completion,
            seconds=time.monotonic() - began,
            origin="live",
            recorded=datetime.now(tz=UTC).date().isoformat(),
        )

    def models(self) -> list[str]:
        """The ids of the models that the endpoint lists. Raises ModelError when it does not."""

        async def listed() -> list[str]:
            line = self._line()
            return await _in_time(line, time.monotonic() + LISTING, line.models)

        return self._background.run(listed())

    def close(self) -> None:
        """Ends the connections and the thread of `ask`. The room can be used again."""
        if self._background.started:
            self._background.run(self._close_line())
            self._background.close()

    async def aclose(self) -> None:
        """Ends the connections of the running event loop, and those of `ask`."""
        await self._close_line()
        self.close()

    def _line(self) -> Line:
        from summarizer.model import wire  # here, since it loads openai and instructor: a second

        loop = asyncio.get_running_loop()
        with self._lock:
            for closed in [other for other in self._lines if other.is_closed()]:
                del self._lines[closed]
            if loop not in self._lines:
                client = self._client or wire.own_client(self._api_key, self._base_url)
                self._lines[loop] = wire.Line(client, mode=self._mode)
            return self._lines[loop]

    async def _close_line(self) -> None:
        with self._lock:
            line = self._lines.pop(asyncio.get_running_loop(), None)
        if line and self._client is None:
            await line.close()


async def _in_time(line: Line, deadline: float, work: Callable[[], Awaitable[T]]) -> T:
    remaining = deadline - time.monotonic()
    if remaining <= 0:
        raise _late(line.host)
    try:
        async with asyncio.timeout(remaining):
            return await work()
    except TimeoutError as error:
        raise _late(line.host) from error


def _late(host: str) -> ModelError:
    return ModelError(
        f"{host} gave no whole answer within the deadline: allow more time with --deadline, "
        "or run again later.",
        reason="deadline",
    )


def _refuse_surrogates(request: ModelRequest) -> None:
    for number, message in enumerate(request.messages, start=1):
        found = _SURROGATE.search(message["content"])
        if found:
            raise InputError(
                f"The text holds half a character, U+{ord(found[0]):04X}, which cannot be sent "
                f"(message {number}, character {found.start()}): decode the article anew.",
                reason="encoding",
            )
