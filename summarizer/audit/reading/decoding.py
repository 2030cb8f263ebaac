"""Stretches of text in an encoding that a machine reads and a person does not."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

_MORSE = {
    ".-": "a", "-...": "b", "-.-.": "c", "-..": "d", ".": "e", "..-.": "f", "--.": "g", "....": "h",
    "..": "i", ".---": "j", "-.-": "k", ".-..": "l", "--": "m", "-.": "n", "---": "o", ".--.": "p",
    "--.-": "q", ".-.": "r", "...": "s", "-": "t", "..-": "u", "...-": "v", ".--": "w", "-..-": "x",
    "-.--": "y", "--..": "z", "/": " ",
}  # fmt: skip

_LONG = 24
"""Characters without a space, of which the shortest stretch without spaces consists."""

Encodings = tuple[tuple[re.Pattern[str], Callable[[str], str]], ...]
"""The shapes of stretches with their decoders."""


def decoded(text: str) -> Iterator[tuple[int, int, str]]:
    """Encoded stretches (offsets, end exclusive) of `text` and what they say, where it is text."""
    yield from _read(text, 0, _SPACED)
    end = 0
    for word in [word for word in text.split() if len(word) >= _LONG]:
        start = text.index(word, end)
        end = start + len(word)
        yield from _read(word, start, _UNSPACED)


def _read(text: str, offset: int, encodings: Encodings) -> Iterator[tuple[int, int, str]]:
    for pattern, decode in encodings:
        for match in pattern.finditer(text):
            try:
                plain = decode(match[0])
            except (ValueError, binascii.Error):
                continue
            if plain:
                yield offset + match.start(), offset + match.end(), plain


def _base64(stretch: str) -> str:
    return base64.b64decode(stretch + "=" * (-len(stretch) % 4), validate=True).decode("utf-8")


def _base32(stretch: str) -> str:
    return base64.b32decode(stretch.rstrip("=") + "=" * (-len(stretch.rstrip("=")) % 8)).decode(
        "utf-8"
    )


def _hexadecimal(stretch: str) -> str:
    return bytes.fromhex(re.sub(r"\\x|[\s:]", "", stretch)).decode("utf-8")


def _binary(stretch: str) -> str:
    return bytes(int(byte, 2) for byte in re.findall("[01]{8}", stretch)).decode("utf-8")


def _escapes(stretch: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), stretch)


def _tags(stretch: str) -> str:
    return "".join(chr(ord(character) - 0xE0000) for character in stretch)


def _morse(stretch: str) -> str:
    return "".join(_MORSE.get(letter, "") for letter in stretch.split())


def _entities(stretch: str) -> str:
    import html

    return html.unescape(stretch)


_UNSPACED: Encodings = (
    (re.compile(r"[A-Za-z0-9+/]{24,}={0,2}"), _base64),
    (re.compile(r"[A-Z2-7]{24,}={0,6}"), _base32),
    (re.compile(r"(?:[0-9a-fA-F]{2}){16,}"), _hexadecimal),
    (re.compile(r"^(?=\S*%[0-9A-Fa-f]{2}\S*%)\S+"), unquote),
    (re.compile(r"(?:\\u[0-9a-fA-F]{4}){8,}"), _escapes),
    (re.compile(r"(?:\\x[0-9a-fA-F]{2}){8,}"), _hexadecimal),
    (re.compile(r"(?:&#x?[0-9a-fA-F]+;){8,}"), _entities),
)
_SPACED: Encodings = (
    (re.compile(r"[0-9a-fA-F]{2}(?:[ :][0-9a-fA-F]{2}){15,}"), _hexadecimal),
    (re.compile(r"[01]{8}(?:\s[01]{8}){7,}"), _binary),
    (re.compile(r"[.-]{1,5} (?:[.-]{1,5} |/ ){11,}"), _morse),
    (re.compile("[\U000e0020-\U000e007e]{8,}"), _tags),
)
