"""One article: its text exactly as decoded, and its blocks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from summarizer.blocks import Block, split_blocks


@dataclass(frozen=True, slots=True)
class TextNote:
    """Something about the text that a reader should know, e.g. that it holds NUL characters.

    `start` and `end` are code points into the text, `None` when the note is about all of it.
    """

    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Document:
    """An article. All offsets, everywhere, are code points into `text`, end exclusive.

    `source` is where it came from, for showing only: it is never opened again. `encoding` is the
    name of the encoding that it was decoded with, `None` for text that came as text.
    """

    text: str
    source: str = "<text>"
    encoding: str | None = None
    notes: tuple[TextNote, ...] = ()
    blocks: tuple[Block, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if not self.blocks:
            object.__setattr__(self, "blocks", split_blocks(self.text))

    @classmethod
    def from_text(cls, text: str, *, source: str = "<text>") -> Document:
        """The document of `text`, split into blocks by rule."""
        return cls(text=text, source=source)

    @cached_property
    def sha256(self) -> str:
        """Of the text as UTF-8: the document's identity."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def title(self) -> str | None:
        return next((self.slice(b.start, b.end) for b in self.of_kind("title")), None)

    @cached_property
    def date(self) -> str | None:
        """The date that the article's file states (`date YYYY-MM-DD`), if it does."""
        block = next(self.of_kind("date"), None)
        return self.slice(block.start, block.end).split()[-1] if block else None

    def of_kind(self, *kinds: str) -> Iterator[Block]:
        """The blocks of these kinds, in the order of the text."""
        return (block for block in self.blocks if block.kind in kinds)

    def slice(self, start: int, end: int) -> str:
        return self.text[start:end]
