"""What the checks look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from pydantic import BaseModel

from summarizer.document import Document
from summarizer.grounding import Grounding
from summarizer.quotations import Quotation, find_quotations
from summarizer.schemas.evidence import Quote, quotes


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
    def quotes(self) -> list[tuple[str, Quote]]:
        """Every quote with its JSON pointer, in reading order."""
        return list(quotes(self.content, "/content"))

    @cached_property
    def quotations(self) -> list[Quotation]:
        """The quotations of the article, found by rule."""
        return find_quotations(self.document)
