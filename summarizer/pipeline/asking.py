"""What the steps ask and how they are answered: the words between logic and the outside."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

from summarizer.request import ModelRequest, Purpose, Reply
from summarizer.summary import ReplySource

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ask:
    """A request to be answered, and why it is made.

    `opening` is the first of a document: a recording of any model may answer it, and all that
    follows asks the same.
    """

    request: ModelRequest
    purpose: Purpose
    opening: bool = False


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
