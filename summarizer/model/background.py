"""An event loop in a thread of its own, so that blocking calls can be cancelled on time.

A blocking HTTP client has no total deadline: each byte that drips in starts its time-out anew. A
task on a loop can be cancelled whatever the server does.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

T = TypeVar("T")

LONGEST_CLOSING = 5.0
"""Seconds. A look-up of a host's name cannot be cancelled, and is not waited for longer."""


class BackgroundLoop:
    """Runs coroutines for threads that block; starts when first used. Safe for many threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: tuple[asyncio.AbstractEventLoop, asyncio.Event] | None = None
        self._thread: threading.Thread | None = None

    @property
    def started(self) -> bool:
        return self._running is not None

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """The coroutine's result; it is cancelled when the caller is interrupted."""
        future = asyncio.run_coroutine_threadsafe(coroutine, self._loop())
        try:
            return future.result()
        finally:
            future.cancel()

    def close(self) -> None:
        """Cancels what still runs and ends the thread; a later `run` starts anew."""
        with self._lock:
            running, thread = self._running, self._thread
            self._running = self._thread = None
        if running and thread:
            loop, stop = running
            loop.call_soon_threadsafe(stop.set)
            thread.join(LONGEST_CLOSING)

    def _loop(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            if self._running is None:
                started: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = Future()
                self._thread = threading.Thread(
                    target=lambda: asyncio.run(_until_stopped(started)),
                    name="summarizer-model",
                    daemon=True,
                )
                self._thread.start()
                self._running = started.result()
            return self._running[0]


async def _until_stopped(
    started: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]],
) -> None:
    stop = asyncio.Event()
    started.set_result((asyncio.get_running_loop(), stop))
    await stop.wait()


async def in_own_thread(call: Callable[[], T]) -> T:
    """What the blocking `call` returns, without an executor that the program's exit waits for."""
    outcome: Future[T] = Future()
    outcome.set_running_or_notify_cancel()

    def run() -> None:
        try:
            outcome.set_result(call())
        except BaseException as error:  # noqa: BLE001 - handed to the waiting task, not dropped
            outcome.set_exception(error)

    threading.Thread(target=run, name="summarizer-client", daemon=True).start()
    return await asyncio.wrap_future(outcome)
