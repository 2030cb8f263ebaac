"""The parts of an article: what is body, what is caption, byline or dateline."""

from __future__ import annotations

from summarizer.blocks.block import Block, BlockKind
from summarizer.blocks.splitting import split_blocks

__all__ = ["Block", "BlockKind", "split_blocks"]
