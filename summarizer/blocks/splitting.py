"""Judges each paragraph of a text by the rules of its neighbours in this package."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import takewhile

from summarizer.blocks.block import Block
from summarizer.blocks.bylines import byline_reason
from summarizer.blocks.captions import caption_reason, is_bare_credit
from summarizer.blocks.datelines import date_alone, leading_dateline
from summarizer.blocks.lines import Range, paragraphs
from summarizer.blocks.links import in_list, link_reason, opens_list
from summarizer.blocks.titles import is_underline, title_length, title_marks

_JUDGED = 1001
"""Code points of a line that the rules look at: what is longer than 1,000 is body text."""

_SHORTEST = 5
"""Code points of the shortest line that a rule could want: "3 May"."""

_CREDITED = 300
"""Longest line that a credit on the next line makes a caption, in code points."""

_DATE = re.compile(r"\s*(date ([0-9]{4}-[0-9]{2}-[0-9]{2}))(?!\S)")
_ITEM = re.compile(r"(?:[-*+\u2022]|[0-9]{1,3}[.)])[ \t]")


def split_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of `text`, in order, without the white space between them.

    Every character that is not white space is in a block, except the marks of a Markdown title.
    """
    splitter = _Splitter(text)
    for pieces in paragraphs(text, splitter.after_date()):
        splitter.add(pieces)
    return splitter.finished()


class _Splitter:
    """The blocks so far, and what they tell about the ones to come."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.has_title = False
        self.in_body = False
        self.in_list = False

    def after_date(self) -> int:
        """Takes the date that the file states at its very start; returns where the rest begins."""
        match = _DATE.match(self.text)
        if match is None or not _is_date(match[2]):
            return 0
        self.blocks.append(Block("date", *match.span(1), "the date that the file states"))
        return match.end()

    def add(self, pieces: list[Range]) -> None:
        """Judges the pieces of one paragraph; lines of body text in it become one block."""
        parts = [self.judged(piece, at) for at, piece in enumerate(pieces)]
        if not (self.has_title or self.in_body):
            parts = self.with_title(parts)
        for part in _joined(self.text, parts) if len(parts) > 1 else parts:
            if part.kind == "paragraph":
                self.add_body(part)
            else:
                self.blocks.append(part)

    def judged(self, piece: Range, at: int) -> Block:
        """The block that `piece`, the one numbered `at` of its paragraph, is by itself."""
        line = self.line(*piece)
        if opens_list(line):
            self.in_list = True
            return Block("links", *piece, "a heading of links or sources")
        self.in_list = self.in_list and in_list(line)
        if self.in_list:
            return Block("links", *piece, "an entry below a heading of links or sources")
        if len(line) < _SHORTEST:
            return Block("paragraph", *piece, "running text")
        if reason := link_reason(line):
            return Block("links", *piece, reason)
        if reason := caption_reason(line):
            return Block("caption", *piece, reason)
        if reason := date_alone(line):
            return Block("dateline", *piece, reason)
        if reason := byline_reason(line, in_head=self.in_head(at)):
            return Block("byline", *piece, reason)
        return Block("paragraph", *piece, "running text")

    def in_head(self, at: int) -> bool:
        """Whether a piece stands below a first line and above the body."""
        return not self.in_body and (at > 0 or any(block.kind != "date" for block in self.blocks))

    def with_title(self, parts: list[Block]) -> list[Block]:
        """`parts` with the title among them, if their body text begins with one."""
        first = next((at for at, part in enumerate(parts) if part.kind == "paragraph"), len(parts))
        body = list(takewhile(lambda part: part.kind == "paragraph", parts[first:]))
        lines = [self.line(part.start, part.end) for part in body]
        count = title_length(lines)
        if count == 0:
            return parts
        self.has_title = True
        start = body[0].start + title_marks(lines[0])
        title = Block("title", start, body[count - 1].end, "a short first line that is no sentence")
        if count < len(lines) and is_underline(lines[count]):
            count += 1
        return [*parts[:first], title, *parts[first + count :]]

    def add_body(self, part: Block) -> None:
        """Adds a paragraph, and as a block of its own the dateline that leads it."""
        lead = leading_dateline(self.line(part.start, part.end), first=not self.in_body)
        self.in_body = True
        if lead:
            dateline_end, rest, reason = lead
            self.blocks.append(Block("dateline", part.start, part.start + dateline_end, reason))
            part = replace(part, start=part.start + rest)
        self.blocks.append(part)

    def finished(self) -> tuple[Block, ...]:
        """All blocks; a title over no body is the text itself."""
        if self.in_body:
            return tuple(self.blocks)
        return tuple(
            replace(block, kind="paragraph", reason="the only text")
            if block.kind == "title"
            else block
            for block in self.blocks
        )

    def line(self, start: int, end: int) -> str:
        return self.text[start : min(end, start + _JUDGED)]


def _joined(text: str, parts: list[Block]) -> Iterator[Block]:
    """`parts` of one paragraph: body lines joined, but for list items; credits with their line."""
    above = parts[0]
    for part in parts[1:]:
        line = text[part.start : min(part.end, part.start + _CREDITED)]
        if _continues(above, part, line):
            above = replace(above, end=part.end)
        elif _is_credited(above) and is_bare_credit(line):
            above = Block("caption", above.start, part.end, "a picture credit stands below it")
        else:
            yield above
            above = part
    yield above


def _continues(above: Block, part: Block, line: str) -> bool:
    return above.kind == part.kind == "paragraph" and not _ITEM.match(line)


def _is_credited(above: Block) -> bool:
    """Whether a credit on the line below `above` could be its own; a place and date open captions."""
    return above.kind in ("paragraph", "dateline") and above.end - above.start <= _CREDITED


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
