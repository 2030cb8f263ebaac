"""Text in the article that speaks to a model, and evidence that was taken from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from summarizer.audit.reading.article import Article
from summarizer.audit.reading.model_talk import Passage, model_talk
from summarizer.audit.subject import Subject
from summarizer.blocks import Block
from summarizer.schemas.evidence import Span
from summarizer.summary import Finding

_KEY = re.compile(r"[\"“”]([A-Za-z_]\w*)[\"“”]\s*:")
_FEWEST_KEYS = 3
_ENOUGH = 600
"""Characters: of a longer paragraph, only the part from the sign on is told."""


def text_for_a_model(subject: Subject) -> Iterator[Finding]:
    """`text-addresses-model`, and `evidence-addresses-model` for what lies in such text.

    A warning and no more: patterns find a part of such texts, and honest text may look like one.
    """
    article = subject.article
    words = article.words.words | article.foreign_words.words
    passages = [*model_talk(subject.document.text, words), *_answers(subject)]
    told = list(_by_block(passages, article))
    for passage in told:
        yield Finding(
            code="text-addresses-model",
            severity="warning",
            span=Span(start=passage.start, end=passage.end),
            message=f"The article has text that {passage.does}; what the summary takes from it may be "
            "planted.",
        )
    for at, quote in subject.quotes:
        span = quote.span or quote.nearest
        if span and any(span.start < p.end and p.start < span.end for p in told):
            yield Finding(
                code="evidence-addresses-model",
                severity="warning",
                at=at,
                span=span,
                message="This evidence lies in text that speaks to a model, and may be planted.",
            )


def _by_block(passages: Iterable[Passage], article: Article) -> Iterator[Passage]:
    """One passage for each block with a sign: all of a short block, else from its first sign on."""
    first: dict[Block, Passage] = {}
    for passage in sorted(passages):
        for block in article.blocks_in(passage.start, passage.end):
            first.setdefault(block, passage)
    for block, passage in first.items():
        short = block.end - block.start <= _ENOUGH
        yield Passage(
            block.start if short else max(passage.start, block.start), block.end, passage.does
        )


def _answers(subject: Subject) -> Iterator[Passage]:
    """JSON with several keys of the summary's own schema: an answer made ready in the article."""
    found = [*_KEY.finditer(subject.document.text)]
    if len(found) < _FEWEST_KEYS:
        return
    known = _fields(type(subject.content))
    keys = [match for match in found if match[1] in known]
    if len({match[1] for match in keys}) >= _FEWEST_KEYS:
        yield Passage(keys[0].start(), keys[-1].end(), "has the form of a model's answer")


def _fields(schema: type[BaseModel]) -> frozenset[str]:
    """The names of all properties of a schema."""
    definitions = schema.model_json_schema()
    parts = [definitions, *definitions.get("$defs", {}).values()]
    return frozenset(name for part in parts for name in part.get("properties", {}))
