"""What letters look like: the folding by which an altered quotation is still recognised."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e0fff]"
)
"""Characters that show nothing of their own: joiners, controls of direction, tags, selectors."""

UNSPACED_RANGES = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
UNSPACED = re.compile(f"[{UNSPACED_RANGES}]")
"""Letters of scripts in which words stand without spaces, or take their endings without a border."""

NEGATING_IDEOGRAPHS = "不没沒未無无勿"
"""Ideographs that negate the word they stand before."""

# Small letters that look like a Latin one, themselves or as capitals (from UTS #39, confusables).
_LOOK_ALIKES = dict(
    zip(
        "\u0430\u0432\u0435\u04bb\u043d\u0456\u0458\u043a\u043c\u043e\u0440\u0455\u0442\u0443\u0445"
        "\u0501\u051b\u051d\u04cf\u0475\u03b1\u03b2\u03b5\u03b6\u03b7\u03b9\u03ba\u03bc\u03bd\u03bf\u03c1"
        "\u03c4\u03c5\u03c7\u03c2\u0131\u0251\u0261",
        "abehhijkmopstyxdqwlvabezhikmvoptyx\u03c3iag",
        strict=True,
    )
)


def folded(text: str) -> str:
    """`text` without capitals, accents, and letters that look like a Latin one; its length is kept."""
    text = text.replace("\u0130", "i").lower()  # the one letter that grows in small letters
    if text.isascii():
        return text
    plain = {ord(letter): _plain(letter) for letter in set(text) if letter > "\x7f"}
    return text.translate(plain)


def without_look_alikes(text: str) -> str:
    """`text` with plain letters and digits, capitals or small, for those that only look like them."""
    return "".join(_latin(letter) for letter in unicodedata.normalize("NFKC", text))


def without_accents(text: str) -> str:
    """`text` without the marks on its letters."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _latin(letter: str) -> str:
    small = letter.lower()
    latin = _LOOK_ALIKES.get(small, letter)
    return latin if letter in (small, latin) else latin.upper()


@cache
def _plain(letter: str) -> str:
    """The one letter that `letter` reads as."""
    apart = unicodedata.normalize("NFKD", letter)
    base = apart[0] if all(map(unicodedata.combining, apart[1:])) else letter
    small = base.lower()
    return _LOOK_ALIKES.get(small, small) if len(small) == 1 else letter
