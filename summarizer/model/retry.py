"""The one retry policy: which faults may pass, how long to wait, when to give up.

At most four requests. A wait that the server asks for is kept to; otherwise waits grow from half a
second to eight, with jitter (Brooker, "Exponential Backoff And Jitter", AWS 2015). No wait
goes past the document's deadline.
"""

from __future__ import annotations

import math
import time
from collections.abc import Awaitable, Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import Any, NoReturn

from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception_type,
    stop_after_attempt,
    wait_exponential,
    wait_random,
)

from summarizer.errors import ModelError, ModelFault

MOST_REQUESTS = 4
_BACKOFF = wait_exponential(multiplier=0.5, max=8.0) + wait_random(0.0, 0.5)

Sleep = Callable[[float], Awaitable[None]]


class PassingFault(ModelError):
    """A fault that may pass, so that the same request may be sent again.

    `asked_wait` is how long the server asked to wait before that, in seconds, if it did.
    """

    def __init__(
        self, message: str, *, reason: ModelFault, asked_wait: float | None = None
    ) -> None:
        super().__init__(message, reason=reason)
        self.asked_wait = asked_wait


def retrying(deadline: float, sleep: Sleep) -> AsyncRetrying:
    """Calls an async function again while it raises `PassingFault`, then raises that as ModelError.

    `deadline` is a value of `time.monotonic()`. A wait that would pass it is not begun; when the
    server asked for that wait, the reason is `limited` and the message names it.
    """

    def passes_deadline(state: RetryCallState) -> bool:
        return time.monotonic() + state.upcoming_sleep > deadline

    def give_up(state: RetryCallState) -> NoReturn:
        fault = _fault(state)
        if fault.asked_wait is not None and passes_deadline(state):
            raise ModelError(
                f"{fault} It asks to wait {fault.asked_wait:,.0f} seconds, which is past the "
                "deadline: run again after that, or allow more time with --deadline.",
                reason="limited",
            ) from fault.__cause__
        raise ModelError(
            f"{fault} (Requests made: {state.attempt_number}.)", reason=fault.reason
        ) from fault.__cause__

    return AsyncRetrying(
        retry=retry_if_exception_type(PassingFault),
        stop=lambda state: stop_after_attempt(MOST_REQUESTS)(state) or passes_deadline(state),
        wait=_wait,
        sleep=sleep,
        retry_error_callback=give_up,
    )


def asked_wait(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds that the server asks to wait: `retry-after-ms`, else `retry-after` (RFC 9110, 10.2.3).

    `now` is in seconds since the epoch. Negative, past and unreadable values are as none.
    """
    readings: list[tuple[str | None, Callable[[str], float]]] = [
        (headers.get("retry-after-ms"), lambda value: float(value) / 1000),
        (headers.get("retry-after"), float),
        (headers.get("retry-after"), lambda value: parsedate_to_datetime(value).timestamp() - now),
    ]
    for value, reading in readings:
        seconds = _read(value, reading)
        if seconds is not None:
            return seconds
    return None


def _read(value: str | None, reading: Callable[[str], float]) -> float | None:
    try:
        seconds = reading(value) if value else -1.0
    except (ValueError, OverflowError):
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None


def _wait(state: RetryCallState) -> float:
    asked = _fault(state).asked_wait
    return _BACKOFF(state) if asked is None else asked


def _fault(state: RetryCallState) -> PassingFault:
    error: Any = state.outcome and state.outcome.exception()
    assert isinstance(error, PassingFault)
    return error
