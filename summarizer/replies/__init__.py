"""Stored replies: a cache for speed, recordings for tests and offline runs; one protocol."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from summarizer.replies.cache import CacheStats, ReplyCache, cache_file
    from summarizer.replies.recordings import Match, Recordings
    from summarizer.request import ModelRequest, Reply

__all__ = ["CacheStats", "Match", "Recordings", "ReplyCache", "ReplyStore", "cache_file"]

# Loaded when first used: a run without a cache needs no SQLite.
_ROOMS = {"Match": "recordings", "Recordings": "recordings"}
_ROOMS |= {"CacheStats": "cache", "ReplyCache": "cache", "cache_file": "cache"}


class ReplyStore(Protocol):
    """Where replies are kept, each under the key of its request."""

    def get(self, request: ModelRequest) -> Reply | None:
        """The reply that may be served again for `request`, if there is one."""

    def put(self, request: ModelRequest, reply: Reply) -> None:
        """Keeps `reply` before anything is made of it."""

    def close(self) -> None:
        """Lets go of files; the store may be used again after it."""


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
