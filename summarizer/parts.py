"""A long article in parts that fit into one request each, split between its blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarizer.blocks import Block
from summarizer.document import Document
from summarizer.quotations.sentences import split_sentences

_ASCII_PER_TOKEN = 3.6
_OTHERS_PER_TOKEN = 1.4
"""Code points a token, of English prose and of other scripts; on the safe side."""


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks of a document that are sent together: the `number`-th of `count` parts, from 1.

    `known` are the named items of earlier parts, `{"id", "name"}`: their ids are used again.
    """

    blocks: tuple[Block, ...]
    number: int = 1
    count: int = 1
    known: tuple[dict[str, str], ...] = ()

    def holds(self, place: int) -> bool:
        """Whether a place in the document (a code point) lies in this part."""
        return any(block.start <= place < block.end for block in self.blocks)


def estimated_tokens(text: str) -> int:
    """About how many tokens `text` takes: by its code points, without a tokenizer."""
    ascii_count = sum(map(str.isascii, text)) if not text.isascii() else len(text)
    return round(ascii_count / _ASCII_PER_TOKEN + (len(text) - ascii_count) / _OTHERS_PER_TOKEN)


def split(document: Document, most_tokens: int) -> list[Part]:
    """The parts of `document`, each of about `most_tokens` at most.

    Each part but the first begins with the last paragraph of the one before, if both fit, so that
    what stands across the border is seen whole; title and date are in every part. A block that is
    too long by itself is divided where sentences end; a sentence, however long, stays whole.
    """
    heads = tuple(document.of_kind("date", "title"))
    budget = most_tokens - sum(_tokens(document, block) for block in heads)
    runs: list[list[Block]] = [[]]
    size = 0
    body = (block for block in document.blocks if block not in heads)
    for block, tokens in (piece for whole in body for piece in _pieces(document, whole, budget)):
        if runs[-1] and size + tokens > budget:
            overlap = runs[-1][-1]
            fits = len(runs[-1]) > 1 and _tokens(document, overlap) + tokens <= budget
            runs.append([overlap] if fits else [])
            size = _tokens(document, overlap) if fits else 0
        runs[-1].append(block)
        size += tokens
    if len(runs) == 1:
        return [Part(document.blocks)]
    return [Part((*heads, *run), number, len(runs)) for number, run in enumerate(runs, start=1)]


def _pieces(document: Document, block: Block, most_tokens: int) -> Iterator[tuple[Block, int]]:
    """The block, or runs of its sentences that are short enough, each with its tokens."""
    if (whole := _tokens(document, block)) <= most_tokens:
        yield block, whole
        return
    first, last, size = block.start, block.start, 0
    for start, end in split_sentences(document.text, block.start, block.end):
        tokens = estimated_tokens(document.slice(last, end))
        if size and size + tokens > most_tokens:
            yield replace(block, start=first, end=last), size
            first, size = start, 0
        last, size = end, size + tokens
    yield replace(block, start=first, end=last), size


def _tokens(document: Document, block: Block) -> int:
    return estimated_tokens(document.slice(block.start, block.end))
