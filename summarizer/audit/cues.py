"""Sentences of the article that tell of an agreement and that no item uses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.audit.subject import Subject
from summarizer.audit.texts import shortened
from summarizer.extractive.agreements import status_of
from summarizer.schemas.evidence import Span
from summarizer.summary import Finding

_SENTENCE = re.compile(r"\S.*?(?:[.!?][\"'”’]*(?=\s+[\"'“‘]?[^\W\d_a-z]|\s*$)|$)")


def uncovered_agreements(subject: Subject) -> Iterator[Finding]:
    """`agreement-cue-uncovered`: such a sentence need be no agreement, but each is accounted for."""
    text = subject.document.text
    used = [span for _, quote in subject.quotes if (span := quote.span or quote.nearest)]
    for block in subject.document.of_kind("paragraph"):
        for sentence in _SENTENCE.finditer(text, block.start, block.end):
            start, end = sentence.span()
            if any(s.start < end and start < s.end for s in used) or not status_of(sentence[0]):
                continue
            yield Finding(
                code="agreement-cue-uncovered",
                severity="note",
                span=Span(start=start, end=end),
                message="No item uses this sentence, which may tell of an agreement: "
                + shortened(sentence[0]),
            )
