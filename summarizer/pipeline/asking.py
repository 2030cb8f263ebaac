"""What the steps ask and how they are answered: the words between logic and the outside."""

from __future__ import annotations

import time
from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

from summarizer.request import ModelRequest, Purpose, Reply
from summarizer.summary import ReplySource

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ask:
    """A request to be answered, why it is made, and for which part of the document, from 1.

    `opening` is one before anything has been answered: a recording of any model may answer it,
    and all that follows asks the same.
    """

    request: ModelRequest
    purpose: Purpose
    part: int = 1
    parts: int = 1
    opening: bool = False


@dataclass(slots=True)
class Clock:
    """The time that each part of a document has, in seconds: it begins with its first question."""

    seconds: float
    _part: tuple[int, int] = (0, 0)
    _until: float = 0.0

    def deadline(self, ask: Ask) -> float:
        """When `ask` must be answered, on the clock of `time.monotonic`."""
        part = ask.part, ask.parts
        if part != self._part:
            self._part, self._until = part, time.monotonic() + self.seconds
        return self._until


@dataclass(slots=True, eq=False)
class Answer:
    """The reply to an `Ask`, where it came from, and the request that it really answers.

    The request differs from the one asked in its model alone, when a recording names another.
    `used` and `gained` are what the steps make of it (see `RequestRecord`).
    """

    ask: Ask
    request: ModelRequest
    reply: Reply
    source: ReplySource
    used: bool = False
    gained: int | None = None


Asking = Generator[Ask, Answer, T]
"""Asks, is answered, and ends in a T."""
