"""Evidence that stands outside the article's own text."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.audit.subject import Subject
from summarizer.summary import Finding

_NO_EVIDENCE = ("caption", "byline", "dateline", "links")


def evidence_outside_the_body(subject: Subject) -> Iterator[Finding]:
    """`evidence-in-caption`, `evidence-in-byline`, ...: only title and body prove anything."""
    for at, quote in subject.quotes:
        span = quote.span
        for block in subject.article.blocks_in(span.start, span.end) if span else ():
            if block.kind in _NO_EVIDENCE:
                yield Finding(
                    code=f"evidence-in-{block.kind}",
                    severity="error",
                    at=at,
                    span=quote.span,
                    message=f"This evidence stands in a {block.kind} ({block.reason}), which "
                    "proves nothing about the news of this article.",
                )
