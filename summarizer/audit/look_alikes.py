"""Letters of another alphabet that pass for Latin ones."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from summarizer.audit.reading.look_alikes import disguised, folded, named
from summarizer.audit.subject import Subject
from summarizer.schemas.evidence import Span
from summarizer.summary import Finding


def look_alike_letters(subject: Subject) -> Iterator[Finding]:
    """`look-alike-letters`: in a name, a claim or a quote; or, once a word, in the article."""
    text, words = subject.document.text, subject.article.words.words
    given = [(claim.at, claim.text) for claim in subject.claims]
    given += [(at, quote.text) for at, quote in subject.quotes]
    for at, told in given:
        for _, word in disguised(told, words):
            yield _finding(word, words, at=at)
    seen = set[str]()
    for start, word in disguised(text):
        if word not in seen:
            seen.add(word)
            yield _finding(word, words, span=Span(start=start, end=start + len(word)))


def _finding(
    word: str, words: Collection[str], *, at: str = "", span: Span | None = None
) -> Finding:
    meant = folded(word)
    return Finding(
        code="look-alike-letters",
        severity="warning",
        at=at,
        span=span,
        message=f"{word} is spelt with look-alike letters: {named(word)}.",
        expected=meant if meant.lower() in words else None,
    )
