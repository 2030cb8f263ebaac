"""Hedges, conditions and bounds that a summary lost or added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from summarizer.audit.negations import governs
from summarizer.audit.reading.numbers import read_numbers
from summarizer.audit.reading.polarity import Said
from summarizer.audit.statements import Proof, Statement
from summarizer.audit.subject import Subject
from summarizer.audit.texts import both_texts
from summarizer.audit.words import sections
from summarizer.summary import Finding

_NO_CONDITION = frozenset({"ask", "asked", "asking", "wonder", "see", "know", "as", "even"})
"""Words after which "if" sets no condition."""


def hedges_that_differ(subject: Subject) -> Iterator[Finding]:
    """`hedge-lost`, `hedge-added`, `condition-lost`, `bound-lost`.

    Only where both texts use the words that are hedged, and one of them has no hedge of any kind.
    """
    if not subject.in_english:
        return
    for statement in subject.statements:
        for proof in statement.proofs:
            yield from _hedges(statement, proof)
            yield from _conditions(statement, proof)
            yield from _bounds(statement, proof)


def _hedges(statement: Statement, proof: Proof) -> Iterator[Finding]:
    said = statement.said
    lost = next((cue for cue in proof.said.hedges if governs(cue, said)), None)
    if lost and not _is_hedged(said):
        told = f'The claim leaves out the hedge "{lost.words}".'
        yield both_texts("hedge-lost", statement, proof, told)
    added = next((cue for cue in said.hedges if governs(cue, proof.said)), None)
    if added and not any(_is_hedged(one.said) for one in statement.proofs):
        told = f'The claim alone has the hedge "{added.words}".'
        yield both_texts("hedge-added", statement, proof, told)


def _is_hedged(said: Said) -> bool:
    """In any way: one hedge may stand for another, and so may a condition."""
    return said.has("hedge") or said.has("condition")


def _conditions(statement: Statement, proof: Proof) -> Iterator[Finding]:
    for cue in proof.said.conditions:
        before = proof.said.words[cue.at - 1] if cue.at else ""
        if before not in _NO_CONDITION and not _is_hedged(statement.said):
            told = f'The claim leaves out the condition ("{cue.words} ...").'
            yield both_texts("condition-lost", statement, proof, told)
            return


def _bounds(statement: Statement, proof: Proof) -> Iterator[Finding]:
    text = proof.said.text
    if not proof.said.has("bound") or statement.said.has("loose"):
        return
    bounds = [*_bound().finditer(text)]
    stated = {
        reading for number in read_numbers(statement.claim.text) for reading in number.readings
    }
    for number in read_numbers(text):
        bound = next((b for b in bounds if 0 <= number.start - b.end() <= 3), None)
        if bound and not stated.isdisjoint(number.readings):
            told = f'The claim leaves out "{bound[0]}" before {number.text}.'
            yield both_texts("bound-lost", statement, proof, told)
            return


@cache
def _bound() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sections('polarity')['bound'])})\b", re.IGNORECASE)
