"""The way itself, without input or output: it asks, is answered, and ends in a Summary.

A generator, so that one piece of logic serves the synchronous and the asynchronous caller.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import BaseModel

from summarizer.audit import Subject
from summarizer.document import Document
from summarizer.draft import DraftError, read_reply, reply_text
from summarizer.errors import ModelError, ReplayMiss, SummarizerError
from summarizer.pipeline.assemble import assembled, model_provenance
from summarizer.pipeline.repair import is_better, to_be_repaired
from summarizer.profile import Profile
from summarizer.prompting import build_re_ask, build_repair, build_request
from summarizer.request import ModelRequest, Purpose, Reply
from summarizer.summary import Finding, ReplySource, Summary


@dataclass(frozen=True, slots=True)
class Ask:
    """A request to be answered, and why it is made."""

    request: ModelRequest
    purpose: Purpose


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """The reply to an `Ask`, where it came from, and the request that it really answers.

    The request differs from the one asked in its model alone, when a recording names another.
    """

    ask: Ask
    request: ModelRequest
    reply: Reply
    source: ReplySource


Steps: TypeAlias = "Generator[Ask, Answer, Summary[Any]]"


@dataclass
class ModelSteps:
    """Summarises one document by a model.

    `repair` is how often errors that the audit finds are sent back, `complete` whether unused
    quotations are sent with them. `parameters` and `language` are those of `build_request`.
    """

    document: Document
    profile: Profile
    model: str
    parameters: dict[str, Any]
    language: str | None
    repair: int
    complete: bool

    def run(self) -> Steps:
        """Asks until there is a summary; raises what makes one impossible.

        A failure of the first request ends it. A reply that does not parse is asked for once more.
        A repair that fails leaves the summary that there is, with a finding that says so.
        """
        answers: list[Answer] = []
        first = yield from self._drafted(answers)
        best, used = first, answers[-1]
        notes: list[Finding] = []
        for _ in range(self.repair):
            lines = to_be_repaired(best, self.document, complete=self.complete)
            if not lines:
                break
            request = build_repair(answers[0].request, reply_text(used.reply) or "", lines)
            try:
                answers.append((yield Ask(request, "repair")))
                tried = self._summary(self._read(answers[-1]), answers)
            except SummarizerError as error:
                notes.append(_left_as_it_was(error))
                break
            if not is_better(tried, best):
                notes.append(_not_taken())
                break
            best, used = tried, answers[-1]
        provenance = model_provenance(self.profile, answers, used)
        return best.model_copy(
            update={"findings": [*best.findings, *notes], "provenance": provenance}
        )

    def _drafted(self, answers: list[Answer]) -> Steps:
        """The first summary; what was answered on the way is added to `answers`."""
        request = build_request(
            self.document,
            self.profile,
            model=self.model,
            parameters=self.parameters,
            language=self.language,
        )
        answers.append((yield Ask(request, "summarise")))
        try:
            content = self._read(answers[0])
        except DraftError as error:
            answers.append((yield from _asked_again(answers[0], error)))
            content = self._read(answers[1])
        return self._summary(content, answers)

    def _read(self, answer: Answer) -> BaseModel:
        return read_reply(answer.reply, self.profile.schema, name=self.profile.draft_schema["name"])

    def _summary(self, content: BaseModel, answers: list[Answer]) -> Summary[Any]:
        stable_text = answers[0].request.messages[0]["content"]
        subject = Subject(content=content, document=self.document, stable_text=stable_text)
        provenance = model_provenance(self.profile, answers, answers[-1])
        return assembled(subject, self.profile, provenance)


def _asked_again(first: Answer, error: DraftError) -> Generator[Ask, Answer, Answer]:
    """The answer to a second request that tells where the first reply was wrong.

    Raises the first error when there is no second answer: the first reply cannot be used.
    """
    request = build_re_ask(first.request, reply_text(first.reply) or "", error.places)
    try:
        return (yield Ask(request, "re-ask"))
    except SummarizerError as failed:
        raise error from failed


def _left_as_it_was(error: SummarizerError) -> Finding:
    """Why a repair came to nothing: it was not recorded, or it failed."""
    if isinstance(error, ReplayMiss):
        return Finding(
            code="follow-up-not-recorded",
            severity="note",
            message="The errors would be sent back to the model, but no reply to that is stored.",
        )
    reason = error.reason if isinstance(error, ModelError) else "failed"
    return Finding(
        code="follow-up-failed",
        severity="note",
        message=f"The errors were sent back to the model, without a usable answer ({reason}).",
    )


def _not_taken() -> Finding:
    return Finding(
        code="repair-not-taken",
        severity="note",
        message="The errors were sent back to the model; its second summary was no better.",
    )
