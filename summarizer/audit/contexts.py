"""Evidence that the article denies or only supposes, used as if it were told as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from summarizer.audit.statements import Statement
from summarizer.audit.subject import Subject
from summarizer.audit.texts import shortened
from summarizer.audit.words import sections
from summarizer.document import Document
from summarizer.schemas.evidence import Span
from summarizer.summary import Finding

_ASSERTING = frozenset({"reached", "negotiating"})
_SENTENCE_END = re.compile(r"[.!?][\"'”’]*\s+(?=[\"'“‘]?[^\W\d_a-z])|\n")


def evidence_that_asserts_nothing(subject: Subject) -> Iterator[Finding]:
    """`evidence-under-denial`, `evidence-under-condition`.

    For items with a status that asserts (`reached`, `negotiating`) and that nobody is said to deny.
    """
    if not subject.article.is_english:
        return
    for statement in subject.statements:
        item = statement.claim.item
        if getattr(item, "status", None) in _ASSERTING and not getattr(item, "denied_by", None):
            yield from _denied(statement, subject.document)
            yield from _supposed(statement, subject.document)


def _denied(statement: Statement, document: Document) -> Iterator[Finding]:
    if statement.said.negations:
        return
    for proof in statement.proofs:
        if proof.quote.span and (cue := _cue("denial", document, proof.quote.span)):
            yield _finding(
                "evidence-under-denial",
                statement,
                proof.quote.span,
                f'The article denies it ("{cue}")',
            )


def _supposed(statement: Statement, document: Document) -> Iterator[Finding]:
    """Only where all of the evidence is supposed, and the claim has no condition of its own."""
    if statement.said.has("condition"):
        return
    spans = [proof.quote.span for proof in statement.proofs if proof.quote.span]
    cues = [_cue("hypothetical", document, span) for span in spans]
    if cues and cues[0] and all(cues):
        told = f'The article only supposes it ("{cues[0]}")'
        yield _finding("evidence-under-condition", statement, spans[0], told)


def _cue(section: str, document: Document, span: Span) -> str | None:
    """The phrase that governs a passage: before it in its sentence, or within it."""
    before = max(0, span.start - 300)
    start = before
    for match in _SENTENCE_END.finditer(document.text, before, span.start):
        start = match.end()
    found = _pattern(section).search(document.text, start, span.end)
    return found[0].lower() if found else None


def _finding(code: str, statement: Statement, span: Span, told: str) -> Finding:
    claim = shortened(statement.claim.text)
    return Finding(
        code=code,
        severity="warning",
        at=statement.claim.at,
        span=span,
        message=f"{told}, but the claim asserts it: {claim}",
    )


@cache
def _pattern(section: str) -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in sections("contexts")[section])
    return re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE)
