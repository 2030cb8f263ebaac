"""What is told to a model whose summary has errors, and whether its second try is better."""

from __future__ import annotations

import json
from typing import Any

from summarizer.document import Document
from summarizer.schemas.evidence import Span
from summarizer.summary import Finding, Summary

_LONGEST_PASSAGE = 300


def to_be_repaired(summary: Summary[Any], document: Document, *, complete: bool) -> list[str]:
    """A line for each error, with the article's own words where they are known.

    With `complete` also a line for each quotation that no item uses: most summaries rightly leave
    some out, so they are sent only when that is asked for.
    """
    lines = [_told(finding, document) for finding in summary.errors()]
    if complete:
        lines += [
            f"This quotation of {item.speaker or 'an unknown speaker'} is used by no item; add it "
            f"where it states a position or an agreement: {_passage(item, document)}"
            for item in summary.coverage.uncovered
        ]
    return lines


def is_better(new: Summary[Any], old: Summary[Any]) -> bool:
    """Fewer errors, then more quotations covered; never a summary that says nothing."""
    if any(finding.code == "empty-summary" for finding in new.findings):
        return False
    return _rank(new) < _rank(old)


def _rank(summary: Summary[Any]) -> tuple[int, int]:
    return len(summary.errors()), -summary.coverage.covered


def _told(finding: Finding, document: Document) -> str:
    place = finding.at.removeprefix("/content")
    words = f" The article has: {_passage(finding.span, document)}" if finding.span else ""
    return f"{place}: {finding.message}{words}"


def _passage(span: Span, document: Document) -> str:
    return json.dumps(document.slice(span.start, span.end)[:_LONGEST_PASSAGE], ensure_ascii=False)
