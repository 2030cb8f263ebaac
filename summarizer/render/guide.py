"""The reading guide's own format, in which gold summaries are kept and compared."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from summarizer.document import Document
from summarizer.errors import UsageError
from summarizer.guide import guide_content
from summarizer.render.json_format import json_text
from summarizer.render.viewing import require_same_text
from summarizer.schemas.negotiation import Negotiation
from summarizer.summary import Summary


def render_guide(summary: Summary[Any], document: Document) -> str:
    """`{"doc", "parties", "agreements", "positions"}`, with plain strings as evidence.

    Raises UsageError when the summary's schema is not a negotiation.
    """
    content = summary.content
    if not isinstance(content, Negotiation):
        raise UsageError(
            f"The format guide is for negotiations, and {summary.profile} has another schema. "
            "Use -f json."
        )
    require_same_text(summary, document)
    doc = PurePosixPath(summary.document.source).name or summary.document.source
    return json_text({"doc": doc, **guide_content(content, document)}, indent=1) + "\n"
