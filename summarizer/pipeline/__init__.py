"""The way of an article: document, request, reply, draft, grounded, audited, summary."""

from summarizer.pipeline.many import Outcome
from summarizer.pipeline.summarizer import Summarizer, asummarize, summarize

__all__ = ["Outcome", "Summarizer", "asummarize", "summarize"]
