"""The way itself, without input or output: it asks, is answered, and ends in a Summary.

A generator, so that one piece of logic serves the synchronous and the asynchronous caller.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from summarizer.document import Document
from summarizer.merging import merge
from summarizer.parts import Part, estimated_tokens, split
from summarizer.pipeline.asking import Answer, Asking
from summarizer.pipeline.assemble import Checked, assembled, checked, model_provenance
from summarizer.pipeline.cost import Prices
from summarizer.pipeline.part_steps import PartSteps
from summarizer.profile import Profile
from summarizer.prompting import build_request
from summarizer.settings import Settings
from summarizer.summary import Finding, Summary

Steps = Asking[Summary[Any]]

_LEAST = 500
"""Tokens of the article that go into a request, however long the prompt is."""


@dataclass
class ModelSteps:
    """Summarises one document by a model, as the settings say."""

    document: Document
    profile: Profile
    model: str
    settings: Settings

    def run(self) -> Steps:
        """Asks until there is a summary; raises what makes one impossible.

        An article that is too long for one request goes out in parts, one after another, each
        with the named items of those before it; what they give is merged by rule and audited whole.
        """
        answers: list[Answer] = []
        notes: list[Finding] = []
        done: list[Checked] = []
        for part in split(self.document, self._budget()):
            part = replace(part, known=_known(done))  # noqa: PLW2901 - the same part, told more
            steps = PartSteps(
                self.document,
                self.profile,
                part,
                repair=self.settings.repair,
                complete=self.settings.complete,
                passes=self.settings.passes,
            )
            done.append((yield from steps.run(self._request(part, answers))))
            answers += steps.answers
            notes += steps.notes
        best = done[0] if len(done) == 1 else self._whole(done, answers)
        prices = Prices(self.settings.price_in, self.settings.price_out)
        told = model_provenance(self.profile, answers, prices)
        return assembled(best, self.profile, told, notes)

    def _budget(self) -> int:
        """Tokens of one request that the article may have."""
        prompt = self.profile.render(self.settings.language)
        own = estimated_tokens(prompt) + estimated_tokens(str(self.profile.draft_schema))
        return max(_LEAST, self.settings.max_tokens_per_call - own)

    def _request(self, part: Part, answers: list[Answer]) -> Any:
        return build_request(
            self.document,
            self.profile,
            model=answers[0].request.model if answers else self.model,
            parameters=self.settings.parameters(),
            language=self.settings.language,
            part=part,
        )

    def _whole(self, done: list[Checked], answers: list[Answer]) -> Checked:
        content = merge([part.content for part in done])
        return checked(content, self.document, answers[0].request.messages[0]["content"])


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
