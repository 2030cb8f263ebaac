"""What rules can tell a reader about a summary: one check a file, all of them listed here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from summarizer.audit.attribution import attribute
from summarizer.audit.captions import evidence_outside_the_body
from summarizer.audit.content import empty_or_overlong
from summarizer.audit.coverage import coverage_of, uncovered_quotations
from summarizer.audit.leaks import example_leaks
from summarizer.audit.quotes import quotes_that_are_not_exact
from summarizer.audit.references import dangling_and_duplicate_ids
from summarizer.audit.subject import Subject
from summarizer.audit.text import notes_on_the_text
from summarizer.summary import Finding

Check = Callable[[Subject], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    quotes_that_are_not_exact,
    evidence_outside_the_body,
    dangling_and_duplicate_ids,
    example_leaks,
    empty_or_overlong,
    uncovered_quotations,
    notes_on_the_text,
)
"""The whole audit, in the order in which its findings are listed."""

_ORDER = {"error": 0, "warning": 1, "note": 2}

__all__ = ["CHECKS", "Check", "Subject", "attribute", "audit", "coverage_of"]


def audit(subject: Subject) -> list[Finding]:
    """Every finding of every check, errors first, else in the order of `CHECKS`."""
    findings = [finding for check in CHECKS for finding in check(subject)]
    return sorted(findings, key=lambda finding: _ORDER[finding.severity])
