"""Evidence that is too short, too long, or put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.audit.reading.article import BODY
from summarizer.audit.reading.polarity import function_words
from summarizer.audit.reading.vocabulary import find_words
from summarizer.audit.subject import Subject
from summarizer.blocks import Block
from summarizer.schemas.evidence import Quote, Span
from summarizer.summary import Finding

FEWEST_WORDS = 3
LARGEST_SHARE = 0.8
_SHORT = 80  # characters
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
        blocks = subject.article.blocks_in(span.start, span.end)
        if _share(subject, span, blocks) >= LARGEST_SHARE:
            yield _finding("evidence-is-the-article", at, quote, _TOO_LONG)
        elif len(blocks) > 1:
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
    if len(text) > _SHORT:
        return False
    words = [match[0] for match in find_words(text)]
    if any(not word[0].islower() and not word[0].isupper() and word[0].isalpha() for word in words):
        return False  # without case, and often without spaces
    named = all(word[0].isupper() and word.lower() not in function_words() for word in words)
    return len(words) < FEWEST_WORDS and not (named or any(map(str.isdigit, text)))


def _share(subject: Subject, span: Span, blocks: Sequence[Block]) -> float:
    """The share of titles and paragraphs that lies in a span; 0 in a very short article."""
    whole = subject.article.body_length
    inside = (min(span.end, b.end) - max(span.start, b.start) for b in blocks if b.kind in BODY)
    return sum(inside) / whole if whole >= _SMALLEST_BODY else 0.0
