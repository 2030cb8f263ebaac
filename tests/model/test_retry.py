"""The retry policy."""

from __future__ import annotations

import asyncio
import time

import pytest

from summarizer.errors import ModelError
from summarizer.model.retry import MOST_REQUESTS, PassingFault, asked_wait, retrying

NOW = 784_111_777.0  # Sun, 06 Nov 1994 08:49:37 GMT, the date of RFC 9110's examples


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after": "-1"}, None),
        ({"retry-after": ""}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "6m0s"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "1e999"}, None),
        ({"retry-after": "Sun, 06 Nov 1994 08:50:37 GMT"}, 60.0),
        ({"retry-after": "Sun, 06 Nov 1994 08:48:37 GMT"}, None),
        ({"retry-after": "Sun, 99 Nov 1994 08:48:37 GMT"}, None),
        ({"retry-after": "Sun, 06 Nov 99999999999 08:48:37 GMT"}, None),
        ({"retry-after-ms": "120"}, 0.12),
        ({"retry-after-ms": "120", "retry-after": "7"}, 0.12),
        ({"retry-after-ms": "-3", "retry-after": "7"}, 7.0),
    ],
)
def test_the_wait_that_a_server_asks_for(headers: dict[str, str], seconds: float | None) -> None:
    """Seconds, milliseconds and dates are understood; what is no wait counts as none."""
    assert asked_wait(headers, NOW) == (None if seconds is None else pytest.approx(seconds))


class Endpoint:
    """Fails with the waits given, one a request, and then answers; remembers how long we slept."""

    def __init__(self, *asked: float | None) -> None:
        self.faults = [PassingFault("Busy.", reason="unreachable", asked_wait=w) for w in asked]
        self.requests = 0
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    async def answer(self) -> str:
        self.requests += 1
        if len(self.faults) >= self.requests:
            raise self.faults[self.requests - 1]
        return "answer"

    def ask(self, seconds: float = 60.0) -> str:
        policy = retrying(time.monotonic() + seconds, self.sleep)
        answer: str = asyncio.run(policy(self.answer))
        return answer


def test_asked_waits_are_kept_to() -> None:
    """The server's word goes before our own growing waits."""
    endpoint = Endpoint(1.5, 0.0, 20.0)
    assert endpoint.ask() == "answer"
    assert endpoint.slept == [1.5, 0.0, 20.0]


def test_waits_of_our_own_grow_with_jitter() -> None:
    """Half a second, one, two, each with up to half a second more."""
    endpoint = Endpoint(None, None, None)
    assert endpoint.ask() == "answer"
    for slept, least in zip(endpoint.slept, (0.5, 1.0, 2.0), strict=True):
        assert least <= slept <= least + 0.5


def test_requests_are_bounded() -> None:
    """A fault that does not pass is raised after four requests, with its own reason."""
    endpoint = Endpoint(*[None] * 10)
    with pytest.raises(ModelError, match=r"Busy. \(Requests made: 4.\)") as raised:
        endpoint.ask()
    assert raised.value.reason == "unreachable"
    assert endpoint.requests == MOST_REQUESTS
    assert len(endpoint.slept) == MOST_REQUESTS - 1


def test_a_wait_past_the_deadline_is_not_begun() -> None:
    """When the server asks for more time than there is, that is said at once."""
    endpoint = Endpoint(1.0, 9999.0)
    with pytest.raises(ModelError, match="wait 9,999 seconds") as raised:
        endpoint.ask()
    assert raised.value.reason == "limited"
    assert endpoint.slept == [1.0]


def test_our_own_wait_past_the_deadline_ends_with_the_fault() -> None:
    """Nobody asked for that wait: the reason stays that of the fault."""
    endpoint = Endpoint(None)
    with pytest.raises(ModelError) as raised:
        endpoint.ask(seconds=0.4)
    assert raised.value.reason == "unreachable"
    assert endpoint.slept == []


def test_other_errors_are_not_asked_about_again() -> None:
    """Only faults that may pass are worth a second request."""

    async def refused() -> None:
        raise ModelError("No.", reason="rejected")

    with pytest.raises(ModelError, match=r"^No\.$"):
        asyncio.run(retrying(time.monotonic() + 60, Endpoint().sleep)(refused))
