"""Quotes whose words the article does not have."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.audit.subject import Subject
from summarizer.grounding import Grounding
from summarizer.schemas.evidence import Quote
from summarizer.summary import Finding

_LONGEST_LIST = 300


def quotes_that_are_not_exact(subject: Subject) -> Iterator[Finding]:
    """`quote-absent`, `quote-altered`, `quote-elided`, `quote-ambiguous`."""
    for at, quote in subject.quotes:
        if quote.match == "absent":
            yield Finding(
                code="quote-absent",
                severity="error",
                at=at,
                message="The article has no such words.",
            )
        elif quote.match == "altered":
            yield _altered(at, quote, subject.groundings.get(at))
        elif quote.occurrences and quote.occurrences > 1:
            yield Finding(
                code="quote-ambiguous",
                severity="note",
                at=at,
                span=quote.span,
                message=f"The article has these words {quote.occurrences} times; the place nearest "
                "to the item's other evidence is shown.",
            )


def _altered(at: str, quote: Quote, grounding: Grounding | None) -> Finding:
    changes = grounding.changes if grounding else ()
    if changes == ("elision",):
        return Finding(
            code="quote-elided",
            severity="warning",
            at=at,
            span=quote.nearest,
            message="The quote leaves out words that the article has between its parts (elision).",
        )
    told = "; ".join(changes)[:_LONGEST_LIST]
    return Finding(
        code="quote-altered",
        severity="error",
        at=at,
        span=quote.nearest,
        message=f"The article words it otherwise ({told}).",
    )
