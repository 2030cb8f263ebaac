"""From a summary and its article to what is shown of them."""

from __future__ import annotations

from typing import Any

from summarizer.document import Document
from summarizer.errors import UsageError
from summarizer.render.generic import generic_body
from summarizer.render.negotiation import negotiation_body
from summarizer.render.phrases import coverage_sentence, origin_sentence, provenance_pairs
from summarizer.render.places import Places
from summarizer.render.view import Body, Missed, Remark, View
from summarizer.schemas.negotiation import Negotiation
from summarizer.summary import Coverage, Finding, Summary, Uncovered

_SEVERITIES = ("error", "warning", "note")


def view_of(summary: Summary[Any], document: Document) -> View:
    """What is shown of `summary`. Raises UsageError when it is the summary of another text."""
    require_same_text(summary, document)
    places = Places(document)
    body = _body(summary, places)
    labels = _labels(body)
    findings = sorted(summary.findings, key=lambda finding: _SEVERITIES.index(finding.severity))
    return View(
        body=body,
        source=summary.document.source,
        remarks=tuple(
            _remark(finding, labels, places)
            for finding in findings
            if not _told_by_coverage(finding, summary.coverage)
        ),
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


def _told_by_coverage(finding: Finding, coverage: Coverage) -> bool:
    """Whether the list of unused quotations says the same, so that nobody has to read it twice."""
    if finding.severity != "note" or finding.at or finding.span is None:
        return False
    place = (finding.span.start, finding.span.end)
    return any(place == (unused.start, unused.end) for unused in coverage.uncovered)


def _labels(body: Body) -> dict[str, str]:
    """What each item and table row is called, by its JSON pointer."""
    rows = {at: cells[0] for table in body.tables for at, cells in table.rows}
    return rows | {item.at: item.label for section in body.sections for item in section.items}


def _remark(finding: Finding, labels: dict[str, str], places: Places) -> Remark:
    place = places.valid(finding.span)
    about = next((at for at in labels if f"{finding.at}/".startswith(f"{at}/")), None)
    return Remark(
        code=finding.code,
        severity=finding.severity,
        message=finding.message,
        at=finding.at,
        about=about,
        label=labels[about] if about is not None else None,
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
