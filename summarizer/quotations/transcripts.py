"""Transcripts, where a label in capitals names who speaks: SECRETARY VEL: Good morning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.blocks import Block
from summarizer.quotations.words import genders

# Nothing that was taken is given back: a run of capitals can be cut into words in one way only.
_LABEL = re.compile(r"(?:[^\W\da-z_][^\Wa-z_]*+[.’'-]*+[ \t]?+){1,6}+(?:\([^)\n]{1,60}\))?:(?=\s)")
_QUESTIONER = {
    "question",
    "q",
    "a",
    "answer",
    "moderator",
    "operator",
    "interviewer",
    "host",
    "anchor",
}
_UNNAMED = frozenset({"question", "q", "a", "answer", "operator", "reporter", "journalist"})
_OVER = re.compile(r"^(?:\W*|\(?END.*|\(.*\)|\[.*\])$")


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph of a speaker's turn, without the label (code points)."""

    block: int
    start: int
    end: int
    label: tuple[int, int]


def find_turns(text: str, body: Sequence[Block]) -> Iterator[Turn]:
    """The paragraphs that are spoken in a transcript; none when the document is not one."""
    labels = {
        index: found.end() - 1
        for index, block in enumerate(body)
        if block.kind == "paragraph" and (found := _LABEL.match(text, block.start, block.end))
    }
    if not labels or not _is_transcript([text[body[i].start : end] for i, end in labels.items()]):
        return
    current: tuple[int, int] | None = None
    for index in range(min(labels), len(body)):
        block, start = body[index], body[index].start
        if index in labels:
            current, start = (block.start, labels[index]), labels[index] + 1
        elif _OVER.match(text[block.start : block.end]):
            current = None
        if current is not None:
            spoken = text[start : block.end]
            start += len(spoken) - len(spoken.lstrip())
            if start < block.end:
                yield Turn(index, start, block.end, current)


def is_questioner(label: str) -> bool:
    """Whether a label names nobody: QUESTION, Q."""
    return label.strip(" .,").casefold() in _UNNAMED


def _is_transcript(labels: Sequence[str]) -> bool:
    """Whether labels are of speakers: one has an office or asks, or some come back."""
    words = [{word.strip(".,").casefold() for word in label.split()} for label in labels]
    known = genders("roles").keys() | genders("titles").keys() | _QUESTIONER
    if any(label & known for label in words):
        return True
    return len(labels) >= 3 and len(set(labels)) < len(labels)
