"""Articles in text files and on stdin: the bytes as they are, decoded, nothing translated."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from summarizer.document import Document, TextNote
from summarizer.errors import InputError, UsageError
from summarizer.readers.encodings import decode_bytes
from summarizer.shown import shown

MAX_BYTES = 10_000_000
"""Longest input that is read unless the caller allows more, in bytes: some 2,000 articles."""

STDIN = "<stdin>"

_VISIBLE = re.compile(
    r"[^\s\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
_UNDECODABLE = re.compile(r"[\udc80-\udcff]")
_LONE_CR = re.compile(r"\r(?!\n)")

_OTHER_FILES = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def read_text_file(path: str | os.PathLike[str], *, max_bytes: int = MAX_BYTES) -> Document:
    """The article in the file `path`: at most `max_bytes` bytes, decoded as `decode` says.

    Raises UsageError for a directory, and InputError with the reason `missing`, `denied`, `link`,
    `special`, `unreadable`, `too large`, or one of `decode`. Pipes and devices are never opened.
    """
    name, file_path = printable(path), Path(path)
    try:
        _refuse_unless_file(file_path.stat(), name, max_bytes)
        with open(file_path, "rb", opener=_without_waiting) as file:
            data = file.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(file_path, name, error) from error
    return decode(_at_most(data, name, max_bytes), name)


def read_stdin(stream: BinaryIO | None = None, *, max_bytes: int = MAX_BYTES) -> Document:
    """The article on stdin, or on `stream`: at most `max_bytes` bytes.

    Raises UsageError when nothing can come (stdin is closed, or a terminal), InputError as
    `read_text_file` does.
    """
    stream = stream or getattr(sys.stdin, "buffer", None)
    if stream is None or stream.closed:
        raise UsageError("stdin is closed. Pipe an article to it or name a file.")
    if stream.isatty():
        raise UsageError(
            "Nothing is piped to stdin. Pipe an article (summarize - < talks.txt) or name a file."
        )
    try:
        data = stream.read(max_bytes + 1) or b""
    except OSError as error:
        raise InputError(
            f"stdin cannot be read ({error.strerror}). Name a file.", reason="unreadable"
        ) from error
    return decode(_at_most(data, STDIN, max_bytes), STDIN)


def decode(data: bytes, source: str) -> Document:
    """The article in `data`, with its encoding and notes on what is unusual in its text.

    Raises InputError: `not text` for binary data, `encoding` when none fits, `empty` when there is
    nothing to see. `source` is for showing only.
    """
    text, encoding, notes = decode_bytes(data, source)
    if not _VISIBLE.search(text):
        raise InputError(f"{source} is empty: there is no text in it.", reason="empty")
    return Document(text, source, encoding, (*notes, *_notes(text)))


def printable(path: str | os.PathLike[str]) -> str:
    """`path` for showing: on one line, hidden characters and undecodable bytes by their numbers."""
    name = _UNDECODABLE.sub(lambda byte: f"\\x{ord(byte[0]) - 0xDC00:02x}", os.fsdecode(path))
    return shown(re.sub(r"[\t\r\n]", lambda control: f"[U+{ord(control[0]):04X}]", name))


def _refuse_unless_file(found: os.stat_result, name: str, max_bytes: int) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise UsageError(f"{name} is a directory. Name files, for example {name.rstrip('/')}/*.txt")
    if not stat.S_ISREG(found.st_mode):
        kind = _OTHER_FILES.get(stat.S_IFMT(found.st_mode), "no ordinary file")
        raise InputError(
            f"{name} is {kind}, which is not read. Save the article to a file, or pipe it to"
            " `summarize -`.",
            reason="special",
        )
    if found.st_size > max_bytes:
        raise _too_large(name, f"{found.st_size:,} bytes", max_bytes)


def _without_waiting(path: str, flags: int) -> int:
    """Opens without waiting for a writer, should the file have become a pipe since it was looked at."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _at_most(data: bytes, name: str, max_bytes: int) -> bytes:
    if len(data) > max_bytes:
        raise _too_large(name, f"more than {max_bytes:,} bytes", max_bytes)
    return data


def _too_large(name: str, size: str, max_bytes: int) -> InputError:
    return InputError(
        f"{name} holds {size}; at most {max_bytes:,} are read. Split it into articles.",
        reason="too large",
    )


def _unreadable(path: Path, name: str, error: OSError | ValueError) -> InputError:
    if not isinstance(error, OSError):
        return InputError(f"{name!r} cannot be the name of a file.", reason="missing")
    if error.errno == errno.ELOOP:
        return InputError(f"{name} is a link that leads back to itself.", reason="link")
    if isinstance(error, PermissionError):
        return InputError(f"{name} may not be read. Ask for read permission.", reason="denied")
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return InputError(f"{name} is a link to a file that is not there.", reason="link")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return InputError(f"{name}: there is no such file. Check the path.", reason="missing")
    return InputError(f"{name} cannot be read ({error.strerror}).", reason="unreadable")


def _notes(text: str) -> Iterator[TextNote]:
    """What a reader of the offsets should know about `text`."""
    nul = text.find("\0")
    if nul >= 0:
        message = f"{text.count(chr(0))} NUL character(s), kept; the first at character {nul}"
        yield TextNote("text-nul", message, nul, nul + 1)
    if "\r" not in text:
        return
    lone = _LONE_CR.search(text)
    if lone:
        message = f"line ends that are CR alone, kept; the first at character {lone.start()}"
        yield TextNote("text-cr", message, *lone.span())
    else:
        yield TextNote("text-cr", "line ends are CR LF, kept: each counts as two characters")
