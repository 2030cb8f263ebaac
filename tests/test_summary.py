"""A Summary goes to JSON and back without loss, whatever its schema."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ValidationError

from summarizer.schemas.evidence import Quote, Span
from summarizer.summary import Coverage, DocumentIdentity, Finding, Provenance, Summary, Uncovered


class Claim(BaseModel):
    text: str
    proof: list[Quote]


class Detailed(Claim):
    doubts: str


@pytest.fixture
def summary() -> Summary[Claim]:
    quotes = [
        Quote(text="a\u2028b 👩‍👩‍👧", match="exact", normalised=True, span=Span(start=1, end=9), occurrences=2),
        Quote(text="was", match="altered", nearest=Span(start=3, end=5)),
        Quote(text="never", match="absent"),
        Quote(text="not looked up"),
    ]  # fmt: skip
    return Summary[Claim](
        document=DocumentIdentity(source="a.txt", sha256="0" * 64, characters=20),
        profile="claims@1",
        content=Claim(text="A claim.", proof=quotes),
        findings=[Finding(code="odd", severity="warning", at="/content", message="Odd.")],
        coverage=Coverage(quotations=2, covered=1, uncovered=[Uncovered(start=1, end=2)]),
        provenance=Provenance(
            engine="extractive", prompt="p", prompt_sha256="1" * 64, schema_sha256="2" * 64
        ),
    )


def test_a_summary_comes_back_from_its_json(summary):
    """Every field of every kind of quote is there again."""
    assert Summary[Claim].model_validate_json(summary.model_dump_json()) == summary


def test_fields_of_a_subclass_are_written_too(summary):
    """Content is written by what it is, not by what the summary was declared with."""
    detailed = Detailed(text="A claim.", proof=[], doubts="Many.")
    changed = Summary[Claim](**{**dict(summary), "content": detailed})
    assert '"doubts":"Many."' in changed.model_dump_json()


def test_a_summary_with_a_field_that_is_not_ours_is_refused(summary):
    """Nothing can be slipped in that later readers might trust."""
    data = summary.model_dump() | {"verified": True}
    with pytest.raises(ValidationError, match="verified"):
        Summary[Claim].model_validate(data)


def test_errors_are_the_findings_of_that_severity(summary):
    """A warning is none."""
    assert summary.errors() == []
    summary.findings.append(Finding(code="bad", severity="error", message="Bad."))
    assert [finding.code for finding in summary.errors()] == ["bad"]
