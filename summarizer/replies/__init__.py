"""Stored replies: a cache for speed, recordings for tests and offline runs; one protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from summarizer.request import ModelRequest, Reply


class ReplyStore(Protocol):
    """Where replies are kept, each under the key of its request."""

    def get(self, request: ModelRequest) -> Reply | None:
        """The reply that may be served again for `request`, if there is one."""

    def put(self, request: ModelRequest, reply: Reply) -> None:
        """Keeps `reply` before anything is made of it."""

    def close(self) -> None:
        """Lets go of files; the store may be used again after it."""
