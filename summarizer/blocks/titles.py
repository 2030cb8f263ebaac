"""The headline: a short first line that is no sentence."""

from __future__ import annotations

import re

from summarizer.blocks.lines import ends_sentence

_LONGEST = 200
_MARKS = re.compile(r"#{1,6}[ \t]+(?=\S)")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_NO_HEADLINE = re.compile(r"[-*+>\u2022][ \t]|[^\w\s]*$")
_INITIALS = re.compile(r"(?:^|\s)(?:[A-Z]\.){2,}$")
_TWO_SENTENCES = re.compile(r"\w[.?!]\s+[A-Z]")


def title_marks(line: str) -> int:
    """Length of the Markdown heading marks before the words of `line`."""
    marks = _MARKS.match(line)
    return marks.end() if marks else 0


def is_underline(line: str) -> bool:
    """Whether `line` is the rule that Markdown draws below a title."""
    return _UNDERLINE.fullmatch(line) is not None


def title_length(lines: list[str]) -> int:
    """How many of `lines`, the first paragraph of a text, make its headline; 0 for none."""
    if not lines or not _is_headline(lines[0]):
        return 0
    if not any(line[:1].islower() for line in lines[1:]):
        return 1
    # A line that begins small goes on with the one above: a wrapped headline, or a wrapped sentence.
    whole = " ".join(lines)
    return len(lines) if _is_headline(whole) else 0


def _is_headline(line: str) -> bool:
    if len(line) > _LONGEST or line.endswith((":", ",", ";")) or _NO_HEADLINE.match(line):
        return False
    if not ends_sentence(line) or _INITIALS.search(line):
        return True
    return line.endswith(("?", "!")) and not _TWO_SENTENCES.search(line)
