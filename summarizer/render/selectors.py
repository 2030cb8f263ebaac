"""Evidence as W3C Web Annotations (https://www.w3.org/TR/annotation-model/)."""

from __future__ import annotations

import uuid
from typing import Any
from urllib.parse import quote

from summarizer.document import Document
from summarizer.render.json_format import json_text
from summarizer.render.places import Places
from summarizer.render.viewing import require_same_text
from summarizer.schemas.evidence import Span
from summarizer.summary import Summary

CONTEXT = 32
"""Code points of prefix and suffix that a TextQuoteSelector carries."""


def selectors(document: Document, span: Span) -> list[dict[str, Any]]:
    """A TextPositionSelector (code points, end exclusive) and a TextQuoteSelector of `span`."""
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": document.slice(span.start, span.end),
            "prefix": document.slice(max(0, span.start - CONTEXT), span.start),
            "suffix": document.slice(span.end, span.end + CONTEXT),
        },
    ]


def as_annotations(summary: Summary[Any], document: Document) -> list[dict[str, Any]]:
    """One annotation for each quote that the article has, in reading order.

    The body is the quote's JSON pointer into the summary, the target the article's source with
    the selectors of the quote's words. Raises UsageError when `document` is another text.
    """
    require_same_text(summary, document)
    source = quote(summary.document.source, safe="/:?#[]@!$&'()*+,;=%~", errors="surrogatepass")
    return [
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": uuid.uuid5(uuid.NAMESPACE_URL, f"{document.sha256}{proof.at}").urn,
            "type": "Annotation",
            "motivation": "linking",
            "body": {"type": "TextualBody", "value": proof.at, "format": "text/plain"},
            "target": {"source": source, "selector": selectors(document, proof.place)},
        }
        for proof in Places(document).proofs(summary.content, "/content")
        if proof.verdict == "exact" and proof.place
    ]


def render_annotations(summary: Summary[Any], document: Document) -> str:
    """The annotations as a JSON list."""
    return json_text(as_annotations(summary, document), indent=1) + "\n"
