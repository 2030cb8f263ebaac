"""From a draft to a Summary: grounded, attributed, audited, with its provenance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from summarizer.audit import Subject, attribute, audit, coverage_of
from summarizer.document import Document
from summarizer.grounding import ground_content
from summarizer.pipeline.asking import Answer
from summarizer.pipeline.cost import Prices
from summarizer.profile import Profile
from summarizer.summary import (
    Coverage,
    DocumentIdentity,
    Finding,
    Provenance,
    RequestRecord,
    Summary,
)

_COUNTS = ("prompt_tokens", "completion_tokens")


@dataclass(frozen=True, slots=True)
class Checked:
    """A grounded and attributed content beside what the audit says of it."""

    content: BaseModel
    document: Document
    findings: list[Finding]
    coverage: Coverage

    @property
    def errors(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.severity == "error"]


def checked(content: BaseModel, document: Document, stable_text: str = "") -> Checked:
    """Grounds, attributes and audits a draft; fills in its quotes and attributions on the way.

    `stable_text` is what the prompt says to every article, "" when there was no prompt.
    """
    groundings = ground_content(content, document)
    attribute(content)
    subject = Subject(content, document, groundings, stable_text)
    return Checked(content, document, audit(subject), coverage_of(subject))


def assembled(
    done: Checked, profile: Profile, provenance: Provenance, notes: Sequence[Finding] = ()
) -> Summary[Any]:
    """The Summary of a checked content; `notes` follow its findings."""
    document = done.document
    return Summary[profile.schema](  # type: ignore[name-defined]
        document=DocumentIdentity(
            source=document.source,
            sha256=document.sha256,
            title=document.title,
            date=document.date,
            characters=len(document.text),
            encoding=document.encoding,
        ),
        profile=profile.label,
        content=done.content,
        findings=[*done.findings, *notes],
        coverage=done.coverage,
        provenance=provenance,
    )


def model_provenance(profile: Profile, answers: Sequence[Answer], prices: Prices) -> Provenance:
    """Where a model's summary came from: all that was answered, what it cost, what was made of it.

    Key, source and origin are those of the first answer that was used.
    """
    used = next(answer for answer in answers if answer.used)
    requests = [_record(answer) for answer in answers]
    return Provenance(
        engine="model",
        model=used.request.model,
        answered_by=_text(used.reply.completion.get("model")),
        prompt=profile.prompt_name,
        prompt_sha256=profile.prompt_sha256,
        schema_sha256=profile.schema_sha256,
        request_key=used.request.key,
        reply=used.source,
        origin=used.reply.origin,
        usage={name: sum(record.tokens(name) or 0 for record in requests) for name in _COUNTS},
        cost_usd=prices.of(requests),
        seconds=round(sum(record.seconds for record in requests), 3),
        requests=requests,
    )


def extractive_provenance(profile: Profile) -> Provenance:
    """Where a summary by rules alone came from."""
    return Provenance(
        engine="extractive",
        prompt=profile.prompt_name,
        prompt_sha256=profile.prompt_sha256,
        schema_sha256=profile.schema_sha256,
    )


def _record(answer: Answer) -> RequestRecord:
    usage = answer.reply.completion.get("usage")
    return RequestRecord(
        purpose=answer.ask.purpose,
        key=answer.request.key,
        reply=answer.source,
        usage=usage if isinstance(usage, dict) else {},
        seconds=round(answer.reply.seconds, 3),
        used=answer.used,
        gained=answer.gained,
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
