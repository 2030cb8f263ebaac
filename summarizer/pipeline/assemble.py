"""From a draft to a Summary: grounded, attributed, audited, with its provenance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from summarizer.audit import Subject, attribute, audit, coverage_of
from summarizer.document import Document
from summarizer.grounding import ground_content
from summarizer.profile import Profile
from summarizer.summary import DocumentIdentity, Provenance, RequestRecord, Summary

if TYPE_CHECKING:
    from summarizer.pipeline.steps import Answer

_COUNTS = ("prompt_tokens", "completion_tokens")


def assembled(subject: Subject, profile: Profile, provenance: Provenance) -> Summary[Any]:
    """The Summary of a draft; fills in its quotes and attributions on the way."""
    groundings = ground_content(subject.content, subject.document)
    attribute(subject.content)
    subject = replace(subject, groundings=groundings)
    return Summary[profile.schema](  # type: ignore[name-defined]
        document=identity(subject.document),
        profile=profile.label,
        content=subject.content,
        findings=audit(subject),
        coverage=coverage_of(subject),
        provenance=provenance,
    )


def identity(document: Document) -> DocumentIdentity:
    """Which text it is, for the Summary."""
    return DocumentIdentity(
        source=document.source,
        sha256=document.sha256,
        title=document.title,
        date=document.date,
        characters=len(document.text),
        encoding=document.encoding,
    )


def model_provenance(profile: Profile, answers: Sequence[Answer], used: Answer) -> Provenance:
    """Where a model's summary came from: all answers that were got, and the one it is made of."""
    requests = [_record(answer, used=answer is used) for answer in answers]
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
        usage={name: sum(_count(r.usage.get(name)) for r in requests) for name in _COUNTS},
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


def _record(answer: Answer, *, used: bool) -> RequestRecord:
    usage = answer.reply.completion.get("usage")
    return RequestRecord(
        purpose=answer.ask.purpose,
        key=answer.request.key,
        reply=answer.source,
        usage=usage if isinstance(usage, dict) else {},
        seconds=round(answer.reply.seconds, 3),
        used=used,
    )


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
