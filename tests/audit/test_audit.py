"""The audit as a whole."""

from __future__ import annotations

import re

import pytest

import summarizer.audit as audit_package
from summarizer.audit import CHECKS, audit


def test_a_faultless_summary_has_no_findings(grounded):
    """A summary whose every quote is exact and whose ids all resolve is left in peace."""
    assert audit(grounded()) == []


def test_errors_are_listed_first(grounded, agreement):
    """Findings come by severity."""
    subject = grounded(agreements=agreement(evidence=["the Pell Bridge", "never said words"]))
    severities = [finding.severity for finding in audit(subject)]
    assert len(set(severities)) > 1
    assert severities == sorted(severities, key=["error", "warning", "note"].index)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_check_is_silent_on_a_faultless_summary(check, grounded):
    """No check speaks of what is right."""
    assert list(check(grounded())) == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_check_stands_an_empty_summary_of_an_empty_article(check, grounded):
    """Nothing to look at is no fault of a check."""
    subject = grounded(
        article="", headline="", overview="", parties=[], agreements=[], positions=[]
    )
    assert all(finding.message for finding in check(subject))


def test_every_code_is_in_the_table():
    """The table of codes names each code that a check's docstring tells."""
    docstrings = "\n".join(check.__doc__ for check in CHECKS)
    told = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", docstrings))
    table = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", audit_package.__doc__))
    assert told - table == set()
    assert {"number-not-in-article", "speaker-differs", "quote-absent"} <= told
