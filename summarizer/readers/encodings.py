"""Bytes to text: which encoding, and what had to be replaced."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.document import TextNote
from summarizer.errors import InputError

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatches

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_KINDS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"SQLite format 3\x00", "a database"),
)
_SAMPLE = 4096
_BELOW_9 = bytes(range(9))
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.2
"""Share of control characters above which what decodes is no text."""
_MOST_CONTROLS_OF_NO_ENCODING = 0.02
"""The same where no encoding fits: then a few control characters tell binary data."""

# What a Western single-byte text has where it is not ASCII, one byte at a time: letters in words,
# quotation marks and dashes, the euro. Damaged UTF-8 has its high bytes in rows.
_LETTER = rb"[\xc0-\xd6\xd8-\xf6\xf8-\xfd]"
_WESTERN = re.compile(
    rb"(?<![\x80-\xff])(?:(?<=[A-Za-z])%b|%b(?=[A-Za-z])|[\x80\x85\x91-\x97\xa0-\xbf])(?![\x80-\xff])"
    % (_LETTER, _LETTER)
)
_FEW = 3


class Decoded(NamedTuple):
    """`text` without its byte order mark, the codec's name, and what to know about it."""

    text: str
    encoding: str
    notes: tuple[TextNote, ...]


def decode_bytes(data: bytes, source: str) -> Decoded:
    """Decodes by byte order mark, UTF-8, UTF-16 without a mark, and statistics, in this order.

    Invalid bytes in a text that is otherwise UTF-8 become U+FFFD, and a note says where. `source`
    is for messages. Raises InputError (`not text`, `encoding`).
    """
    for signature, kind in _OTHER_KINDS:
        if data.startswith(signature):
            raise _not_text(source, f"it is {kind}")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_replacing(data[len(mark) :], encoding), source)
    encoding = _unmarked_utf16(data) or "utf-8"
    if encoding == "utf-8" and not _is_utf8(data):
        return _checked(_by_statistics(data, source), source)
    return _checked(_replacing(data, encoding), source)


def _replacing(data: bytes, encoding: str) -> Decoded:
    """`data` decoded, with a note where bytes had to be replaced."""
    try:
        return Decoded(data.decode(encoding), encoding, ())
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    first, count = text.index("\ufffd"), text.count("\ufffd")
    note = TextNote(
        "text-replaced",
        f"{count} place(s) are not valid {encoding} and were replaced by U+FFFD,"
        f" the first at character {first}; quotations across them cannot be exact",
        first,
        first + 1,
    )
    return Decoded(text, encoding, (note,))


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 of most alphabets (U+0000 to U+08FF) has a byte below 9 in every other place."""
    first, second = data[:_SAMPLE:2], data[1:_SAMPLE:2]
    low_first = 1 - len(first.translate(None, _BELOW_9)) / max(len(first), 1)
    low_second = 1 - len(second.translate(None, _BELOW_9)) / max(len(second), 1)
    if low_second > 0.8 and low_first < 0.2:
        return "utf-16-le"
    return "utf-16-be" if low_first > 0.8 and low_second < 0.2 else None


def _is_utf8(data: bytes) -> bool:
    """Whether `data` is UTF-8, perhaps damaged, rather than something else."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    else:
        return True
    damaged = text.count("\ufffd")
    sound = len(text) - damaged - len(text.encode("ascii", "ignore"))
    if sound >= damaged:
        return True
    return damaged <= max(_FEW, len(text) // 100) and not _WESTERN.search(data)


def _by_statistics(data: bytes, source: str) -> Decoded:
    from charset_normalizer import from_bytes  # slow to load, seldom needed

    matches = from_bytes(data)
    encoding = _likeliest(matches)
    if encoding is None:
        _refuse_binary(data[:_SAMPLE].decode("latin-1"), _MOST_CONTROLS_OF_NO_ENCODING, source)
        raise InputError(
            f"{source}: no encoding fits its bytes. Save it as UTF-8 and try again.",
            reason="encoding",
        )
    text, encoding, notes = _replacing(data, encoding)
    guessed = TextNote(
        "text-encoding",
        f"decoded as {encoding}, which its bytes suggest; save it as UTF-8 if words look wrong",
    )
    return Decoded(text, encoding, (guessed, *notes))


def _likeliest(matches: CharsetMatches) -> str | None:
    """The codec of the best match; of several that fit equally well, Western Europe's cp1252."""
    best = matches.best()
    if best is None:
        return None
    tied = [match for match in matches
            if (match.chaos, match.coherence) == (best.chaos, best.coherence)]  # fmt: skip
    western = any("cp1252" in match.could_be_from_charset for match in tied)
    return codecs.lookup("cp1252" if western else best.encoding).name


def _checked(decoded: Decoded, source: str) -> Decoded:
    _refuse_binary(decoded.text[:_SAMPLE], _MOST_CONTROLS, source)
    return decoded


def _refuse_binary(sample: str, most_controls: float, source: str) -> None:
    if len(_CONTROLS.findall(sample)) > len(sample) * most_controls:
        raise _not_text(source, "it holds binary data")


def _not_text(source: str, why: str) -> InputError:
    return InputError(
        f"{source} is not text: {why}. Save the article as plain text (UTF-8) and try again.",
        reason="not text",
    )
