"""Recordings: a folder of readable JSON files, one a request, for tests and offline runs."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from summarizer.errors import ReplayMiss
from summarizer.replies import ReplyStore
from summarizer.replies.differences import Difference, nearest
from summarizer.replies.recording_file import (
    Recording,
    looks_like_recording,
    read_recording,
    write_recording,
)
from summarizer.request import ModelRequest, Reply

_OUR_NAME = re.compile(r"[0-9a-f]{16}(?:[0-9a-f]{48})?\.json")


@dataclass(frozen=True, slots=True)
class Match:
    """The recording that answers a request whose model was left open.

    `request` is the recording's own, with its model; `candidates` counts the recordings that fitted,
    of which this is the newest.
    """

    request: ModelRequest
    reply: Reply
    path: Path
    candidates: int


@dataclass(frozen=True, slots=True)
class _Entry:
    path: Path
    key: str
    any_model_key: str
    recorded: str


class Recordings(ReplyStore):
    """The recordings in `folder`; sub-folders and files that are not recordings are left alone.

    A reply is served as it was recorded, whole or not. Files are read when first needed, and a
    recording that is damaged raises ConfigurationError then. Safe for several threads.
    """

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)
        self._lock = threading.RLock()
        self._index: dict[Path, _Entry] | None = None
        self._path_of_key: dict[str, Path] = {}
        self._used: set[Path] = set()

    def get(self, request: ModelRequest) -> Reply | None:
        """The reply recorded for `request`: the same in every field, whatever the file's name."""
        with self._lock:
            entry = self._entry_of(request.key)
            return self._use(entry).reply if entry else None

    def get_any_model(self, request: ModelRequest) -> Match | None:
        """The newest recording that differs from `request` in the model at most.

        Of recordings of the same day the first by file name is taken.
        """
        wanted = _any_model_key(request)
        with self._lock:
            fitting = [entry for entry in self._entries().values() if entry.any_model_key == wanted]
            if not fitting:
                return None
            entry = max(fitting, key=lambda one: one.recorded)
            recording = self._use(entry)
            return Match(recording.request, recording.reply, entry.path, len(fitting))

    def put(self, request: ModelRequest, reply: Reply) -> None:
        """Writes the recording, over an older one of the same request. Raises OutputError."""
        with self._lock:
            path = self._path_for(request.key)
            write_recording(path, Recording(request, reply))
            self._add(_entry(path, request, reply))
            self._used.add(path)

    def close(self) -> None:
        """Nothing stays open between calls."""

    def nearest(self, request: ModelRequest, *, any_model: bool = False) -> Difference | None:
        """The recording that differs least from `request`, and the fields that differ."""
        with self._lock:
            stored = [
                (entry.path.name, read_recording(entry.path).request)
                for entry in self._entries().values()
            ]
        if any_model:
            stored = [(name, replace(other, model=request.model)) for name, other in stored]
        return nearest(request, stored)

    def miss(self, request: ModelRequest, *, any_model: bool = False) -> ReplayMiss:
        """The error to raise when `request` must be answered from here and is not.

        It names the field that differs from the nearest recording, leaving the model aside with
        `any_model`.
        """
        remedy = f"Record it first: --record {self.folder}"
        if not self.folder.is_dir():
            return ReplayMiss(f"There is no folder {self.folder} to replay from. {remedy}")
        difference = self.nearest(request, any_model=any_model)
        if difference is None:
            return ReplayMiss(f"The folder {self.folder} holds no recordings. {remedy}")
        return ReplayMiss(
            f"No recording in {self.folder} answers this request: it differs from the nearest "
            f"one, {difference.name}, in {difference}. {remedy}"
        )

    def unused(self) -> list[Path]:
        """The recordings that have answered no request and were not written since the start."""
        with self._lock:
            return [
                entry.path for entry in self._entries().values() if entry.path not in self._used
            ]

    def _entry_of(self, key: str) -> _Entry | None:
        index = self._entries()
        path = self._path_of_key.get(key)
        return index[path] if path else None

    def _entries(self) -> dict[Path, _Entry]:
        if self._index is None:
            index = [_entry_at(path) for path in _recordings_in(self.folder)]
            self._index = {}
            for entry in index:
                self._add(entry)
        return self._index

    def _add(self, entry: _Entry) -> None:
        self._entries()[entry.path] = entry
        self._path_of_key.setdefault(entry.key, entry.path)

    def _use(self, entry: _Entry) -> Recording:
        self._used.add(entry.path)
        return read_recording(entry.path)

    def _path_for(self, key: str) -> Path:
        """Where `key` stands already, or a new name that no other request has taken."""
        entry = self._entry_of(key)
        short = self.folder / f"{key[:16]}.json"
        if entry:
            return entry.path
        return self.folder / f"{key}.json" if short.exists() else short


def _any_model_key(request: ModelRequest) -> str:
    return replace(request, model="").key


def _entry(path: Path, request: ModelRequest, reply: Reply) -> _Entry:
    return _Entry(path, request.key, _any_model_key(request), reply.recorded)


def _entry_at(path: Path) -> _Entry:
    recording = read_recording(path)
    return _entry(path, recording.request, recording.reply)


def _recordings_in(folder: Path) -> Iterator[Path]:
    """Our files in `folder`, by name: those named as we name them, and those that say so."""
    for path in sorted(folder.glob("*.json")):
        if path.is_file() and (_OUR_NAME.fullmatch(path.name) or looks_like_recording(path)):
            yield path
