"""Stated positions: sentences that quote somebody, or tell what somebody says."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.extractive.parties import Parties
from summarizer.extractive.phrases import pattern
from summarizer.extractive.sentences import Told
from summarizer.extractive.wording import Topics, statement
from summarizer.schemas.evidence import Quote
from summarizer.schemas.negotiation import Form, Position

_MOST = 1000
_LONGEST_EVIDENCE = 20_000


def find_positions(
    sentences: Sequence[Told], used: set[int], parties: Parties, topics: Topics
) -> list[Position]:
    """The positions in order; sentences that begin at `used` are agreements and are left out."""
    positions: list[Position] = []
    for sentence in sentences:
        speaker = sentence.speaker
        if speaker is None or sentence.start in used or len(positions) >= _MOST:
            continue
        if pattern("courtesies").search(sentence.text):
            continue
        holder = parties.id_of(speaker.name)
        if holder is None:
            continue
        omitted = [word.casefold() for word in speaker.name.split()]
        positions.append(
            Position(
                id=f"p{len(positions) + 1}",
                holder=holder,
                speaker=holder,
                topic=topics.topic(sentence.text, omitted),
                statement=statement(sentence.text),
                form=_form(sentence),
                evidence=[Quote(text=sentence.text[:_LONGEST_EVIDENCE])],
            )
        )
    return positions


def _form(sentence: Told) -> Form:
    kinds = {quotation.kind for quotation in sentence.quotations if quotation.kind != "scare"}
    if not kinds:
        return "indirect"
    return "direct" if kinds == {"direct"} else "mixed"
