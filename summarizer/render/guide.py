"""The reading guide's own format, in which gold summaries are kept and compared."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from summarizer.document import Document
from summarizer.errors import UsageError
from summarizer.render.json_format import json_text
from summarizer.render.places import Places
from summarizer.render.viewing import require_same_text
from summarizer.schemas.negotiation import Negotiation
from summarizer.summary import Summary


def render_guide(summary: Summary[Any], document: Document) -> str:
    """`{"doc", "parties", "agreements", "positions"}`, with plain strings as evidence.

    Evidence that is exact is the article's own slice, so that a plain substring search finds it.
    Raises UsageError when the summary's schema is not a negotiation.
    """
    content = summary.content
    if not isinstance(content, Negotiation):
        raise UsageError(
            f"The format guide is for negotiations, and {summary.profile} has another schema. "
            "Use -f json."
        )
    require_same_text(summary, document)
    places = Places(document)
    data = {
        "doc": PurePosixPath(summary.document.source).name or summary.document.source,
        "parties": [party.model_dump(mode="json") for party in content.parties],
        "agreements": [
            _entry(item, ("what", "parties", "status", "asserted_by", "denied_by"), places)
            for item in content.agreements
        ],
        "positions": [
            _entry(item, ("holder", "speaker", "topic", "statement", "form"), places)
            for item in content.positions
        ],
    }
    return json_text(data, indent=1) + "\n"


def _entry(item: Any, fields: Iterable[str], places: Places) -> dict[str, Any]:
    """The named fields of an agreement or a position, and the words of its evidence."""
    values = {name: getattr(item, name) for name in fields}
    return {**values, "evidence": [proof.words for proof in places.proofs(item.evidence, "")]}
