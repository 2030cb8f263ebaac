"""Letters of another alphabet that pass for Latin ones."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.audit.reading.look_alikes import disguised, folded, named
from summarizer.audit.subject import Subject
from summarizer.schemas.evidence import Span
from summarizer.summary import Finding


def look_alike_letters(subject: Subject) -> Iterator[Finding]:
    """`look-alike-letters`: in a name, a claim or a quote; or, once a word, in the article."""
    text = subject.document.text
    given = [(claim.at, claim.text) for claim in subject.claims]
    given += [(at, quote.text) for at, quote in subject.quotes]
    for at, words in given:
        for _, word in disguised(words, text):
            yield _finding(word, text, at=at)
    seen = set[str]()
    for start, word in disguised(text, ""):
        if word not in seen:
            seen.add(word)
            yield _finding(word, text, span=Span(start=start, end=start + len(word)))


def _finding(word: str, text: str, *, at: str = "", span: Span | None = None) -> Finding:
    meant = folded(word)
    return Finding(
        code="look-alike-letters",
        severity="warning",
        at=at,
        span=span,
        message=f"{word} is spelt with look-alike letters: {named(word)}.",
        expected=meant if meant in text else None,
    )
