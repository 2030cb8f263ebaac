"""The quoted passages of a document, before anybody is found to have spoken them.

A passage lies within one paragraph. Those of one quotation that continues over paragraphs share a
`chain`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.blocks import Block
from summarizer.document import Document
from summarizer.quotations.marks import Marked, find_marked
from summarizer.quotations.sentences import split_sentences
from summarizer.quotations.transcripts import Turn, find_turns
from summarizer.quotations.words import closed_class, verb_forms

Form = Literal["marked", "unclosed", "continued", "block", "turn"]

_DOUBLE = frozenset('"“”„‟＂')
_SINGLE = frozenset("'‘’‚‛")
_ATTRIBUTION = re.compile(r"[,?!] ((?:[\w’'.-]+,? ){0,6}[\w’'.-]+)")


@dataclass(frozen=True, slots=True)
class Passage:
    """A quoted stretch of one paragraph (code points, marks included).

    `block` is the index of its paragraph among the body's, `label` the range of a transcript's
    speaker label.
    """

    start: int
    end: int
    block: int
    chain: int
    form: Form
    label: tuple[int, int] | None = None


def body_blocks(document: Document) -> list[Block]:
    """The blocks that are article text: the title and the paragraphs."""
    return list(document.of_kind("title", "paragraph"))


def find_passages(document: Document, body: Sequence[Block]) -> list[Passage]:
    """Every quoted passage of the body, in order."""
    text = document.text
    turns = {turn.block: turn for turn in find_turns(text, body)}
    passages: list[Passage] = []
    for index, block in enumerate(body):
        if index in turns:
            passages.append(_turn_passage(turns[index], passages[-1:]))
            continue
        following = body[index + 1] if index + 1 < len(body) else None
        marked = list(_passages_of(text, block, index, following, passages[-1:]))
        passages.extend(marked or _block_quote(text, body, index))
    return passages


def _passages_of(
    text: str, block: Block, index: int, following: Block | None, earlier: Sequence[Passage]
) -> Iterator[Passage]:
    for marked in find_marked(text, block.start, block.end):
        continues = _continues(earlier, marked, block, index)
        chain = earlier[-1].chain if continues else marked.start
        if marked.closed:
            yield Passage(marked.start, marked.end, index, chain, "marked")
        elif marked.end == block.end and _is_continued(text, marked, following):
            yield Passage(marked.start, marked.end, index, chain, "continued")
        elif text[marked.start] not in _SINGLE:
            end = _missing_close(text, marked, block)
            yield Passage(marked.start, end, index, chain, "unclosed")


def _continues(earlier: Sequence[Passage], marked: Marked, block: Block, index: int) -> bool:
    """Whether these words go on with a quotation that the paragraph before left open."""
    if not earlier or marked.start != block.start:
        return False
    return earlier[-1].form == "continued" and earlier[-1].block == index - 1


def _is_continued(text: str, marked: Marked, following: Block | None) -> bool:
    if following is None or following.kind != "paragraph":
        return False
    mark, next_mark = text[marked.start], text[following.start]
    if mark in _SINGLE:
        return next_mark in _SINGLE
    if mark in _DOUBLE:
        return next_mark in _DOUBLE
    return next_mark == mark or (mark in "«‹" and next_mark in "»›")


def _missing_close(text: str, marked: Marked, block: Block) -> int:
    """Where a quotation without a closing mark ends at the latest.

    Before its attribution if one follows; else with the paragraph when it began the paragraph or
    followed a colon, else with its sentence.
    """
    for found in _ATTRIBUTION.finditer(text, marked.start + 1, marked.end):
        words = found[1].replace(",", "").split()
        cues = verb_forms("speech_verbs").keys() & {word.strip(".") for word in words}
        if cues and words[0] not in closed_class("conjunctions") | closed_class("prepositions"):
            return found.start() + 1
    before = text[max(block.start, marked.start - 80) : marked.start].rstrip()
    if marked.end == block.end and (not before or before.endswith(":")):
        return marked.end
    _, end = next(split_sentences(text, marked.start, marked.end), (marked.start, marked.end))
    return min(end, marked.start + len(text[marked.start : marked.end].rstrip()))


def _turn_passage(turn: Turn, earlier: Sequence[Passage]) -> Passage:
    passage = Passage(turn.start, turn.end, turn.block, turn.start, "turn", turn.label)
    same = earlier and earlier[-1].form == "turn" and earlier[-1].label == turn.label
    return replace(passage, chain=earlier[-1].chain) if same else passage


def _block_quote(text: str, body: Sequence[Block], index: int) -> list[Passage]:
    """A paragraph set off by ">" or by indentation after a colon, with no marks of its own."""
    block = body[index]
    set_off = text[block.start] == ">"
    if not set_off and index and block.kind == "paragraph":
        line_start = text.rfind("\n", 0, block.start) + 1
        indented = block.start - line_start >= 2
        set_off = indented and text[body[index - 1].start : body[index - 1].end].endswith(":")
    return [Passage(block.start, block.end, index, block.start, "block")] if set_off else []
