"""A finding that shows a claim beside its evidence."""

from __future__ import annotations

from summarizer.audit.statements import Proof, Statement
from summarizer.summary import Finding

_LONGEST = 300


def both_texts(code: str, statement: Statement, proof: Proof, message: str) -> Finding:
    """A warning at the claim, at the evidence's place in the article, with both texts."""
    evidence = shortened(proof.said.text)
    return Finding(
        code=code,
        severity="warning",
        at=statement.claim.at,
        span=proof.quote.span or proof.quote.nearest,
        message=f"{message} Evidence: {evidence} Claim: {shortened(statement.claim.text)}",
        expected=evidence,
    )


def shortened(text: str) -> str:
    """`text` on one line, cut at 300 characters."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
