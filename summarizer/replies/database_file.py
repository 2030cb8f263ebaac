"""The SQLite file under the cache: made whole or not at all, set aside when it is damaged."""

from __future__ import annotations

import itertools
import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

VERSION = 1
BUSY_SECONDS = 60.0
_TABLE = (
    "CREATE TABLE replies (key TEXT PRIMARY KEY, whole INTEGER NOT NULL, recording BLOB NOT NULL)"
)
_COMPANIONS = ("-wal", "-shm", "-journal")

# With statements that are right, even SQLITE_ERROR (a table or column is not there) is damage.
_DAMAGE = {
    sqlite3.SQLITE_ERROR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FORMAT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_IOERR_SHORT_READ,
}


class DamagedError(Exception):
    """The file is no cache of this version; the message says what it is."""


def is_damage(error: Exception) -> bool:
    """Whether `error` comes of the file's content, not of locks, rights or space."""
    if not isinstance(error, sqlite3.Error):
        return isinstance(error, DamagedError)
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
    return code in _DAMAGE or code & 0xFF in _DAMAGE


def open_database(path: Path) -> sqlite3.Connection:
    """A connection to the cache at `path`, which is created if it is not there.

    Raises DamagedError for a file that is no cache of this version, sqlite3.Error and OSError
    for what cannot be opened.
    """
    if not path.exists():
        _create(path)
    if path.stat().st_size == 0:
        raise DamagedError("it is empty")
    connection = _connected(path)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    if version > VERSION:
        connection.close()
        raise DamagedError("a newer version wrote it")
    return connection


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.text_factory = bytes  # a flipped bit must not raise while text is decoded
    return connection


def _create(path: Path) -> None:
    """Puts a finished new database at `path`, unless another process was faster.

    It is never seen half made, so an empty file is always a damaged one.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    temporary.touch(exist_ok=False)
    try:
        with closing(_connected(temporary)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(_TABLE)
            connection.execute(f"PRAGMA user_version = {VERSION}")
        _appear(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _appear(temporary: Path, path: Path) -> None:
    """Gives `temporary` its name, which another process may have taken in the meantime."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            temporary.replace(path)


def size_on_disk(path: Path) -> int:
    """Bytes of the database and its companions."""
    total = 0
    for companion in ("", *_COMPANIONS):
        with suppress(OSError):
            total += Path(f"{path}{companion}").stat().st_size
    return total


def identity(path: Path) -> tuple[int, int] | None:
    """Which file stands at `path` now: another process may have replaced it."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def set_aside(path: Path, damaged: tuple[int, int] | None) -> Path | None:
    """Renames the database and its companions to a name that is free, which is returned.

    `damaged` is the file's identity; `None` is returned when another file stands there by now.
    """
    with _alone(path):
        if identity(path) != damaged:
            return None
        aside = _free_name(path)
        # The log goes first: beside a new database an old log would be played into it.
        for companion in (*_COMPANIONS, ""):
            with suppress(FileNotFoundError):
                Path(f"{path}{companion}").replace(f"{aside}{companion}")
        return aside


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keeps other processes from renaming: the second would rename the first one's new file."""
    lock = sqlite3.connect(path.with_suffix(".lock"), timeout=BUSY_SECONDS, isolation_level=None)
    with closing(lock):
        lock.execute("BEGIN EXCLUSIVE")
        yield


def _free_name(path: Path) -> Path:
    numbers = itertools.count(1)
    while True:
        name = path.with_name(f"{path.stem}.damaged-{next(numbers)}{path.suffix}")
        with suppress(FileExistsError):
            name.touch(exist_ok=False)
            return name
