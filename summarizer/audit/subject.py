"""What the checks look at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter

from pydantic import BaseModel

from summarizer.audit.cast import Cast
from summarizer.audit.claims import Claim, find_claims
from summarizer.audit.reading.article import Article, looks_english
from summarizer.audit.reading.example import names_in_prompt
from summarizer.audit.statements import Statement, find_statements
from summarizer.audit.uses import Use, find_uses
from summarizer.audit.voices import Voice, sure_voices
from summarizer.document import Document
from summarizer.grounding import Grounding
from summarizer.quotations import Found, Quotation, find
from summarizer.schemas.evidence import Quote, walk
from summarizer.schemas.negotiation import Negotiation


@dataclass(frozen=True)
class Subject:
    """A grounded summary beside its article.

    `groundings` are keyed by the quote's JSON pointer, as `ground_content` gives them.
    `stable_text` is what the prompt says to every article ("" when there was no prompt).
    """

    content: BaseModel
    document: Document
    groundings: dict[str, Grounding] = field(default_factory=dict)
    stable_text: str = ""

    @cached_property
    def models(self) -> list[tuple[str, BaseModel]]:
        """Every model in the summary with its JSON pointer, in reading order, quotes included."""
        return list(walk(self.content, "/content"))

    @cached_property
    def quotes(self) -> list[tuple[str, Quote]]:
        """Every quote with its JSON pointer, in reading order."""
        return [(at, item) for at, item in self.models if isinstance(item, Quote)]

    @cached_property
    def claims(self) -> list[Claim]:
        """Every text in the model's own words, in reading order."""
        return list(find_claims(self.models))

    @cached_property
    def statements(self) -> list[Statement]:
        """What each item states, beside its proof."""
        return list(find_statements(self.claims, self.document))

    @cached_property
    def uses(self) -> list[Use]:
        """Every id by which an item refers to another, in reading order."""
        return list(find_uses(self.models))

    def proof(self, quotes: Iterable[Quote]) -> str:
        """The article's own words for `quotes`: of an altered one, the nearest passage."""
        spans = (quote.span or quote.nearest for quote in quotes)
        return "\n".join(self.document.slice(span.start, span.end) for span in spans if span)

    @cached_property
    def _evidence(self) -> list[tuple[int, int]]:
        """Where exact evidence stands, without overlaps, in order."""
        joined: list[tuple[int, int]] = []
        for start, end in sorted((q.span.start, q.span.end) for _, q in self.quotes if q.span):
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return joined

    def covered(self, start: int, end: int) -> int:
        """How many characters of a range of the article lie in exact evidence."""
        spans = self._evidence
        first = bisect_right(spans, start, key=itemgetter(1))
        last = bisect_left(spans, end, key=itemgetter(0))
        return sum(min(e, end) - max(s, start) for s, e in spans[first:last])

    @cached_property
    def body_quotations(self) -> list[tuple[Quotation, int]]:
        """The direct and mixed quotations of paragraphs, and how much of each is covered."""
        return [
            (quotation, self.covered(quotation.start, quotation.end))
            for quotation in self.found.quotations
            if quotation.kind != "scare" and self._in_paragraph(quotation)
        ]

    def _in_paragraph(self, quotation: Quotation) -> bool:
        blocks = self.article.blocks_in(quotation.start, quotation.end)
        return all(block.kind == "paragraph" for block in blocks)

    @cached_property
    def article(self) -> Article:
        """The article as the checks read it."""
        return Article(self.document)

    @cached_property
    def found(self) -> Found:
        """The quotations and actors of the article, found by rule."""
        return find(self.document)

    @cached_property
    def in_english(self) -> bool:
        """Whether both the article and what the summary says of it look like English."""
        prose = " ".join(claim.text for claim in self.claims if claim.kind == "prose")
        return self.article.is_english and looks_english(prose)

    @cached_property
    def example_names(self) -> frozenset[str]:
        """The names of the prompt's example that the article does not have."""
        article = self.article.words.words | self.article.foreign_words.words
        names = names_in_prompt(self.stable_text)
        return frozenset(name for name in names if name.casefold() not in article)

    @cached_property
    def voices(self) -> list[Voice]:
        """The quotations whose speaker the article names beside them."""
        return sure_voices(self.found.quotations, self.document)

    @cached_property
    def cast(self) -> Cast:
        """The parties of a `Negotiation` beside the actors of the article."""
        parties = self.content.parties if isinstance(self.content, Negotiation) else ()
        return Cast(parties, self.found.actors)
