"""On whose word an agreement stands, as the summary has it and as its quotations have it."""

from __future__ import annotations

import pytest

from summarizer.audit.asserting import asserters_that_differ

ARTICLE = """Dorvane and Halmark talk of the Pell Bridge

"We have agreed to reopen the bridge," said Mira Holt, a spokesperson for President Ada Quill.

Tomas Brandt of Halmark was silent.
"""
PARTIES = [
    {"id": "dorvane", "name": "Dorvane", "kind": "state"},
    {"id": "quill", "name": "Ada Quill", "kind": "person", "represents": "dorvane"},
    {"id": "holt", "name": "Mira Holt", "kind": "person", "represents": "quill"},
    {"id": "halmark", "name": "Halmark", "kind": "state"},
    {"id": "brandt", "name": "Tomas Brandt", "kind": "person", "represents": "halmark"},
]


def found(grounded, agreement, **changes):
    agreements = agreement(evidence=['"We have agreed to reopen the bridge,"'], **changes)
    subject = grounded(article=ARTICLE, parties=PARTIES, agreements=agreements, positions=[])
    return [(f.code, f.severity, f.expected) for f in asserters_that_differ(subject)]


@pytest.mark.parametrize("asserted_by", [[], ["brandt"], ["halmark"]])
def test_a_quoted_side_that_asserts_nothing_is_noted(asserted_by, grounded, agreement):
    """The evidence quotes one side, and the summary has it on another's word or on nobody's."""
    assert found(grounded, agreement, asserted_by=asserted_by) == [
        ("asserted-by-differs", "note", "Mira Holt")
    ]


@pytest.mark.parametrize("asserted_by", [["holt"], ["quill"], ["dorvane"], ["brandt", "dorvane"]])
def test_a_spokesperson_is_the_principals_side(asserted_by, grounded, agreement):
    """What the spokesperson says is said by the president and by the state."""
    assert found(grounded, agreement, asserted_by=asserted_by) == []


def test_a_quoted_denial_asserts_nothing(grounded, agreement):
    """Evidence may quote those who deny it."""
    assert found(grounded, agreement, asserted_by=["brandt"], denied_by=["holt"]) == []
