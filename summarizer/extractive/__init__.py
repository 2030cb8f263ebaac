"""The draft by rules alone: what is quoted, what is told, and what is agreed by cue words."""

from __future__ import annotations

import re

from summarizer.document import Document
from summarizer.extractive.agreements import find_agreements
from summarizer.extractive.lines import article_lines
from summarizer.extractive.parties import Parties
from summarizer.extractive.positions import PositionFinder
from summarizer.extractive.statements import Statement, statement_of, voice_of
from summarizer.extractive.wording import headline, overview
from summarizer.quotations import find
from summarizer.schemas.negotiation import Negotiation

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

__all__ = ["extract"]


def extract(document: Document) -> Negotiation:
    """The negotiation that a document tells of, as far as rules find it.

    Evidence is always a slice of one paragraph of the text. A quotation without a speaker is in
    no position.
    """
    found = find(document, reports=True)
    lines = article_lines(document, found)
    parties = Parties(found.actors)
    voice = voice_of(lines)
    issued = Statement(voice) if voice else statement_of(document, lines, parties)
    agreements, used = find_agreements(lines, parties, issued)
    positions = PositionFinder(document, parties, issued, voice).find(lines, used)
    date = document.date
    return Negotiation(
        headline=headline(document),
        overview=overview(document),
        date=date if date and _DATE.fullmatch(date) else None,
        parties=parties.listed(),
        agreements=agreements,
        positions=positions,
    )
