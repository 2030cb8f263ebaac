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


def decoded(text: str) -> Iterator[tuple[int, int, str]]:
    """Encoded stretches (offsets, end exclusive) of `text` and what they say, where it is text."""
    has_long = any(len(word) >= _LONG for word in text.split())
    for spaced, pattern, decode in _ENCODINGS:
        if not (spaced or has_long):
            continue
        for match in pattern.finditer(text):
            try:
                plain = decode(match[0])
            except (ValueError, binascii.Error):
                continue
            if plain:
                yield match.start(), match.end(), plain


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


_ENCODINGS: tuple[tuple[bool, re.Pattern[str], Callable[[str], str]], ...] = (
    (False, re.compile(r"[A-Za-z0-9+/]{24,}={0,2}"), _base64),
    (False, re.compile(r"[A-Z2-7]{24,}={0,6}"), _base32),
    (False, re.compile(r"(?:[0-9a-fA-F]{2}){16,}"), _hexadecimal),
    (False, re.compile(r"(?<!\S)(?=\S*%[0-9A-Fa-f]{2}\S*%)\S+"), unquote),
    (False, re.compile(r"(?:\\u[0-9a-fA-F]{4}){8,}"), _escapes),
    (False, re.compile(r"(?:\\x[0-9a-fA-F]{2}){8,}"), _hexadecimal),
    (False, re.compile(r"(?:&#x?[0-9a-fA-F]+;\s?){8,}"), _entities),
    (False, re.compile("[\U000e0020-\U000e007e]{8,}"), _tags),
    (True, re.compile(r"[0-9a-fA-F]{2}(?:[ :][0-9a-fA-F]{2}){15,}"), _hexadecimal),
    (True, re.compile(r"[01]{8}(?:\s[01]{8}){7,}"), _binary),
    (True, re.compile(r"[.-]{1,5} (?:[.-]{1,5} |/ ){11,}"), _morse),
)
"""Whether a stretch has spaces, its shape, and its decoder."""
