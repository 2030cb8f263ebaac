"""Where a command's words go: stderr for the user, stdout or a file for the result."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import click

from summarizer.document import Document
from summarizer.errors import OutputError
from summarizer.shown import shown

SUFFIXES = {
    "terminal": ".txt",
    "json": ".json",
    "jsonl": ".jsonl",
    "markdown": ".md",
    "guide": ".json",
    "html": ".html",
    "annotations": ".json",
}
"""What a file of each format ends in."""

_LONGEST_STEM = 120


def tell(message: str) -> None:
    """One line for the user, on stderr."""
    click.echo(f"summarize: {shown(message)}", err=True)


def colour() -> bool:
    """Whether stdout is a terminal whose user has not asked for none (https://no-color.org)."""
    # Python has no stdout at all where the caller has closed it.
    return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def refuse_to_overwrite(path: Path, *, force: bool) -> None:
    """Raises OutputError when a file is at `path` already and `--force` is not given."""
    if path.is_file() and not force:
        raise OutputError(f"{path} is there already: choose another name or add --force.")


def refuse_to_replace(path: Path, inputs: Iterable[str | Path]) -> None:
    """Raises OutputError when `path` is one of the files that are read: `--force` is no leave."""
    if path.is_file():
        for name in inputs:
            with suppress(OSError, ValueError):  # no file of that name, or stdin
                if path.samefile(name):
                    raise OutputError(f"{path} is read: its result needs another name or folder.")


def refuse_unless_writable(path: Path, *, force: bool, inputs: Iterable[str | Path]) -> None:
    """Asked before any work: the refusals above, and OutputError when the folder is missing."""
    refuse_to_replace(path, inputs)
    refuse_to_overwrite(path, force=force)
    if not path.parent.is_dir():
        raise OutputError(f"{path} cannot be written: there is no folder {path.parent}.")


def output_name(source: str | Path | Document, suffix: str, taken: set[str]) -> str:
    """A file name for a source's result: its stem, harmless, and unlike those in `taken`."""
    text = source.source if isinstance(source, Document) else str(source)
    stem = re.sub(r"[^\w.-]+", "-", Path(text).stem).strip("-.")[:_LONGEST_STEM] or "article"
    name, number = f"{stem}{suffix}", 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}{suffix}"
    taken.add(name)
    return name


def make_folder(path: Path) -> None:
    """Makes the folder at `path` unless it is there. Raises OutputError when it cannot be made."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from error


@contextmanager
def writing(path: Path | None) -> Iterator[IO[str]]:
    """A text stream to `path`, or stdout for None.

    The file appears whole, by rename, when the block has ended without an error and has written
    something. A device or pipe is written to as it stands. Raises OutputError when it cannot be
    written.
    """
    if path is None:
        if sys.stdout is None:
            raise OutputError("stdout is closed: name a file with --output.")
        yield sys.stdout
        return
    if path.exists() and not path.is_file():
        with _as_it_stands(path) as stream:
            yield stream
        return
    temporary = _temporary_beside(path)
    try:
        with temporary.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        if temporary.stat().st_size:
            temporary.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def _as_it_stands(path: Path) -> Iterator[IO[str]]:
    try:
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
    except OSError as error:
        raise _unwritable(path, error) from error


def _temporary_beside(path: Path) -> Path:
    """A new empty file in `path`'s folder, with the rights of any new file."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".summarize-")
        os.close(handle)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
    except OSError as error:
        raise _unwritable(path, error) from error
    return Path(name)


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError(f"{path} cannot be written: {error.strerror or error}.")
