"""One part of an article."""

from __future__ import annotations

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
