"""Quotations and actors of a document, put together from marks, names and cues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.blocks import Block
from summarizer.document import Document
from summarizer.quotations.actors import Actor, is_certain, to_actor
from summarizer.quotations.cast import Cast
from summarizer.quotations.clusters import cluster_names
from summarizer.quotations.headlines import echo_titles, is_title_case
from summarizer.quotations.names import NameMention, find_names
from summarizer.quotations.passages import Passage, body_blocks, find_passages
from summarizer.quotations.quotation import Mention, Quotation, Report
from summarizer.quotations.reading import Judged, Reader
from summarizer.quotations.speakers import Speaker


@dataclass(frozen=True, slots=True)
class Found:
    """The quotations and reports of a document, and its actors, who bear the speakers' names."""

    quotations: tuple[Quotation, ...]
    reports: tuple[Report, ...]
    actors: tuple[Actor, ...]


def find(document: Document, *, reports: bool = False) -> Found:
    """The quotations of the title and the paragraphs, in order, and the actors of the document.

    With `reports`, also the sentences without quotation that tell what somebody says.
    """
    text = document.text
    body = body_blocks(document)
    passages = find_passages(document, body)
    cast = _cast(document, body, passages)
    reader = Reader(text, body, passages, cast)
    judged, told = reader.read_all() if reports else (reader.read(), [])
    return Found(
        quotations=tuple(_quotation(text, item, cast) for item in echo_titles(text, body, judged)),
        reports=tuple(
            Report(item.start, item.end, _mention(item.speaker, cast), item.cue) for item in told
        ),
        actors=tuple(
            to_actor(text, cluster)
            for cluster in cast.clusters
            if cluster.mentions and is_certain(cluster)
        ),
    )


def _cast(document: Document, body: Sequence[Block], passages: Sequence[Passage]) -> Cast:
    text = document.text
    names = [
        name for block in body if not is_title_case(text, block) for name in _names(text, block)
    ]
    captions = [name for block in document.of_kind("caption") for name in _names(text, block)]
    clusters = cluster_names(text, names, captions)
    cast = Cast(text, clusters, [(passage.start, passage.end) for passage in passages])
    for office in names:
        if (
            not office.name
            and (actor := cast.described(text[office.start : office.end], office.start)) is not None
        ):
            cast.note(office.start, office.end, actor)
    return cast


def _names(text: str, block: Block) -> list[NameMention]:
    return list(find_names(text, block.start, block.end))


def _mention(speaker: Speaker, cast: Cast) -> Mention:
    return Mention(cast.name(speaker.actor), speaker.start, speaker.end)


def _quotation(text: str, item: Judged, cast: Cast) -> Quotation:
    start, end = item.passage.start, item.passage.end
    speaker = item.speaker
    reason = "; ".join(part for part in (item.judgement.reason, item.how) if part)
    return Quotation(
        start=start,
        end=end,
        text=text[start:end],
        kind=item.judgement.kind,
        speaker=_mention(speaker, cast) if speaker else None,
        cue=item.cue,
        reason=reason,
    )
