"""What comes out: the typed content, its findings, its coverage and its provenance."""

from __future__ import annotations

from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, Field, SerializeAsAny

from summarizer.request import Purpose
from summarizer.schemas.evidence import Record, Span

Severity = Literal["error", "warning", "note"]
ReplySource = Literal["live", "cache", "recording"]
FORMAT: Literal["summarizer/summary@1"] = "summarizer/summary@1"

ContentT = TypeVar("ContentT", bound=BaseModel)


class Finding(Record):
    """One result of the audit.

    `at` is a JSON pointer into the summary ("" for all of it), `span` the place in the article,
    `expected` what would have been right, where a rule can tell.
    """

    code: str
    severity: Severity
    at: str = ""
    span: Span | None = None
    message: str
    expected: str | None = None


class DocumentIdentity(Record):
    """Which text was summarised. `characters` counts code points."""

    source: str
    sha256: str
    title: str | None = None
    date: str | None = None
    characters: int
    encoding: str | None = None


class Uncovered(Span):
    """A quotation of the article that no item uses, and the name of its speaker if known."""

    speaker: str | None = None


class Coverage(Record):
    """How many of the body's direct and mixed quotations lie in some item's evidence.

    `characters` are those of all of them (code points), `covered_characters` those in evidence.
    """

    quotations: int = 0
    covered: int = 0
    characters: int = 0
    covered_characters: int = 0
    uncovered: list[Uncovered] = Field(default_factory=list)


class RequestRecord(Record):
    """One request that was made for a summary. `usage` as the endpoint gave it.

    `used` tells whether the summary was made of its reply, or of another's; `gained`, of a further
    pass, how many of the passages that it was shown its reply has items for.
    """

    purpose: Purpose
    key: str
    reply: ReplySource
    usage: dict[str, Any] = Field(default_factory=dict)
    seconds: float = 0.0
    used: bool = True
    gained: int | None = None

    def tokens(self, name: str) -> int | None:
        """The count of that name in `usage`; None where the endpoint told none, or something else."""
        count = self.usage.get(name)
        return count if isinstance(count, int) else None


class Provenance(Record):
    """Where a summary came from. `usage`, `cost_usd` and `seconds` are sums over `requests`.

    `cost_usd` is in US dollars, None where the price of a reply is not known.
    """

    engine: Literal["model", "extractive"]
    model: str | None = None
    answered_by: str | None = None
    prompt: str
    prompt_sha256: str
    schema_sha256: str
    request_key: str | None = None
    reply: ReplySource | None = None
    origin: str | None = None
    usage: dict[str, int] = Field(
        default_factory=lambda: {"prompt_tokens": 0, "completion_tokens": 0}
    )
    cost_usd: float | None = None
    seconds: float = 0.0
    requests: list[RequestRecord] = Field(default_factory=list)


class Summary(Record, Generic[ContentT]):
    """The checked summary of one document; `content` is of the profile's schema."""

    format: Literal["summarizer/summary@1"] = FORMAT
    document: DocumentIdentity
    profile: str
    content: SerializeAsAny[ContentT]
    findings: list[Finding] = Field(default_factory=list)
    coverage: Coverage = Field(default_factory=Coverage)
    provenance: Provenance

    def errors(self) -> list[Finding]:
        """The findings of severity error."""
        return [finding for finding in self.findings if finding.severity == "error"]
