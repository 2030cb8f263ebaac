"""From a summary and its article to what is shown of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from summarizer.document import Document
from summarizer.errors import UsageError
from summarizer.render.generic import generic_body
from summarizer.render.negotiation import negotiation_body
from summarizer.render.phrases import coverage_sentence, origin_sentence, provenance_pairs
from summarizer.render.places import Places
from summarizer.render.view import Body, Item, Missed, Remark, View
from summarizer.schemas.negotiation import Negotiation
from summarizer.summary import Finding, Summary, Uncovered

_SEVERITIES = ("error", "warning", "note")


def view_of(summary: Summary[Any], document: Document) -> View:
    """What is shown of `summary`. Raises UsageError when it is the summary of another text."""
    require_same_text(summary, document)
    places = Places(document)
    body = _body(summary, places)
    items = [item for section in body.sections for item in section.items]
    findings = sorted(summary.findings, key=lambda finding: _SEVERITIES.index(finding.severity))
    return View(
        body=body,
        source=summary.document.source,
        remarks=tuple(_remark(finding, items, places) for finding in findings),
        coverage=coverage_sentence(summary.coverage),
        missed=tuple(
            _missed(uncovered, places)
            for uncovered in summary.coverage.uncovered
            if places.valid(uncovered)
        ),
        origin=origin_sentence(summary.provenance),
        provenance=tuple(provenance_pairs(summary)),
    )


def require_same_text(summary: Summary[Any], document: Document) -> None:
    """Raises UsageError unless `document` is the text that `summary` was made from."""
    if summary.document.sha256 != document.sha256:
        raise UsageError(
            "The summary was made from another text (sha256 "
            f"{summary.document.sha256[:12]}, this one is {document.sha256[:12]}), so its offsets "
            "would point at the wrong words. Give the article that it was made from."
        )


def _body(summary: Summary[Any], places: Places) -> Body:
    if isinstance(summary.content, Negotiation):
        return negotiation_body(summary.content, places)
    return generic_body(summary.content, places)


def _remark(finding: Finding, items: Iterable[Item], places: Places) -> Remark:
    place = places.valid(finding.span)
    inside = (item.label for item in items if f"{finding.at}/".startswith(f"{item.at}/"))
    return Remark(
        code=finding.code,
        severity=finding.severity,
        message=finding.message,
        at=finding.at,
        label=next(inside, None),
        place=place,
        line=places.line(place.start) if place else None,
    )


def _missed(uncovered: Uncovered, places: Places) -> Missed:
    return Missed(
        place=uncovered,
        words=places.words(uncovered),
        speaker=uncovered.speaker,
        line=places.line(uncovered.start),
    )
