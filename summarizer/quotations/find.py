"""Quotations and actors of a document, put together from marks, names and cues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from summarizer.blocks import Block
from summarizer.document import Document
from summarizer.quotations.actors import Actor, Cluster, cluster_names
from summarizer.quotations.attribution import attribute, before
from summarizer.quotations.cast import Cast
from summarizer.quotations.frames import Sentence, Token, frame_sentences
from summarizer.quotations.kinds import Judgement, judge
from summarizer.quotations.names import find_names
from summarizer.quotations.passages import Passage, body_blocks, find_passages
from summarizer.quotations.phrases import Phrase, is_personal
from summarizer.quotations.quotation import Mention, Quotation


@dataclass(frozen=True, slots=True)
class Found:
    """The quotations of a document and its actors, who bear the names of the speakers."""

    quotations: tuple[Quotation, ...]
    actors: tuple[Actor, ...]


@dataclass(slots=True)
class _Judged:
    passage: Passage
    judgement: Judgement
    speaker: tuple[int, int, int] | None
    cue: str | None
    how: str


def find(document: Document) -> Found:
    """The quotations of the body, in order, and the actors of the document."""
    body = body_blocks(document)
    passages = find_passages(document, body)
    cast = _cast(document, body, passages)
    judged = _Reader(document, body, passages, cast).read()
    return Found(
        tuple(_quotation(document.text, item, cast) for item in judged),
        tuple(_actor(cluster) for cluster in cast.clusters if cluster.mentions),
    )


def _cast(document: Document, body: Sequence[Block], passages: Sequence[Passage]) -> Cast:
    text = document.text
    names = [name for block in body for name in find_names(text, block.start, block.end)]
    captions = [
        name
        for block in document.of_kind("caption")
        for name in find_names(text, block.start, block.end)
    ]
    clusters = cluster_names(text, names, captions)
    return Cast(text, clusters, [(passage.start, passage.end) for passage in passages])


class _Reader:
    """Goes through the quotations in order and remembers who spoke last."""

    def __init__(
        self, document: Document, body: Sequence[Block], passages: Sequence[Passage], cast: Cast
    ) -> None:
        self._text = document.text
        self._body = body
        self._passages = passages
        self._cast = cast
        self._judged: list[_Judged] = []

    def read(self) -> list[_Judged]:
        numbered = list(enumerate(self._passages))
        for index, group in groupby(numbered, key=lambda pair: pair[1].block):
            self._read_paragraph(index, list(group))
        self._share_chains()
        return self._judged

    def _read_paragraph(self, index: int, group: Sequence[tuple[int, Passage]]) -> None:
        block = self._body[index]
        if group[0][1].form == "turn":
            self._judged.append(self._turn(group[0][1]))
            return
        for sentence in frame_sentences(self._text, block.start, block.end, group):
            for at, token in enumerate(sentence):
                if token.passage is not None:
                    self._judged.append(self._judge(sentence, at, self._passages[token.passage]))

    def _turn(self, passage: Passage) -> _Judged:
        start, end = passage.label or (passage.start, passage.start)
        label = self._text[start:end]
        number = self._cast.labelled(label, start, end)
        return _Judged(
            passage,
            Judgement("direct", "turn of a transcript"),
            (number, start, end),
            label,
            "label",
        )

    def _judge(self, sentence: Sentence, at: int, passage: Passage) -> _Judged:
        attribution = attribute(sentence, at)
        judgement = judge(sentence, at, passage, attribution)
        if judgement.kind == "scare" or attribution is None:
            return self._floating(passage, judgement)
        speaker = self._speaker(sentence, attribution.phrase)
        return _Judged(passage, judgement, speaker, attribution.cue, attribution.reason)

    def _speaker(self, sentence: Sequence[Token], phrase: Phrase) -> tuple[int, int, int]:
        first, last = sentence[phrase.first], sentence[phrase.last]
        start, end = first.start, last.end
        number = self._resolve(first, start, end, single=phrase.first == phrase.last)
        self._cast.note(start, end, number)
        return number, start, end

    def _resolve(self, first: Token, start: int, end: int, *, single: bool) -> int:
        phrase = self._text[start:end]
        if single and is_personal(first):
            number = self._pronoun(first.key, start)
            return number if number is not None else self._cast.add(phrase, start, end)
        for number in (self._cast.named(start, end), self._cast.described(phrase, start)):
            if number is not None:
                return number
        return self._cast.add(phrase, start, end)

    def _pronoun(self, key: str, position: int) -> int | None:
        return self._cast.pronoun(key, position)

    def _floating(self, passage: Passage, judgement: Judgement) -> _Judged:
        """A quotation without attribution of its own: a statement inherits its speaker."""
        if judgement.kind == "scare":
            return _Judged(passage, judgement, None, None, "")
        earlier = self._judged[-1] if self._judged else None
        if earlier and earlier.passage.block == passage.block and earlier.speaker:
            return _Judged(
                passage, judgement, earlier.speaker, None, "same speaker as before in the paragraph"
            )
        if speaker := self._introduced(passage):
            return _Judged(passage, judgement, speaker, None, "introduced by the paragraph before")
        if earlier and earlier.speaker and earlier.passage.block >= passage.block - 1:
            return _Judged(
                passage, judgement, earlier.speaker, None, "same speaker as in the paragraph before"
            )
        return _Judged(passage, judgement, None, None, "no speaker found")

    def _introduced(self, passage: Passage) -> tuple[int, int, int] | None:
        """The subject of the last cue before the quotation: in its paragraph, else in the one before."""
        block = self._body[passage.block]
        starts = (
            [block.start, self._body[passage.block - 1].start] if passage.block else [block.start]
        )
        upper = passage.start
        for start in starts:
            end = min(
                upper, next((q.start for q in self._passages if start <= q.start < upper), upper)
            )
            for sentence in reversed(frame_sentences(self._text, start, upper, [])):
                if not sentence or end < upper:
                    continue
                found = before(sentence, len(sentence), 0)
                if found:
                    return self._speaker(sentence, found.phrase)
            upper = start
        return None

    def _share_chains(self) -> None:
        """Gives the paragraphs of one quotation the speaker that one of them names."""
        by_chain: dict[int, list[_Judged]] = {}
        for item in self._judged:
            by_chain.setdefault(item.passage.chain, []).append(item)
        for items in by_chain.values():
            told = next((item for item in items if item.cue), None)
            if told is None or len(items) == 1:
                continue
            for item in items:
                item.speaker, item.judgement = (
                    told.speaker,
                    Judgement("direct", item.judgement.reason),
                )
                item.cue = item.cue or told.cue


def _quotation(text: str, item: _Judged, cast: Cast) -> Quotation:
    passage = item.passage
    speaker = None
    if item.speaker:
        number, start, end = item.speaker
        speaker = Mention(cast.clusters[number].name, start, end)
    reason = "; ".join(part for part in (item.judgement.reason, item.how) if part)
    return Quotation(
        passage.start,
        passage.end,
        text[passage.start : passage.end],
        item.judgement.kind,
        speaker,
        item.cue,
        reason,
    )


def _actor(cluster: Cluster) -> Actor:
    name = cluster.name
    others = [n for n in cluster.names if n != name]
    return Actor(
        name,
        cluster.kind or ("person" if cluster.told else "organisation"),
        cluster.offices[0] if cluster.offices else None,
        tuple(others),
        tuple(sorted(set(cluster.mentions))),
    )
