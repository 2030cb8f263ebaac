"""How well a summary is proved: quotes that are exact, quotations that are used, errors found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.audit import Subject, coverage_of
from summarizer.document import Document
from summarizer.grounding import ground_content
from summarizer.schemas.evidence import Quote, Record
from summarizer.schemas.negotiation import Negotiation
from summarizer.summary import Summary


@dataclass(frozen=True, slots=True)
class Proof:
    """Counts over one summary.

    `items` are its agreements and positions, `exact` those that have evidence, all of it exact.
    `quotations` are the body's direct and mixed ones, `covered` those that some item uses.
    `errors` are the audit's findings of severity error.
    """

    items: int
    exact: int
    errors: int
    quotations: int
    covered: int


def proof_of(summary: Summary[Negotiation]) -> Proof:
    """The proof of a summary that is grounded and audited."""
    content = summary.content
    evidence = [item.evidence for item in content.agreements]
    evidence += [item.evidence for item in content.positions]
    return Proof(
        items=len(evidence),
        exact=_exact(evidence),
        errors=len(summary.errors()),
        quotations=summary.coverage.quotations,
        covered=summary.coverage.covered,
    )


def proof_of_strings(items: Sequence[Sequence[str]], document: Document, *, errors: int) -> Proof:
    """The proof of the items whose evidence strings these are, which nothing has audited."""
    # Not validated: whatever its length, a passage is looked up and found or not.
    content = _Items(
        items=[_Item(evidence=[Quote.model_construct(text=t) for t in item]) for item in items]
    )
    ground_content(content, document)
    coverage = coverage_of(Subject(content=content, document=document))
    return Proof(
        items=len(items),
        exact=_exact([item.evidence for item in content.items]),
        errors=errors,
        quotations=coverage.quotations,
        covered=coverage.covered,
    )


class _Item(Record):
    evidence: list[Quote]


class _Items(Record):
    items: list[_Item]


def _exact(evidence: Sequence[Sequence[Quote]]) -> int:
    return sum(bool(quotes) and all(q.match == "exact" for q in quotes) for quotes in evidence)
