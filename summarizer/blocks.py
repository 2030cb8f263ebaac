"""The parts of an article: what is body, what is caption, byline or dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["date", "title", "dateline", "byline", "caption", "links", "paragraph"]


@dataclass(frozen=True, slots=True)
class Block:
    """A range of the document's text (code points, end exclusive) and what it is.

    `reason` names the rule that judged the kind, for the reader who doubts it.
    """

    kind: BlockKind
    start: int
    end: int
    reason: str


def split_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of `text`, in order, without the white space between them."""
    return tuple(
        Block("paragraph", match.start(), match.end(), "lines between blank lines")
        for match in re.finditer(r"\S(?:.*(?:\n(?!\s*\n))?)*\S|\S", text)
    )
