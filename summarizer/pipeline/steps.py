"""The way itself, without input or output: it asks, is answered, and ends in a Summary.

A generator, so that one piece of logic serves the synchronous and the asynchronous caller.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel

from summarizer.document import Document
from summarizer.draft import DraftError
from summarizer.errors import ModelError, ReplayMiss
from summarizer.merging import merge
from summarizer.parts import Part, estimated_tokens, split
from summarizer.pipeline.asking import Answer, Asking
from summarizer.pipeline.assemble import Checked, assembled, checked, model_provenance
from summarizer.pipeline.cost import Prices
from summarizer.pipeline.part_steps import PartSteps
from summarizer.profile import Profile
from summarizer.prompting import build_request
from summarizer.request import ModelRequest
from summarizer.settings import Settings
from summarizer.summary import Finding, Summary

Steps = Asking[Summary[Any]]

_LEAST = 500
"""Tokens of the article that go into a request, however long the prompt is."""

_MOST_PARTS = 64
"""Where not even parts of a 64th help, the article's length is not the matter."""


@dataclass
class ModelSteps:
    """Summarises one document by a model, as the settings say."""

    document: Document
    profile: Profile
    model: str
    settings: Settings
    answers: list[Answer] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)

    def run(self) -> Steps:
        """Asks until there is a summary; raises what makes one impossible.

        An article that is too long for one request goes out in parts, one after another, each
        with the named items of those before it; what they give is merged by rule and audited whole.
        Where the endpoint finds a request too long, or cuts a reply off, smaller parts are tried.
        """
        first: ModelError | ReplayMiss | None = None
        for parts in self._divisions():
            try:
                best = yield from self._in_parts(parts)
            except (ModelError, ReplayMiss) as error:
                if not _helped_by_less(error):
                    raise
                first = first or error
                self.notes.clear()
                for answer in self.answers:
                    answer.used = False
            else:
                if first:
                    self.notes.append(_sent_in_parts(len(parts)))
                return self._assembled(best)
        assert first is not None, "there is a division, and it has failed"
        raise first

    def _divisions(self) -> Iterator[list[Part]]:
        """The article in parts as the settings say, then in smaller and smaller ones."""
        size = self._budget()
        parts = split(self.document, size)
        yield parts
        size = min(size, estimated_tokens(self.document.text))
        while size >= 2 * _LEAST and len(parts) <= _MOST_PARTS:
            size //= 2
            smaller = split(self.document, size)
            if len(smaller) > len(parts):
                yield (parts := smaller)

    def _in_parts(self, parts: list[Part]) -> Asking[Checked]:
        """The merged best of each part. What was answered is kept, whatever comes of it."""
        done: list[Checked] = []
        for part in parts:
            told = replace(part, known=_known(done))
            steps = PartSteps(
                self.document,
                self.profile,
                told,
                repair=self.settings.repair,
                complete=self.settings.complete,
                passes=self.settings.passes,
                opening=not self.answers,
            )
            request = self._request(told)
            try:
                done.append((yield from steps.run(request)))
            finally:
                self.answers += steps.answers
            self.notes += steps.notes
        return done[0] if len(done) == 1 else self._whole(done)

    def _assembled(self, best: Checked) -> Summary[Any]:
        prices = Prices(self.settings.price_in, self.settings.price_out)
        told = model_provenance(self.profile, self.answers, prices)
        return assembled(best, self.profile, told, self.notes)

    def _budget(self) -> int:
        """Tokens of one request that the article may have."""
        prompt = self.profile.render(self.settings.language)
        own = estimated_tokens(prompt) + estimated_tokens(str(self.profile.draft_schema))
        return max(_LEAST, self.settings.max_tokens_per_call - own)

    def _request(self, part: Part) -> ModelRequest:
        return build_request(
            self.document,
            self.profile,
            model=self.answers[0].request.model if self.answers else self.model,
            parameters=self.settings.parameters(),
            language=self.settings.language,
            part=part,
        )

    def _whole(self, done: list[Checked]) -> Checked:
        content = merge([part.content for part in done])
        return checked(content, self.document, self.answers[0].request.messages[0]["content"])


def _helped_by_less(error: ModelError | ReplayMiss) -> bool:
    """Whether smaller parts may help: a replay finds those that helped when it was recorded.

    What a reply that does not parse is told to be is judged by why it could not be asked anew.
    """
    why = error.__cause__ if isinstance(error, DraftError) and error.__cause__ else error
    return isinstance(why, ReplayMiss) or getattr(why, "reason", "") in {"too-long", "truncated"}


def _sent_in_parts(count: int) -> Finding:
    return Finding(
        code="sent-in-parts",
        severity="note",
        message=f"One request could not hold the article, or its reply: it went out in {count} parts.",
    )


def _known(done: list[Checked]) -> tuple[dict[str, str], ...]:
    """Whatever has an id and a name in the parts before: the parties of a negotiation."""
    if not done:
        return ()
    content = merge([part.content for part in done])
    return tuple(
        {"id": item.id, "name": item.name}
        for value in content.__dict__.values()
        if isinstance(value, list)
        for item in value
        if isinstance(item, BaseModel) and hasattr(item, "id") and hasattr(item, "name")
    )
