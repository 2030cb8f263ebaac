"""Stated positions: sentences that quote somebody, or tell what somebody says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.document import Document
from summarizer.extractive.holders import asked_in, holder_of
from summarizer.extractive.lines import Line
from summarizer.extractive.parties import Parties
from summarizer.extractive.phrases import pattern, words
from summarizer.extractive.statements import Statement
from summarizer.extractive.topics import Topics
from summarizer.extractive.wording import statement
from summarizer.schemas.evidence import Quote
from summarizer.schemas.negotiation import Form, Position

_MOST = 1000
_LONGEST_EVIDENCE = 20_000
_FEWEST_WORDS = 3
_SHORT_SENTENCE = 9
_HE_SAYS = re.compile(
    r"[\"“‘']?(?:He|She)\s(?:also\s|further\s)?(?:added|said|stressed|noted|wants|emphasi[sz]ed|insisted)\b"
)
_NOBODY = frozenset({"he", "she", "it", "they", "we", "i", "you", "both", "one", "some", "others"})


@dataclass(frozen=True, slots=True)
class _Said:
    """One or more sentences in a row that tell one point (code points)."""

    line: Line
    end: int
    speaker: str


class PositionFinder:
    """Finds the positions of one article.

    `voice` is the actor to whom the whole text is attributable, `issued` the statement that it is.
    """

    def __init__(
        self, document: Document, parties: Parties, issued: Statement | None, voice: str | None
    ) -> None:
        self._document = document
        self._parties = parties
        self._issued = issued
        self._voice = voice
        self._topics = Topics(document)
        self._last_holder: str | None = None

    def find(self, lines: Sequence[Line], used: set[int]) -> list[Position]:
        """The positions in order; sentences that begin at `used` are agreements."""
        positions: list[Position] = []
        for said in self._said([line for line in lines if line.start not in used]):
            position = self._position(len(positions) + 1, said)
            if position and len(positions) < _MOST:
                positions.append(position)
                for name in asked_in(said.line, self._parties):
                    self._parties.id_of(name)
        return positions

    def _said(self, lines: Sequence[Line]) -> Iterator[_Said]:
        """The sentences that state something, short ones joined to the quotation they go on with."""
        last: _Said | None = None
        for line in lines:
            speaker = self._speaker(line)
            if speaker is None:
                continue
            if last and self._goes_on(last, line, speaker):
                last = _Said(last.line, line.end, speaker)
                continue
            if last:
                yield last
            last = _Said(line, line.end, speaker)
        if last:
            yield last

    def _speaker(self, line: Line) -> str | None:
        if pattern("courtesies").search(line.text):
            return None
        if self._issued and self._issued.is_own(line):
            return self._issued.issuer
        if not line.quoted and line.report and line.report.cue.casefold() in words("passing_cues"):
            return None
        if line.quoted and not line.report and _words_quoted(line) < _FEWEST_WORDS:
            return None
        name = line.speaker.name if line.speaker else None
        return None if name is None or name.casefold() in _NOBODY else name

    def _goes_on(self, last: _Said, line: Line, speaker: str) -> bool:
        """Whether a short sentence goes on with the quotation of the one right before."""
        if speaker != last.speaker or self._document.slice(last.end, line.start).strip():
            return False
        within = bool(line.quoted) and line.quoted[0].start <= last.end
        return within and line.block == last.line.block and len(line.text.split()) < _SHORT_SENTENCE

    def _position(self, number: int, said: _Said) -> Position | None:
        name = self._holder(said)
        holder = self._parties.id_of(name)
        speaker = self._parties.id_of(self._voice or said.speaker)
        self._last_holder = name
        if holder is None or speaker is None:
            return None
        text = self._document.slice(said.line.start, said.end)
        return Position(
            id=f"p{number}",
            holder=holder,
            speaker=speaker,
            topic=self._topics.topic(text, self._known(said)),
            statement=statement(text),
            form=self._form(said.line),
            evidence=[Quote(text=text[:_LONGEST_EVIDENCE])],
        )

    def _holder(self, said: _Said) -> str:
        """The name of the holder, which a "he" within a quotation takes from the one before."""
        line = said.line
        if self._issued and line.report and self._issued.is_own(line):
            signed = line.report.speaker.name in self._issued.signatories
            return line.report.speaker.name if signed else said.speaker
        if self._last_holder and line.quoted and _HE_SAYS.match(line.text):
            return self._last_holder
        return holder_of(line, said.speaker, self._parties)

    def _known(self, said: _Said) -> list[str]:
        """The words that name the speaker: no topic of what is said."""
        actor = self._parties.actor(said.speaker)
        names = [said.speaker, *((actor.role or "", *actor.aliases) if actor else ())]
        return [word.casefold() for name in names for word in re.findall(r"[\w’'-]+", name)]

    def _form(self, line: Line) -> Form:
        kinds = {quotation.kind for quotation in line.quoted}
        if not kinds:
            own = self._voice or (self._issued and self._issued.is_own(line))
            return "direct" if own else "indirect"
        return "direct" if kinds == {"direct"} else "mixed"


def _words_quoted(line: Line) -> int:
    return sum(len(re.findall(r"\w+", quotation.text)) for quotation in line.quoted)
