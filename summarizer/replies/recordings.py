"""Recordings: a folder of readable JSON files, one a request, for tests and offline runs."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from summarizer.errors import ConfigurationError, OutputError, ReplayMiss
from summarizer.replies.differences import Difference, nearest
from summarizer.replies.recording_file import (
    NotARecording,
    Recording,
    looks_like_recording,
    parse_recording,
)
from summarizer.request import ModelRequest, Reply

_OUR_NAME = re.compile(r"[0-9a-f]{16}(?:[0-9a-f]{48})?\.json")


@dataclass(frozen=True, slots=True)
class Match:
    """The recording that answers a request whose model was left open.

    `request` is the recording's own, with its model; `fitting` counts the recordings that fitted,
    of which this is the newest.
    """

    request: ModelRequest
    reply: Reply
    path: Path
    fitting: int


@dataclass(frozen=True, slots=True)
class _Entry:
    path: Path
    key: str
    any_model_key: str
    recorded: str


class Recordings:
    """The recordings in `folder`; sub-folders and files that are not recordings are left alone.

    A reply is served as it was recorded, whole or not. Files are read when first needed, and a
    recording that is damaged raises ConfigurationError then. Safe for several threads.
    """

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)
        self._lock = threading.RLock()
        self._index: dict[Path, _Entry] | None = None
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
            fitting = [entry for entry in self._entries() if entry.any_model_key == wanted]
            if not fitting:
                return None
            entry = max(fitting, key=lambda one: one.recorded)
            recording = self._use(entry)
            return Match(recording.request, recording.reply, entry.path, len(fitting))

    def put(self, request: ModelRequest, reply: Reply) -> None:
        """Writes the recording, over an older one of the same request. Raises OutputError."""
        with self._lock:
            path = self._path_for(request.key)
            _write(path, Recording(request, reply).as_json() + "\n")
            if self._index is not None:
                self._index[path] = _entry(path, request, reply)
            self._used.add(path)

    def close(self) -> None:
        """Nothing stays open between calls."""

    def nearest(self, request: ModelRequest, *, any_model: bool = False) -> Difference | None:
        """The recording that differs least from `request`, and the fields that differ."""
        with self._lock:
            stored = [(entry.path.name, _read(entry.path).request) for entry in self._entries()]
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
            return [entry.path for entry in self._entries() if entry.path not in self._used]

    def _entry_of(self, key: str) -> _Entry | None:
        return next((entry for entry in self._entries() if entry.key == key), None)

    def _entries(self) -> list[_Entry]:
        if self._index is None:
            self._index = {path: _entry_at(path) for path in _recordings_in(self.folder)}
        return list(self._index.values())

    def _use(self, entry: _Entry) -> Recording:
        self._used.add(entry.path)
        return _read(entry.path)

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
    recording = _read(path)
    return _entry(path, recording.request, recording.reply)


def _recordings_in(folder: Path) -> Iterator[Path]:
    """Our files in `folder`, by name: those named as we name them, and those that say so."""
    for path in sorted(folder.glob("*.json")):
        if path.is_file() and (
            _OUR_NAME.fullmatch(path.name) or looks_like_recording(_bytes(path))
        ):
            yield path


def _read(path: Path) -> Recording:
    try:
        return parse_recording(_bytes(path))
    except NotARecording as error:
        raise ConfigurationError(
            f"{path} is not a usable recording: {error}. Correct the file, or delete it and "
            f"record again with --record {path.parent}"
        ) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"The recording {path} cannot be read: {error}") from error


def _write(path: Path, text: str) -> None:
    """Writes by temporary file and rename, so that a crash leaves no half-written recording."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise OutputError(f"The recording {path} cannot be written: {error}") from error
