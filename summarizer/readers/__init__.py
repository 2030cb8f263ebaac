"""One reader for each kind of input; each makes a Document."""

from __future__ import annotations

import os
from pathlib import Path

from summarizer.document import Document
from summarizer.readers.text import MAX_BYTES, decode, printable, read_stdin, read_text_file

__all__ = ["MAX_BYTES", "decode", "printable", "read", "read_stdin", "read_text_file"]

_STDIN = frozenset(["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"])


def read(source: str | Path, *, max_bytes: int = MAX_BYTES) -> Document:
    """The article in the file `source`, or on stdin for the string `-`; at most `max_bytes` bytes.

    Raises UsageError for a directory or a stdin that nothing comes from, InputError for an article
    that cannot be read or used.
    """
    if os.fspath(source) in _STDIN and source != Path("-"):
        return read_stdin(max_bytes=max_bytes)
    return read_text_file(source, max_bytes=max_bytes)
