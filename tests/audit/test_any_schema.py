"""The audit of a summary in a schema that is not ours."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from summarizer.audit import Subject, attribute, audit, coverage_of
from summarizer.document import Document
from summarizer.grounding import ground_content
from summarizer.schemas.evidence import Quote, Record

ARTICLE = """Ferry line sold

The ferry line of Old Harbour was sold to the Brask Company for 40 million crowns on 3 May 2031.

"We will not close any pier," said Ada Quill, who leads the company.
"""


class Term(Record):
    what: str
    evidence: list[Quote]


class Deal(Record):
    buyer: str | None = Field(default=None)
    stage: Literal["signed", "in talks"] = "signed"
    day: str = "2031-05-03"
    price: Quote | None = None
    terms: list[Term] = Field(default_factory=list)


def subject_of(**fields):
    content, document = Deal(**fields), Document.from_text(ARTICLE)
    return Subject(content, document, ground_content(content, document))


def codes(**fields):
    return {(f.code, f.at) for f in audit(subject_of(**fields)) if f.severity != "note"}


def test_a_right_summary_has_no_warnings():
    """Prose, proof and day are found without a word about the schema."""
    terms = [{"what": "No pier will be closed.", "evidence": ["We will not close any pier"]}]
    deal = {"buyer": "Brask Company", "price": "for 40 million crowns", "terms": terms}
    assert codes(**deal) == set()
    assert coverage_of(subject_of(**deal)).covered == 1
    attribute(subject_of(**deal).content)


def test_wrong_numbers_names_days_and_negations_are_found_in_any_schema():
    """Whatever a schema calls its fields, texts are claims and quotes are proof."""
    terms = [
        {"what": "The company will close any pier.", "evidence": ["We will not close any pier"]},
        {"what": "The price that the company of Marlow pays is 60 crowns.", "evidence": []},
    ]
    assert codes(terms=terms, day="2031-07-03", price="40 million") == {
        ("negation-lost", "/content/terms/0/what"),
        ("no-evidence", "/content/terms/1"),
        ("number-not-in-article", "/content/terms/1/what"),
        ("name-not-in-article", "/content/terms/1/what"),
        ("date-not-derivable", "/content/day"),
    }
