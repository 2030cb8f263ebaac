"""The shape of a business deal: what `deal.md` asks a model for."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from summarizer.schemas.evidence import Quote, Record


class Term(Record):
    """One thing that the deal provides for, and the words that say so."""

    what: str = Field(max_length=300)
    evidence: list[Quote] = Field(max_length=5)


class Deal(Record):
    """A deal as one article tells it."""

    headline: str = Field(max_length=300)
    buyer: str | None = Field(max_length=200, description="null if the article names none")
    seller: str | None = Field(max_length=200, description="null if the article names none")
    stage: Literal["signed", "agreed", "in talks", "called off"]
    price: Quote | None = Field(description="the words that state the price, null if none do")
    terms: list[Term] = Field(max_length=20)
