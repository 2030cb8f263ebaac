"""The way of an article: document, request, reply, draft, grounded, audited, summary."""

from summarizer.pipeline.calls import asummarize, first_ask, summarize
from summarizer.pipeline.checking import check, ground_lines
from summarizer.pipeline.many import Outcome
from summarizer.pipeline.summarizer import Summarizer

__all__ = [
    "Outcome",
    "Summarizer",
    "asummarize",
    "check",
    "first_ask",
    "ground_lines",
    "summarize",
]
