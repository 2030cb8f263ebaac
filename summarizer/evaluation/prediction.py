"""What is to be scored: summaries made now, or read from files; what failed counts as empty."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.document import Document
from summarizer.errors import SummarizerError, UsageError
from summarizer.evaluation.gold import Case
from summarizer.evaluation.proof import Proof, proof_of, proof_of_strings
from summarizer.evaluation.reading import EMPTY, Reading, parse_reading
from summarizer.guide import guide_content
from summarizer.pipeline import Outcome, check
from summarizer.profile import Profile
from summarizer.readers import read
from summarizer.schemas.negotiation import Negotiation
from summarizer.strict_json import StrictJSONError, strict_json
from summarizer.summary import FORMAT, Provenance, Summary


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an article has no summary. `reason` is one word: `missing`, `refused`, `unusable`, ..."""

    reason: str
    message: str


@dataclass(frozen=True)
class Prediction:
    """One article's summary as it is scored.

    `quoted` is its evidence as predicted, while in `reading` evidence that is exact is the
    article's own slice. `provenance` and `profile` are None when nothing tells them. `remark`
    says what could not be measured.
    """

    reading: Reading
    quoted: tuple[str, ...]
    proof: Proof
    provenance: Provenance | None = None
    profile: str | None = None
    failure: Failure | None = None
    remark: str | None = None


def read_prediction(case: Case, folder: Path, profile: Profile | None = None) -> Prediction:
    """The prediction in `<folder>/<case.name>.json`: a summary of ours, or in the guide's format.

    A summary is grounded and audited afresh, by `profile` or the one that it names. A file that
    is missing or cannot be used is a failure.
    """
    path = folder / f"{case.name}.json"
    if not path.is_file():
        return failed(case, Failure("missing", f"There is no {path.name} among the predictions."))
    try:
        text = read(path).text
        if _is_summary(text):
            return of_summary(check(case.document, text, profile=profile), case.document)
        return _of_reading(case, parse_reading(text, f"The prediction {path.name}"))
    except SummarizerError as error:
        return failed(case, Failure("unusable", str(error)))


def of_outcome(case: Case, outcome: Outcome) -> Prediction:
    """The prediction that a summariser has made of the case's document."""
    if outcome.summary is not None:
        return of_summary(outcome.summary, case.document)
    error = outcome.error
    return failed(case, Failure(getattr(error, "reason", type(error).__name__), str(error)))


def require_negotiation(profile: Profile) -> None:
    """Raises UsageError for a profile whose summaries cannot be scored."""
    if not issubclass(profile.schema, Negotiation):
        raise UsageError(
            f"Only negotiations can be scored, and {profile.label} has another schema."
        )


def of_summary(summary: Summary[Any], document: Document) -> Prediction:
    """The prediction that a checked summary is. Raises UsageError when it is no negotiation."""
    content = summary.content
    if not isinstance(content, Negotiation):
        raise _no_negotiation(summary.profile)
    evidence = [item.evidence for item in content.agreements]
    evidence += [item.evidence for item in content.positions]
    return Prediction(
        reading=Reading.model_validate(guide_content(content, document)),
        quoted=tuple(quote.text for quotes in evidence for quote in quotes),
        proof=proof_of(summary),
        provenance=summary.provenance,
        profile=summary.profile,
    )


def failed(case: Case, failure: Failure) -> Prediction:
    """An empty prediction, which stays in every denominator."""
    proof = proof_of_strings([], case.document, errors=0)
    return Prediction(EMPTY, quoted=(), proof=proof, failure=failure)


def _of_reading(case: Case, reading: Reading) -> Prediction:
    """The evidence is taken to the letter; the audit needs the shape of the schema as well."""
    quoted = tuple(words for item in reading.items for words in item.evidence)
    made = json.dumps({"doc": case.name, **reading.model_dump()})
    try:
        proof = proof_of(_without_headline(check(case.document, made, profile="negotiation")))
    except UsageError as error:
        evidence = [item.evidence for item in reading.items]
        proof = proof_of_strings(evidence, case.document, errors=1)
        return Prediction(reading, quoted, proof, remark=f"Not audited: {error}")
    return Prediction(reading, quoted, proof)


def _without_headline(summary: Summary[Negotiation]) -> Summary[Negotiation]:
    """The format has no headline: three empty lists are an answer there, and no empty summary."""
    findings = [finding for finding in summary.findings if finding.code != "empty-summary"]
    return summary.model_copy(update={"findings": findings})


def _no_negotiation(profile: str) -> UsageError:
    return UsageError(
        f"Only negotiations can be scored, and {profile} has another schema. Take a profile with "
        "the schema summarizer.schemas.negotiation:Negotiation, or one derived from it."
    )


def _is_summary(text: str) -> bool:
    try:
        data = strict_json(text)
    except StrictJSONError:
        return False
    return isinstance(data, dict) and data.get("format") == FORMAT
