"""Quotations and their speakers, by rule."""

from __future__ import annotations

from summarizer.document import Document
from summarizer.quotations.actors import Actor, ActorKind
from summarizer.quotations.find import Found, find
from summarizer.quotations.quotation import Mention, Quotation, QuotationKind, Report

__all__ = [
    "Actor",
    "ActorKind",
    "Found",
    "Mention",
    "Quotation",
    "QuotationKind",
    "Report",
    "find",
    "find_actors",
    "find_quotations",
]


def find_quotations(document: Document) -> list[Quotation]:
    """The quotations of the title and the paragraphs, in order, one entry a paragraph of each."""
    return list(find(document).quotations)


def find_actors(document: Document) -> list[Actor]:
    """Who acts and speaks in the document, in the order of their first mention."""
    return list(find(document).actors)
