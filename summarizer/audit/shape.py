"""Evidence that is too short, too long, or put together."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.audit.reading.vocabulary import find_words
from summarizer.audit.subject import Subject
from summarizer.schemas.evidence import Quote, Span
from summarizer.summary import Finding

FEWEST_WORDS = 3
LARGEST_SHARE = 0.8
_SMALLEST_BODY = 300
"""Characters: what is shorter may well be evidence as a whole."""


def evidence_of_doubtful_shape(subject: Subject) -> Iterator[Finding]:
    """`evidence-too-short`, `evidence-over-paragraphs`, `evidence-is-the-article`."""
    for at, quote in subject.quotes:
        span = quote.span or quote.nearest
        if span is None:
            continue
        if quote.span and _is_too_short(quote.text):
            yield _finding("evidence-too-short", at, quote, _TOO_SHORT)
        if _share(subject, span) >= LARGEST_SHARE:
            yield _finding("evidence-is-the-article", at, quote, _TOO_LONG)
        elif len(_blocks(subject, span)) > 1:
            yield _finding("evidence-over-paragraphs", at, quote, _SPLICED)


_TOO_SHORT = "Fewer than three words prove little: the words around them may say something else."
_TOO_LONG = (
    "This is nearly the whole article, so that it does not show which words prove the point."
)
_SPLICED = "This evidence runs over several paragraphs of the article."


def _finding(code: str, at: str, quote: Quote, message: str) -> Finding:
    span = quote.span or quote.nearest
    return Finding(code=code, severity="warning", at=at, span=span, message=message)


def _is_too_short(text: str) -> bool:
    words = [match[0] for match in find_words(text)]
    named = all(word[0].isupper() or any(map(str.isdigit, word)) for word in words)
    return len(words) < FEWEST_WORDS and not named


def _blocks(subject: Subject, span: Span) -> list[int]:
    return [b.start for b in subject.document.blocks if b.start < span.end and span.start < b.end]


def _share(subject: Subject, span: Span) -> float:
    """The share of titles and paragraphs that lies in a span."""
    body = subject.article.blocks
    whole = sum(block.end - block.start for block in body)
    inside = (min(span.end, b.end) - max(span.start, b.start) for b in body)
    return sum(max(0, length) for length in inside) / whole if whole >= _SMALLEST_BODY else 0.0
