"""Quotes whose words the article does not have, or has in several places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from summarizer.audit.reading.article import Article, looks_english
from summarizer.audit.reading.vocabulary import find_words, forms
from summarizer.audit.subject import Subject
from summarizer.audit.texts import shortened
from summarizer.grounding import Grounding
from summarizer.schemas.evidence import Quote
from summarizer.shown import shown
from summarizer.summary import Finding

_LONGEST_LIST = 300
_FEWEST_WORDS = 5
_MOST_SHARED = 0.3
"""What two languages may share of the words of a sentence: names and numbers."""
_CHOSEN = {
    "nearest": "in the body, the place nearest to the item's other evidence is shown",
    "body": "nothing tells which is meant, and the first one in the body is shown",
    "first": "nothing tells which is meant, and the first one is shown",
}


def quotes_that_are_not_exact(subject: Subject) -> Iterator[Finding]:
    """`quote-absent`, `quote-altered`, `quote-elided`, `quote-ambiguous`."""
    for at, quote in subject.quotes:
        if quote.match == "absent":
            translated = _is_translated(quote.text, subject.article)
            yield Finding(
                code="quote-absent",
                severity="error",
                at=at,
                message="The article is in another language: a quote is not to be translated."
                if translated
                else "The article has no such words.",
            )
        elif quote.match == "altered":
            yield _altered(subject, at, quote, subject.groundings.get(at))
        elif quote.occurrences and quote.occurrences > 1:
            grounding = subject.groundings.get(at)
            chosen = _CHOSEN.get(str(grounding.choice) if grounding else "", _CHOSEN["first"])
            yield Finding(
                code="quote-ambiguous",
                severity="note",
                at=at,
                span=quote.span,
                message=f"The article has these words {quote.occurrences} times: {chosen}.",
            )


def _is_translated(text: str, article: Article) -> bool:
    """Whether a quote is English and the article is not, or the other way round."""
    words = [forms(match[0])[0] for match in find_words(text)]
    known = sum(word in article.words.words for word in words)
    return (
        len(words) >= _FEWEST_WORDS
        and looks_english(f" {text} ") != article.is_english
        and known < _MOST_SHARED * len(words)
    )


def _gaps(subject: Subject, grounding: Grounding | None) -> str:
    parts = grounding.parts if grounding else ()
    left_out = (subject.document.slice(one[1], other[0]) for one, other in pairwise(parts))
    return shortened(" ... ".join(left_out)) or "nothing but its marks."


def _altered(subject: Subject, at: str, quote: Quote, grounding: Grounding | None) -> Finding:
    changes = grounding.changes if grounding else ()
    near = quote.nearest
    passage = shortened(subject.document.slice(near.start, near.end)) if near else None
    if changes == ("elision",):
        return Finding(
            code="quote-elided",
            severity="warning",
            at=at,
            span=near,
            message=f"The quote leaves out what the article has between its parts: {_gaps(subject, grounding)}",
            expected=passage,
        )
    told = shown("; ".join(changes))[:_LONGEST_LIST] or "no word is the same"
    return Finding(
        code="quote-altered",
        severity="error",
        at=at,
        span=near,
        message=f"The article words it otherwise ({told}).",
        expected=passage,
    )
