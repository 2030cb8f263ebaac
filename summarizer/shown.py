r"""Characters that a reader cannot see, made visible.

Control characters steer terminals, bidirectional controls reorder what is displayed (CVE-2021-42574),
zero-width and tag characters carry text that nobody reads. They are shown as `[U+202E]`. What
writing needs is left alone: tab, line feed, CR before LF, joiners inside emoji and in the scripts
that write with them, one variation selector after its base, the three flags spelt with tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_EMOJI = r"\u00a9\u00ae\u203c-\u3299\ufe0f\U0001f000-\U0001faff"
_JOINING = r"\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1a20-\u1cff\ua800-\uabff\U00010a00-\U00011fff"
_IDEOGRAPHS = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SELECTORS = r"\ufe00-\ufe0f\U000e0100-\U000e01ef"
_TAGS = r"\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"

_LEFT_ALONE = (
    rf"(?<=[{_EMOJI}])\u200d(?=[{_EMOJI}])"
    rf"|(?<=[{_JOINING}])[\u200c\u200d]"
    r"|\r(?=\n)"
    r"|\U0001f3f4(?:\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067"  # England
    r"|\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074"  # Scotland
    r"|\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073)\U000e007f"  # Wales
    rf"|(?<=[^\s{_SELECTORS}])[\ufe00-\ufe0f]"
    rf"|(?<=[{_IDEOGRAPHS}])[\U000e0100-\U000e01ef]"
)
_HIDDEN = (
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a" + _SELECTORS + _TAGS + "]"
)
_EITHER = re.compile(f"(?P<kept>{_LEFT_ALONE})|{_HIDDEN}")


def runs(text: str) -> Iterator[tuple[str, str | None]]:
    """`text` in pieces that join up to it: plain ones with `None`, hidden characters with `U+202E`."""
    plain = 0
    for match in _EITHER.finditer(text):
        if match["kept"]:
            continue
        if plain < match.start():
            yield text[plain : match.start()], None
        yield match[0], f"U+{ord(match[0]):04X}"
        plain = match.end()
    if plain < len(text):
        yield text[plain:], None


def shown(text: str) -> str:
    """`text` with each hidden character replaced by its mark, e.g. `[U+202E]`."""
    return "".join(piece if mark is None else f"[{mark}]" for piece, mark in runs(text))


def on_one_line(text: str) -> str:
    """The same with each run of white space, line ends included, as one space."""
    return " ".join(shown(text).split())
