"""An article as the checks read it: its own text apart from captions and links."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from summarizer.audit.reading.dates import Day, read_days, weekdays
from summarizer.audit.reading.numbers import Stated
from summarizer.audit.reading.vocabulary import Vocabulary
from summarizer.blocks import Block
from summarizer.document import Document

BODY = ("title", "paragraph")
_FOREIGN = ("caption", "links")
_COMMONEST = tuple(f" {word} " for word in "the of and to in a that on for with will".split())  # noqa: SIM905
_LEAST_ENGLISH = 0.12
_SAMPLE = 3000  # characters


class Article:
    """The parts of a document, each read once and when first asked for."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def body_length(self) -> int:
        """The characters of titles and paragraphs, which alone may prove something."""
        return sum(block.end - block.start for block in self.document.of_kind(*BODY))

    def blocks_in(self, start: int, end: int) -> Sequence[Block]:
        """The blocks that share characters with a range of the text."""
        starts, ends = self._borders
        return self.document.blocks[bisect_right(ends, start) : bisect_left(starts, end)]

    @cached_property
    def _borders(self) -> tuple[list[int], list[int]]:
        blocks = self.document.blocks
        return [block.start for block in blocks], [block.end for block in blocks]

    @cached_property
    def own(self) -> str:
        """All of the text but its captions and links, with dates, bylines and datelines."""
        return self._joined([b for b in self.document.blocks if b.kind not in _FOREIGN])

    @cached_property
    def foreign(self) -> str:
        """Captions and links: text that tells of other events."""
        return self._joined(list(self.document.of_kind(*_FOREIGN)))

    @cached_property
    def words(self) -> Vocabulary:
        return Vocabulary(self.own)

    @cached_property
    def foreign_words(self) -> Vocabulary:
        return Vocabulary(self.foreign)

    @cached_property
    def numbers(self) -> Stated:
        """Of its own text; offsets into `own`."""
        return Stated(self.own)

    @cached_property
    def foreign_numbers(self) -> Stated:
        return Stated(self.foreign)

    @cached_property
    def days(self) -> list[Day]:
        """Of its own text; offsets into `own`."""
        return read_days(self.own)

    @cached_property
    def foreign_days(self) -> list[Day]:
        return read_days(self.foreign)

    @cached_property
    def weekdays(self) -> frozenset[int]:
        return frozenset(day for _, _, day in weekdays(self.own))

    @cached_property
    def is_english(self) -> bool:
        return looks_english(self.own[:_SAMPLE])

    def _joined(self, blocks: list[Block]) -> str:
        return "\n".join(self.document.slice(b.start, b.end) for b in blocks)


def looks_english(text: str) -> bool:
    """Whether the commonest words of English make up their share of a text."""
    lower = text.lower()
    return sum(map(lower.count, _COMMONEST)) >= _LEAST_ENGLISH * len(text.split()) > 0
