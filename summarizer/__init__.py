"""Typed summaries of negotiation articles, with the article's own words as proof.

    from summarizer import summarize

    summary = summarize("talks.txt")
    summary.content.positions[0].evidence[0].span  # Span(start=..., end=...), code points

The public names are loaded when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.errors import (
        ConfigurationError,
        InputError,
        ModelError,
        OutputError,
        ProfileError,
        ReplayMiss,
        SummarizerError,
        UsageError,
    )
    from summarizer.grounding import Grounding, ground
    from summarizer.pipeline import Outcome, Summarizer, asummarize, check, summarize
    from summarizer.profile import Profile
    from summarizer.quotations import Quotation, find_quotations
    from summarizer.schemas.evidence import Quote, Span
    from summarizer.summary import Finding, Summary

_HOMES = {
    "ConfigurationError": "errors",
    "Document": "document",
    "Finding": "summary",
    "Grounding": "grounding",
    "InputError": "errors",
    "ModelError": "errors",
    "Outcome": "pipeline",
    "OutputError": "errors",
    "Profile": "profile",
    "ProfileError": "errors",
    "Quotation": "quotations",
    "Quote": "schemas.evidence",
    "ReplayMiss": "errors",
    "Span": "schemas.evidence",
    "Summarizer": "pipeline",
    "SummarizerError": "errors",
    "Summary": "summary",
    "UsageError": "errors",
    "asummarize": "pipeline",
    "check": "pipeline",
    "find_quotations": "quotations",
    "ground": "grounding",
    "summarize": "pipeline",
}

__all__ = [
    "ConfigurationError",
    "Document",
    "Finding",
    "Grounding",
    "InputError",
    "ModelError",
    "Outcome",
    "OutputError",
    "Profile",
    "ProfileError",
    "Quotation",
    "Quote",
    "ReplayMiss",
    "Span",
    "Summarizer",
    "SummarizerError",
    "Summary",
    "UsageError",
    "asummarize",
    "check",
    "find_quotations",
    "ground",
    "summarize",
]


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'summarizer' has no attribute {name!r}")
    from summarizer.checkout import require_schemas

    require_schemas()
    value = getattr(import_module(f"summarizer.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
