"""Where the lines and paragraphs of a text lie, whatever its line ends are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

Range = tuple[int, int]
"""Start and end in code points, end exclusive, without white space at either edge."""

_ENDS = r"\n\r\v\f\x85\u2028\u2029"
_LINE = re.compile(rf"\S(?:[^{_ENDS}]*\S)?")
_LINE_END = re.compile(rf"\r\n|[{_ENDS}]")

_NARROWEST, _WIDEST = 40, 100
"""A text whose longest line is shorter or longer has not been wrapped to a page's width."""

_SENTENCE_ENDS = frozenset(".!?\u2026\u3002\uff01\uff1f\u061f\u0964")
_CLOSING = "\"'\u201d\u2019\u00bb)]*_\u300d\u200e\u200f"


def paragraphs(text: str, start: int = 0) -> Iterator[list[Range]]:
    """The paragraphs of `text` from `start` on, each as the pieces that it is printed in.

    Blank lines part paragraphs; in a text that has none, every piece is a paragraph. A piece is a
    line, or several lines that only the width of the page has parted.
    """
    lines = [match.span() for match in _LINE.finditer(text, start)]
    gaps = [_line_ends(text, above[1], line[0]) for above, line in pairwise(lines)]
    blank_lines_part = any(gap > 1 for gap in gaps)
    width = _wrap_width(text, lines)
    pieces = lines[:1]
    for above, line, gap in zip(lines, lines[1:], gaps, strict=False):
        if gap == 1 and width and _is_wrapped(text, above, line, width):
            pieces[-1] = (pieces[-1][0], line[1])
        elif gap == 1 and blank_lines_part:
            pieces.append(line)
        else:
            yield pieces
            pieces = [line]
    if pieces:
        yield pieces


def ends_sentence(line: str) -> bool:
    """Whether `line` ends as a sentence does, closing marks left aside."""
    return line[-8:].rstrip(_CLOSING)[-1:] in _SENTENCE_ENDS


def _line_ends(text: str, start: int, end: int) -> int:
    """How many line ends lie in the white space between two lines; U+2029 counts as two."""
    gap = text[start:end]
    return len(_LINE_END.findall(gap)) + gap.count("\u2029")


def _wrap_width(text: str, lines: list[Range]) -> int | None:
    """The width that the text was wrapped to, or None for a text that was not.

    In a wrapped text most lines are nearly full, and most of these end inside a sentence.
    """
    widest = max((end - start for start, end in lines), default=0)
    if not _NARROWEST <= widest <= _WIDEST or len(lines) < 4:
        return None
    full = [(start, end) for start, end in lines if end - start > widest * 0.8]
    ended = sum(ends_sentence(text[start:end]) for start, end in full)
    return widest if len(full) * 2 > len(lines) and ended * 2 < len(full) else None


def _is_wrapped(text: str, above: Range, line: Range, width: int) -> bool:
    """Whether the first word of `line` would not have fitted into the line above."""
    first_word = text[slice(*line)].split(None, 1)[0]
    return above[1] - above[0] + 1 + len(first_word) > width
