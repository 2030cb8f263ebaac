"""The way itself, without input or output: it asks, is answered, and ends in a Summary.

A generator, so that one piece of logic serves the synchronous and the asynchronous caller.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

from summarizer.audit import Subject
from summarizer.document import Document
from summarizer.draft import DraftError, read_reply, reply_text
from summarizer.errors import SummarizerError
from summarizer.pipeline.assemble import assembled, model_provenance
from summarizer.profile import Profile
from summarizer.prompting import build_re_ask, build_request
from summarizer.request import ModelRequest, Purpose, Reply
from summarizer.summary import ReplySource, Summary


@dataclass(frozen=True, slots=True)
class Ask:
    """A request to be answered, and why it is made."""

    request: ModelRequest
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class Answer:
    """The reply to an `Ask`, where it came from, and the request that it really answers.

    The request differs from the one asked in its model alone, when a recording names another.
    """

    ask: Ask
    request: ModelRequest
    reply: Reply
    source: ReplySource


Steps = Generator[Ask, Answer, Summary[Any]]


def model_steps(
    document: Document,
    profile: Profile,
    *,
    model: str,
    parameters: dict[str, Any],
    language: str | None,
) -> Steps:
    """Summarises `document` by a model; raises what makes a summary impossible.

    A failure of the first request ends it. A reply that does not parse is asked for once more.
    """
    request = build_request(
        document, profile, model=model, parameters=parameters, language=language
    )
    first = yield Ask(request, "summarise")
    answers = [first]
    name = profile.draft_schema["name"]
    try:
        content = read_reply(first.reply, profile.schema, name=name)
    except DraftError as error:
        second = yield from _asked_again(first, error)
        answers.append(second)
        content = read_reply(second.reply, profile.schema, name=name)
    subject = Subject(
        content=content, document=document, stable_text=first.request.messages[0]["content"]
    )
    return assembled(subject, profile, model_provenance(profile, answers))


def _asked_again(first: Answer, error: DraftError) -> Generator[Ask, Answer, Answer]:
    """The answer to a second request that tells where the first reply was wrong.

    Raises the first error when there is no second answer: the first reply cannot be used.
    """
    request = build_re_ask(first.request, reply_text(first.reply) or "", list(error.places))
    try:
        return (yield Ask(request, "re-ask"))
    except SummarizerError as failed:
        raise error from failed
