"""Goes through the quotations of a document in order and finds who speaks each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.blocks import Block
from summarizer.quotations.attribution import attribute, reported
from summarizer.quotations.cast import Cast
from summarizer.quotations.frames import Sentence, frame_sentences
from summarizer.quotations.kinds import Judgement, judge
from summarizer.quotations.passages import Passage
from summarizer.quotations.speakers import Speaker, introduced_by, speaker_of
from summarizer.quotations.transcripts import is_questioner


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence without quotation that tells what somebody says (code points)."""

    start: int
    end: int
    speaker: Speaker
    cue: str


@dataclass(slots=True)
class Judged:
    """A passage with its kind and speaker; `how` is the rule that found the speaker."""

    passage: Passage
    judgement: Judgement
    speaker: Speaker | None = None
    cue: str | None = None
    how: str = ""


class Reader:
    """Reads the quotations of a document and remembers who spoke last."""

    def __init__(
        self, text: str, body: Sequence[Block], passages: Sequence[Passage], cast: Cast
    ) -> None:
        self._text = text
        self._body = body
        self._passages = passages
        self._numbered: dict[int, list[tuple[int, Passage]]] = {}
        for pair in enumerate(passages):
            self._numbered.setdefault(pair[1].block, []).append(pair)
        self._cast = cast
        self._judged: list[Judged] = []
        self._told: list[Told] = []

    def read(self) -> list[Judged]:
        """Every passage, judged, in order."""
        for index in self._numbered:
            self._read_paragraph(index)
        share_chains(self._judged)
        return self._judged

    def read_all(self) -> tuple[list[Judged], list[Told]]:
        """Every passage, and every sentence without one that tells what somebody says."""
        for index, block in enumerate(self._body):
            self._read_paragraph(index, reports=block.kind != "title")
        share_chains(self._judged)
        return self._judged, self._told

    def _read_paragraph(self, index: int, *, reports: bool = False) -> None:
        numbered = self._numbered.get(index, [])
        if numbered and numbered[0][1].form == "turn":
            self._judged.extend(self._turn(passage) for _, passage in numbered)
            return
        sentences = self._sentences(index)
        for place, sentence in enumerate(sentences):
            if reports and not any(token.passage is not None for token in sentence):
                self._report(sentence)
            for at, token in enumerate(sentence):
                if token.passage is not None:
                    passage = self._passages[token.passage]
                    self._judged.append(self._judge(sentences[:place], sentence, at, passage))

    def _report(self, sentence: Sentence) -> None:
        attribution = reported(sentence)
        if attribution:
            speaker = speaker_of(self._text, self._cast, sentence, attribution.phrase)
            self._told.append(Told(sentence[0].start, sentence[-1].end, speaker, attribution.cue))

    def _turn(self, passage: Passage) -> Judged:
        judgement = Judgement("direct", "turn of a transcript")
        start, end = passage.label or (passage.start, passage.start)
        label = self._text[start:end]
        if is_questioner(label):
            return Judged(passage, judgement, None, label, "the label names nobody")
        actor = self._cast.labelled(label, start, end)
        return Judged(passage, judgement, Speaker(actor, start, end), label, "label")

    def _judge(
        self, earlier: Sequence[Sentence], sentence: Sentence, at: int, passage: Passage
    ) -> Judged:
        attribution = attribute(sentence, at)
        judgement = judge(sentence, at, passage, attribution)
        if judgement.kind == "scare":
            return Judged(passage, judgement)
        if attribution is None:
            return self._floating(earlier, passage, judgement)
        speaker = speaker_of(self._text, self._cast, sentence, attribution.phrase)
        return Judged(passage, judgement, speaker, attribution.cue, attribution.reason)

    def _floating(
        self, earlier: Sequence[Sentence], passage: Passage, judgement: Judgement
    ) -> Judged:
        """A statement without attribution of its own inherits its speaker."""
        last = self._judged[-1] if self._judged else None
        if last and last.passage.block == passage.block and last.speaker:
            how = "same speaker as before in the paragraph"
            return Judged(passage, judgement, last.speaker, None, how)
        if speaker := introduced_by(self._text, self._cast, _free(earlier)):
            return Judged(passage, judgement, speaker, None, "introduced by the sentence before")
        if speaker := self._introduced_in_paragraph(passage.block - 1):
            return Judged(passage, judgement, speaker, None, "introduced by the paragraph before")
        if last and last.speaker and last.passage.block >= passage.block - 1:
            how = "same speaker as in the paragraph before"
            return Judged(passage, judgement, last.speaker, None, how)
        return Judged(passage, judgement, how="no speaker found")

    def _introduced_in_paragraph(self, index: int) -> Speaker | None:
        if index < 0 or self._body[index].kind == "title":
            return None
        numbered = self._numbered.get(index, [])
        if numbered and numbered[0][1].form == "turn":
            return None
        return introduced_by(self._text, self._cast, _free(self._sentences(index)))

    def _sentences(self, index: int) -> list[Sentence]:
        block = self._body[index]
        numbered = self._numbered.get(index, [])
        return frame_sentences(self._text, block.start, block.end, numbered)


def _free(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences after the last one that holds a quotation."""
    free: list[Sentence] = []
    for sentence in reversed(sentences):
        if any(token.passage is not None for token in sentence):
            break
        if sentence:
            free.insert(0, sentence)
    return free


def share_chains(judged: Iterable[Judged]) -> None:
    """Gives the paragraphs of one quotation the speaker that one of them names."""
    chains: dict[int, list[Judged]] = {}
    for item in judged:
        chains.setdefault(item.passage.chain, []).append(item)
    for items in chains.values():
        told = next((item for item in items if item.cue), None)
        if told is None or len(items) == 1:
            continue
        for item in items:
            item.speaker, item.cue = told.speaker, told.cue
            item.judgement = Judgement("direct", item.judgement.reason)
