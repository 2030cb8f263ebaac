"""Quotations and actors of a document, put together from marks, names and cues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.blocks import Block
from summarizer.document import Document
from summarizer.quotations.actors import Actor, to_actor
from summarizer.quotations.cast import Cast
from summarizer.quotations.clusters import cluster_names
from summarizer.quotations.headlines import echo_titles, is_title_case
from summarizer.quotations.names import NameMention, find_names
from summarizer.quotations.passages import Passage, body_blocks, find_passages
from summarizer.quotations.quotation import Mention, Quotation
from summarizer.quotations.reading import Judged, Reader


@dataclass(frozen=True, slots=True)
class Found:
    """The quotations of a document and its actors, who bear the names of the speakers."""

    quotations: tuple[Quotation, ...]
    actors: tuple[Actor, ...]


def find(document: Document) -> Found:
    """The quotations of the title and the paragraphs, in order, and the actors of the document."""
    text = document.text
    body = body_blocks(document)
    passages = find_passages(document, body)
    cast = _cast(document, body, passages)
    judged = echo_titles(text, body, Reader(text, body, passages, cast).read())
    return Found(
        quotations=tuple(_quotation(text, item, cast) for item in judged),
        actors=tuple(
            to_actor(text, cluster)
            for cluster in cast.clusters
            if cluster.mentions and (cluster.firm or cluster.description)
        ),
    )


def _cast(document: Document, body: Sequence[Block], passages: Sequence[Passage]) -> Cast:
    text = document.text
    names = [
        name for block in body if not is_title_case(text, block) for name in _names(text, block)
    ]
    captions = [name for block in document.of_kind("caption") for name in _names(text, block)]
    clusters = cluster_names(text, names, captions)
    return Cast(text, clusters, [(passage.start, passage.end) for passage in passages])


def _names(text: str, block: Block) -> list[NameMention]:
    return list(find_names(text, block.start, block.end))


def _quotation(text: str, item: Judged, cast: Cast) -> Quotation:
    start, end = item.passage.start, item.passage.end
    speaker = item.speaker
    reason = "; ".join(part for part in (item.judgement.reason, item.how) if part)
    return Quotation(
        start=start,
        end=end,
        text=text[start:end],
        kind=item.judgement.kind,
        speaker=Mention(cast.name(speaker.actor), speaker.start, speaker.end) if speaker else None,
        cue=item.cue,
        reason=reason,
    )
