"""The cache: every reply that was paid for, in one SQLite file, shared by threads and processes."""

from __future__ import annotations

import logging
import os
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import ReplayMiss
from summarizer.replies import ReplyStore
from summarizer.replies.database import Database
from summarizer.replies.database_file import size_on_disk
from summarizer.replies.differences import nearest
from summarizer.replies.recording_file import NotARecording, Recording, parse_recording
from summarizer.replies.recordings import Recordings
from summarizer.request import ModelRequest, Reply

KEPT_FOLDER = "not-served"
"""Sub-folder of an export for the replies that are kept for inspection only."""

_PUT = """
INSERT INTO replies (key, whole, recording) VALUES (?, ?, ?)
ON CONFLICT (key) DO UPDATE SET whole = excluded.whole, recording = excluded.recording
WHERE excluded.whole >= replies.whole
"""
_LATEST_COMPARED = 200

_log = logging.getLogger("summarizer")


def cache_file(folder: Path | None = None) -> Path:
    """The cache's file in `folder`, else in SUMMARIZER_CACHE, else in the user's cache folder."""
    if folder is None and (named := os.environ.get("SUMMARIZER_CACHE")):
        folder = Path(named)
    if folder is None:
        from platformdirs import user_cache_path

        folder = user_cache_path("summarizer")
    return folder / "replies.sqlite3"


@dataclass(frozen=True, slots=True)
class CacheStats:
    """What a cache holds: replies that are served, replies kept for inspection, bytes on disk."""

    path: Path
    entries: int
    kept: int
    bytes: int


class ReplyCache(ReplyStore):
    """Replies in the SQLite file `path`, which is made when first needed.

    Only whole replies are served (`summarizer.draft.is_whole`); others are kept for inspection
    and never take a whole one's place. A damaged file is renamed and a new one begun; a place
    that cannot be written or stays locked for 60 seconds means that the run goes on without a
    cache. `on_notice` is told of either in a sentence; by default the log `summarizer` is.
    """

    def __init__(
        self,
        path: Path | None = None,
        *,
        on_notice: Callable[[str], None] = _log.warning,
    ) -> None:
        self.path = path or cache_file()
        self._notice = on_notice
        self._database = Database(self.path, on_notice)

    def get(self, request: ModelRequest) -> Reply | None:
        """The whole reply that is kept for `request`, if there is one and it can be read."""
        statement = "SELECT recording FROM replies WHERE key = ? AND whole"
        for (packed,) in self._database.rows(statement, [request.key]):
            recording = self._unpacked(packed)
            if recording and recording.request.key == request.key:
                return recording.reply
        return None

    def put(self, request: ModelRequest, reply: Reply) -> None:
        """Keeps `reply`, in place of an earlier one unless that is whole and this is not."""
        from summarizer.draft import is_whole

        text = Recording(request, reply).as_json(indent=None)
        packed = zlib.compress(text.encode("utf-8"), level=1)
        self._database.rows(_PUT, [request.key, is_whole(reply), packed])

    def close(self) -> None:
        """Closes the file; the next call opens it again."""
        self._database.close()

    def miss(self, request: ModelRequest) -> ReplayMiss:
        """The error to raise when `request` must be answered from here and is not.

        It names the field that differs from the nearest of the latest 200 replies.
        """
        remedy = "Run it once without --offline, or give a folder of recordings with --replay."
        statement = "SELECT recording FROM replies WHERE whole ORDER BY rowid DESC LIMIT ?"
        latest = self._database.rows(statement, [_LATEST_COMPARED])
        found = (self._unpacked(packed) for (packed,) in latest)
        difference = nearest(request, (("", one.request) for one in found if one))
        if difference is None:
            return ReplayMiss(f"The cache {self.path} holds no reply to compare with. {remedy}")
        return ReplayMiss(
            f"No reply in the cache {self.path} answers this request: it differs from the nearest "
            f"one in {difference}. {remedy}"
        )

    def stats(self) -> CacheStats:
        """Counts and size; does not make a file where there is none."""
        statement = "SELECT count(*), ifnull(sum(whole != 0), 0) FROM replies"
        size = size_on_disk(self.path)
        rows = self._database.rows(statement) if size else []
        total, whole = rows[0] if rows else (0, 0)
        return CacheStats(self.path, whole, total - whole, size)

    def clear(self) -> int:
        """Removes every reply, from the disk too, and returns how many there were."""
        stats = self.stats()
        if stats.bytes:
            for statement in ("DELETE FROM replies", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                self._database.rows(statement)
        return stats.entries + stats.kept

    def export(self, folder: Path | str) -> int:
        """Writes every readable reply to `folder` as a recording; returns how many.

        Those that are not served go to its sub-folder `not-served`, which replay does not read.
        Raises OutputError when the folder cannot be written.
        """
        stores = {True: Recordings(folder), False: Recordings(Path(folder) / KEPT_FOLDER)}
        count = 0
        for whole, recording in self._entries():
            stores[whole].put(recording.request, recording.reply)
            count += 1
        return count

    def _entries(self) -> Iterator[tuple[bool, Recording]]:
        """Every readable reply, one at a time, and whether it is whole."""
        every = "SELECT rowid FROM replies"
        numbers = self._database.rows(every) if size_on_disk(self.path) else []
        statement = "SELECT whole, recording FROM replies WHERE rowid = ?"
        for number in numbers:
            for whole, packed in self._database.rows(statement, number):
                if recording := self._unpacked(packed):
                    yield bool(whole), recording

    def _unpacked(self, packed: bytes) -> Recording | None:
        try:
            return parse_recording(zlib.decompress(packed))
        except (NotARecording, zlib.error, TypeError) as error:
            self._notice(f"A reply in the cache {self.path} is damaged and left aside: {error}.")
            return None
