"""On whose word an agreement stands."""

from __future__ import annotations

import pytest

from summarizer.audit import attribute

PARTIES = [
    {"id": "dorvane", "name": "Dorvane", "kind": "state"},
    {"id": "quill", "name": "Ada Quill", "kind": "person", "represents": "dorvane"},
    {"id": "aide", "name": "Mira Holt", "kind": "person", "represents": "quill"},
    {"id": "halmark", "name": "Halmark", "kind": "state"},
    {"id": "brandt", "name": "Tomas Brandt", "kind": "person", "represents": "halmark"},
    {"id": "both", "name": "Dorvane and Halmark", "kind": "group"},
    {"id": "envoys", "name": "the envoys", "kind": "group"},
]


@pytest.mark.parametrize(
    ("asserted_by", "denied_by", "attribution"),
    [
        ([], [], "article"),
        (["quill", "dorvane"], [], "one_sided"),
        (["aide", "dorvane"], [], "one_sided"),
        (["aide", "quill"], [], "one_sided"),
        (["quill", "brandt"], [], "corroborated"),
        (["aide", "brandt"], [], "corroborated"),
        (["both"], [], "corroborated"),
        (["both", "quill"], [], "corroborated"),
        (["envoys"], [], "one_sided"),
        (["quill"], ["brandt"], "disputed"),
    ],
)
def test_attribution_counts_sides(asserted_by, denied_by, attribution, grounded, agreement):
    """A spokesperson and an aide are on their principal's side, a group of two states on both."""
    agreements = agreement(asserted_by=asserted_by, denied_by=denied_by)
    subject = grounded(parties=PARTIES, agreements=agreements)
    attribute(subject.content)
    assert subject.content.agreements[0].attribution == attribution


def test_parties_that_represent_each_other_in_a_circle_are_one_side(grounded, agreement):
    """A circle of `represents` neither hangs nor makes two sides of one."""
    parties = [
        {"id": "dorvane", "name": "Dorvane", "kind": "state", "represents": "quill"},
        {"id": "quill", "name": "Ada Quill", "kind": "person", "represents": "dorvane"},
        *PARTIES[3:5],
    ]
    subject = grounded(parties=parties, agreements=agreement(asserted_by=["quill", "dorvane"]))
    attribute(subject.content)
    assert subject.content.agreements[0].attribution == "one_sided"
