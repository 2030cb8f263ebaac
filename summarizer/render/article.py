"""The article cut into pieces, so that a page can mark spans that overlap, nest or touch."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from summarizer.document import Document
from summarizer.schemas.evidence import Span
from summarizer.shown import runs

MarkKind = Literal["exact", "nearest", "unused", "flagged"]
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reference:
    """A link back from marked words: to the element `to`, shown as `label`."""

    to: str
    label: str


@dataclass(slots=True)
class Mark:
    """What the page says of one span: why it is marked, and what refers to it."""

    kinds: set[MarkKind] = field(default_factory=set)
    references: list[Reference] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article that no mark begins or ends within.

    `runs` join up to the stretch: text, and `U+202E` for a hidden character. `marks` are the ids
    of all marks that it belongs to, `anchors` those that begin here, `references` of those that
    end here.
    """

    runs: tuple[tuple[str, str | None], ...]
    marks: tuple[str, ...] = ()
    kinds: tuple[MarkKind, ...] = ()
    anchors: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the article, or the white space between two (`kind` is `gap`)."""

    kind: str
    pieces: tuple[Piece, ...]


def mark_id(span: Span | Range) -> str:
    """The id of the marked words of `span`, e.g. `t812-831`: the offsets, in code points."""
    start, end = span if isinstance(span, tuple) else (span.start, span.end)
    return f"t{start}-{end}"


class Marks:
    """The marks of a page, one for each distinct span."""

    def __init__(self) -> None:
        self._marks: dict[Range, Mark] = defaultdict(Mark)

    def add(self, span: Span, kind: MarkKind, reference: Reference | None = None) -> None:
        mark = self._marks[span.start, span.end]
        mark.kinds.add(kind)
        if reference and reference not in mark.references:
            mark.references.append(reference)

    def __contains__(self, span: Span) -> bool:
        return (span.start, span.end) in self._marks

    def parts(self, document: Document) -> list[Part]:
        """The whole article in order; the runs of all pieces join up to its text."""
        hidden = _Hidden(document.text)
        return [
            Part(kind, tuple(self._pieces(start, end, hidden, last=end == len(document.text))))
            for kind, start, end in _segments(document)
        ]

    def _pieces(self, start: int, end: int, hidden: _Hidden, *, last: bool) -> Iterator[Piece]:
        """The pieces of one segment; an empty mark at its end belongs to the next, if there is one."""
        inside = {
            span: mark
            for span, mark in self._marks.items()
            if (span[0] < end and span[1] > start) or start <= span[0] == span[1] < end + last
        }
        cuts = {start, end, *(min(max(cut, start), end) for span in inside for cut in span)}
        borders = sorted(cuts)
        for left, right in zip(borders, [*borders[1:], end], strict=True):
            for span in (span for span in inside if span == (left, left)):
                yield self._piece(span, {span: inside[span]}, hidden)
            if left < right:
                covering = {
                    span: mark
                    for span, mark in inside.items()
                    if span[0] <= left and span[1] >= right
                }
                yield self._piece((left, right), covering, hidden)

    def _piece(self, place: Range, covering: dict[Range, Mark], hidden: _Hidden) -> Piece:
        return Piece(
            runs=tuple(hidden.runs(*place)),
            marks=tuple(mark_id(span) for span in sorted(covering)),
            kinds=tuple(sorted({kind for mark in covering.values() for kind in mark.kinds})),
            anchors=tuple(mark_id(span) for span in sorted(covering) if span[0] == place[0]),
            references=tuple(
                reference
                for span in sorted(covering)
                if span[1] == place[1]
                for reference in covering[span].references
            ),
        )


def _segments(document: Document) -> Iterator[tuple[str, int, int]]:
    """Kind, start and end of every stretch of the text: the blocks, and what lies between them."""
    done = 0
    for block in sorted(document.blocks, key=lambda block: block.start):
        start, end = max(block.start, done), min(block.end, len(document.text))
        if start < end:
            yield from _between(document, done, start)
            yield block.kind, start, end
            done = end
    yield from _between(document, done, len(document.text))


def _between(document: Document, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    if start < end:
        yield ("paragraph" if document.slice(start, end).strip() else "gap"), start, end


class _Hidden:
    """The hidden characters of a text, judged in the whole of it and not in a piece."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._marks: dict[int, str] = {}
        offset = 0
        for piece, mark in runs(text):
            if mark is not None:
                self._marks[offset] = mark
            offset += len(piece)
        self._offsets = sorted(self._marks)

    def runs(self, start: int, end: int) -> Iterable[tuple[str, str | None]]:
        plain = start
        for offset in self._offsets[bisect_left(self._offsets, start) :]:
            if offset >= end:
                break
            if plain < offset:
                yield self._text[plain:offset], None
            yield self._text[offset], self._marks[offset]
            plain = offset + 1
        if plain < end:
            yield self._text[plain:end], None
