"""A connection that outlives damage: the file is set aside and the work done on a new one."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from summarizer.replies.database_file import (
    DamagedError,
    identity,
    is_damage,
    open_database,
    set_aside,
)

_ATTEMPTS = 3  # on the file as it is, on a new one, on the one of a process that was faster


class Database:
    """The database at `path`, opened when first used, shared by threads under one lock.

    What cannot be opened, written or unlocked is given up, and `notice` is told so once.
    """

    def __init__(self, path: Path, notice: Callable[[str], None]) -> None:
        self._path = path
        self._notice = notice
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._given_up = False

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """What `statement` returns, committed; nothing when there is no database to be had.

        It is carried out again on a new database when it meets damage.
        """
        with self._lock:
            for _ in range(_ATTEMPTS):
                if self._given_up:
                    break
                try:
                    return self._opened().execute(statement, values).fetchall()
                except (DamagedError, sqlite3.Error, OSError) as error:
                    self._recover(error)
        return []

    def close(self) -> None:
        """Closes the file; the next statement opens it again."""
        with self._lock:
            self._disconnect()

    def _opened(self) -> sqlite3.Connection:
        """The connection to the file that stands at the path now: ours may have been set aside."""
        now = identity(self._path)
        if now != self._identity:
            self._disconnect()
        if self._connection is None:
            self._identity = now
            self._connection = open_database(self._path)
            self._identity = identity(self._path)
        return self._connection

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _recover(self, error: Exception) -> None:
        """Makes way for another attempt, or gives up."""
        self._disconnect()
        if identity(self._path) != self._identity:
            return  # another process was faster: its file is next
        if is_damage(error):
            self._set_aside(error)
        else:
            self._give_up(error)

    def _set_aside(self, error: Exception) -> None:
        try:
            aside = set_aside(self._path, self._identity)
        except (sqlite3.Error, OSError) as refused:
            self._give_up(refused)
            return
        if aside:
            self._notice(
                f"The cache {self._path} cannot be used ({error}). It is kept as {aside.name}, and "
                "a new one is begun."
            )

    def _give_up(self, error: Exception) -> None:
        self._given_up = True
        self._notice(f"The run goes on without the cache {self._path}: {error}.")
