"""Negations that a summary lost or added."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.audit.contexts import ASSERTING
from summarizer.audit.reading.polarity import Cue, Said, stem
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
    if not subject.in_english:
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
    asserts = getattr(statement.claim.item, "status", None) in ASSERTING
    for proof in statement.proofs:
        if asserts and proof.said.has("denial"):
            continue  # a check of its own
        others = [other.said for other in statement.proofs if other is not proof]
        for cue in proof.said.negations:
            if is_alone(cue, statement.said) and not any(is_alone(cue, one) for one in others):
                return _finding("negation-lost", statement, proof, cue.words)
        if word := _contrast(proof.said, statement.said):
            return _finding("negation-lost", statement, proof, word)
    return None


def _added(statement: Statement) -> Finding | None:
    """A negation of the statement over words of the evidence, which nowhere denies them."""
    proofs = [proof.said for proof in statement.proofs]
    for cue in statement.said.negations:
        if not any(_shares(cue, other) for proof in proofs for other in proof.negations):
            for proof in statement.proofs:
                if governs(cue, proof.said):
                    return _finding("negation-added", statement, proof, cue.words)
    for proof in statement.proofs:
        if word := _contrast(statement.said, proof.said):
            return _finding("negation-added", statement, proof, word)
    return None


def is_alone(cue: Cue, other: Said) -> bool:
    """Whether a text has the words that a cue of another text governs, and denies none of them."""
    return governs(cue, other) and not any(_shares(cue, one) for one in other.negations)


def governs(cue: Cue, other: Said) -> bool:
    """Whether a text has most of the words that a cue governs, the nearest one among them."""
    if not cue.scope or cue.scope[0] not in other.stems:
        return False
    return 2 * sum(governed in other.stems for governed in cue.scope) > len(cue.scope)


def _shares(one: Cue, other: Cue) -> bool:
    """Whether one of two cues governs the word that is nearest to the other."""
    nearest = {*one.scope[:1], *other.scope[:1]}
    return not nearest.isdisjoint(set(one.scope) & set(other.scope))


def _contrast(negated: Said, other: Said) -> str | None:
    """A word such as "unacceptable" where the other text has "acceptable" alone."""
    for word in negated.affixed.difference(other.words):
        for base in (word[2:], word[3:]):
            stands = base in other.words and base not in negated.words
            if stands and not any(stem(base) in cue.scope for cue in other.negations):
                return word
    return None


def _finding(code: str, statement: Statement, proof: Proof, word: str) -> Finding:
    where = "evidence" if code == "negation-lost" else "claim"
    return both_texts(code, statement, proof, f'The {where} alone has a negation ("{word}").')
