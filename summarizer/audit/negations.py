"""Negations that a summary lost or added."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.audit.reading.polarity import Cue, Said
from summarizer.audit.statements import Proof, Statement
from summarizer.audit.subject import Subject
from summarizer.audit.texts import both_texts
from summarizer.summary import Finding

_TELLS_BY_ITSELF = frozenset({"rejected", "ended"})
"""A status that says already that something was turned down."""


def negations_that_differ(subject: Subject) -> Iterator[Finding]:
    """`negation-lost`, `negation-added`: what the evidence denies, the statement says, or the reverse.

    Only where both use the same words: a statement may put "refused" for "will not", or leave out
    the half of its evidence that has the negation.
    """
    if not subject.article.is_english:
        return
    for statement in subject.statements:
        item = statement.claim.item
        if getattr(item, "status", None) in _TELLS_BY_ITSELF or getattr(item, "denied_by", None):
            continue
        found = _lost(statement) or _added(statement)
        if found:
            yield found


def _lost(statement: Statement) -> Finding | None:
    """A negation of the evidence over words that the statement has without any."""
    if statement.said.negations:
        return None
    for proof in statement.proofs:
        others = [other.said for other in statement.proofs if other is not proof]
        for cue in proof.said.negations:
            if governs(cue, statement.said) and not any(_affirms(other, cue) for other in others):
                return _finding("negation-lost", statement, proof, cue.words)
        if word := _contrast(proof.said, statement.said):
            return _finding("negation-lost", statement, proof, word)
    return None


def _added(statement: Statement) -> Finding | None:
    if any(proof.said.negations or proof.said.affixed for proof in statement.proofs):
        return None
    for proof in statement.proofs:
        cue = next((cue for cue in statement.said.negations if governs(cue, proof.said)), None)
        word = cue.words if cue else _contrast(statement.said, proof.said)
        if word:
            return _finding("negation-added", statement, proof, word)
    return None


def governs(cue: Cue, other: Said) -> bool:
    """Whether a text has most of the words that a cue governs, the nearest one among them."""
    if not cue.scope or cue.scope[0] not in other.stems:
        return False
    return 2 * sum(stem in other.stems for stem in cue.scope) > len(cue.scope)


def _affirms(other: Said, cue: Cue) -> bool:
    """Whether a further passage says without negation what the cue denies in the first."""
    return not other.negations and governs(cue, other)


def _contrast(negated: Said, other: Said) -> str | None:
    """A word such as "unacceptable" where the other text has "acceptable" alone."""
    plain = frozenset(other.words)
    for word in negated.affixed - plain:
        for base in (word[2:], word[3:]):
            if base in plain and base not in negated.words:
                return word
    return None


def _finding(code: str, statement: Statement, proof: Proof, word: str) -> Finding:
    where = "evidence" if code == "negation-lost" else "claim"
    return both_texts(code, statement, proof, f'The {where} alone has a negation ("{word}").')
