"""Evidence that the article denies or only supposes, used as if it were told as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from summarizer.audit.reading.polarity import Said
from summarizer.audit.statements import Statement
from summarizer.audit.subject import Subject
from summarizer.audit.texts import shortened
from summarizer.audit.words import sections
from summarizer.document import Document
from summarizer.schemas.evidence import Span
from summarizer.summary import Finding

Governed = list[tuple[Span, Said | None]]

_ASSERTING = frozenset({"reached", "negotiating"})
_SENTENCE_END = re.compile(r"[.!?][\"'”’]*\s+(?=[\"'“‘]?[^\W\d_a-z])|\n")

_LONGEST_SENTENCE = 300


def evidence_that_asserts_nothing(subject: Subject) -> Iterator[Finding]:
    """`evidence-under-denial`, `evidence-under-condition`.

    For items with a status that asserts (`reached`, `negotiating`) and that nobody is said to deny.
    """
    if not subject.article.is_english:
        return
    for statement in subject.statements:
        item = statement.claim.item
        if getattr(item, "status", None) in _ASSERTING and not getattr(item, "denied_by", None):
            spans = [proof.quote.span for proof in statement.proofs if proof.quote.span]
            governed = [(span, _governed(subject.document, span)) for span in spans]
            yield from _denied(statement, governed)
            yield from _supposed(statement, governed)


def _denied(statement: Statement, governed: Governed) -> Iterator[Finding]:
    for span, passage in governed:
        if passage and (cue := passage.first("denial")) and not statement.said.negations:
            told = f'The article denies it ("{cue}")'
            yield _finding("evidence-under-denial", statement, span, told)


def _supposed(statement: Statement, governed: Governed) -> Iterator[Finding]:
    """Only where all of the evidence is supposed, and the claim has no condition of its own."""
    cues = [passage.first("hypothetical") if passage else None for _, passage in governed]
    if cues and all(cues) and not statement.said.has("condition"):
        told = f'The article only supposes it ("{cues[0]}")'
        yield _finding("evidence-under-condition", statement, governed[0][0], told)


def _governed(document: Document, span: Span) -> Said | None:
    """A passage with what stands before it in its sentence, `None` where no cue can be in it."""
    start = max(0, span.start - _LONGEST_SENTENCE)
    for match in _SENTENCE_END.finditer(document.text, start, span.start):
        start = match.end()
    text = document.slice(start, span.end)
    return None if _first_words().isdisjoint(text.lower().split()) else Said(text)


@cache
def _first_words() -> frozenset[str]:
    phrases = (phrase for entries in sections("contexts").values() for phrase in entries)
    return frozenset(phrase.split()[0] for phrase in phrases)


def _finding(code: str, statement: Statement, span: Span, told: str) -> Finding:
    claim = shortened(statement.claim.text)
    return Finding(
        code=code,
        severity="warning",
        at=statement.claim.at,
        span=span,
        message=f"{told}, but the claim asserts it: {claim}",
    )
