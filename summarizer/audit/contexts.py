"""Evidence that the article denies or only supposes, used as if it were told as a fact."""

from __future__ import annotations

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

ASSERTING = frozenset({"reached", "negotiating"})
_SENTENCE_ENDS = (". ", "! ", "? ", '." ', ".” ", "\n")

_LONGEST_SENTENCE = 300


def evidence_that_asserts_nothing(subject: Subject) -> Iterator[Finding]:
    """`evidence-under-denial`, `evidence-under-condition`.

    For items with a status that asserts (`reached`, `negotiating`) and that nobody is said to deny.
    """
    if not subject.in_english:
        return
    for statement in subject.statements:
        item = statement.claim.item
        if getattr(item, "status", None) in ASSERTING and not getattr(item, "denied_by", None):
            yield from _denied(statement, subject.document)
            yield from _supposed(statement, subject.document)


def _denied(statement: Statement, document: Document) -> Iterator[Finding]:
    """Evidence that denies, or stands after a denial in its sentence."""
    if statement.said.negations:
        return
    for proof in statement.proofs:
        span = proof.quote.span
        before = _before(document, span) if span else None
        cue = proof.said.first("denial") or (before and before.first("denial"))
        if span and cue:
            told = f'The article denies it ("{cue}")'
            yield _finding("evidence-under-denial", statement, span, told)


def _supposed(statement: Statement, document: Document) -> Iterator[Finding]:
    """Where all of the evidence stands after a supposition, and the claim supposes nothing.

    A condition within the evidence is left to the check of hedges.
    """
    spans = [proof.quote.span for proof in statement.proofs if proof.quote.span]
    before = [_before(document, span) for span in spans]
    cues = [said.first("hypothetical") if said else None for said in before]
    if cues and all(cues) and not statement.said.has("condition"):
        told = f'The article only supposes it ("{cues[0]}")'
        yield _finding("evidence-under-condition", statement, spans[0], told)


def _before(document: Document, span: Span) -> Said | None:
    """What stands before a passage in its sentence, `None` where no cue can be in it."""
    first = max(0, span.start - _LONGEST_SENTENCE)
    ends = (document.text.rfind(mark, first, span.start) for mark in _SENTENCE_ENDS)
    text = document.slice(max(first, *ends), span.start)
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
