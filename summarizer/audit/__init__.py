"""What rules can tell a reader about a summary: one check a file, all of them listed here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from summarizer.audit.addressed import text_for_a_model
from summarizer.audit.asserting import asserters_that_differ
from summarizer.audit.attribution import attribute
from summarizer.audit.captions import evidence_outside_the_body
from summarizer.audit.content import empty_or_overlong
from summarizer.audit.contexts import evidence_that_asserts_nothing
from summarizer.audit.coverage import coverage_of, uncovered_quotations
from summarizer.audit.cues import uncovered_agreements
from summarizer.audit.dates import dates_without_source
from summarizer.audit.duplicates import duplicate_items
from summarizer.audit.hedges import hedges_that_differ
from summarizer.audit.hidden import hidden_characters
from summarizer.audit.leaks import example_leaks
from summarizer.audit.look_alikes import look_alike_letters
from summarizer.audit.mentions import actors_not_mentioned
from summarizer.audit.names import names_without_source
from summarizer.audit.negations import negations_that_differ
from summarizer.audit.numbers import numbers_without_source
from summarizer.audit.quotes import quotes_that_are_not_exact
from summarizer.audit.references import dangling_and_duplicate_ids
from summarizer.audit.shape import evidence_of_doubtful_shape
from summarizer.audit.speaker import speakers_that_differ
from summarizer.audit.subject import Subject
from summarizer.audit.text import notes_on_the_text
from summarizer.audit.unused import actors_not_used
from summarizer.summary import Finding

Check = Callable[[Subject], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    quotes_that_are_not_exact,
    evidence_outside_the_body,
    evidence_of_doubtful_shape,
    evidence_that_asserts_nothing,
    speakers_that_differ,
    asserters_that_differ,
    actors_not_mentioned,
    names_without_source,
    look_alike_letters,
    numbers_without_source,
    dates_without_source,
    negations_that_differ,
    hedges_that_differ,
    dangling_and_duplicate_ids,
    duplicate_items,
    actors_not_used,
    example_leaks,
    empty_or_overlong,
    text_for_a_model,
    hidden_characters,
    uncovered_quotations,
    uncovered_agreements,
    notes_on_the_text,
)
"""The whole audit, in the order in which its findings are listed."""

_ORDER = {"error": 0, "warning": 1, "note": 2}

__all__ = ["CHECKS", "Check", "Subject", "attribute", "audit", "coverage_of"]


def audit(subject: Subject) -> list[Finding]:
    """Every finding of every check, errors first, else in the order of `CHECKS`."""
    findings = [finding for check in CHECKS for finding in check(subject)]
    return sorted(findings, key=lambda finding: _ORDER[finding.severity])
