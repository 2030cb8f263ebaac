"""What the reader of a summary should know about the text itself."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.audit.subject import Subject
from summarizer.schemas.evidence import Span
from summarizer.summary import Finding


def notes_on_the_text(subject: Subject) -> Iterator[Finding]:
    """The reader's notes (replaced bytes, NUL characters, a guessed encoding) as findings."""
    for note in subject.document.notes:
        span = (
            Span(start=note.start, end=note.end)
            if note.start is not None and note.end is not None
            else None
        )
        yield Finding(code=note.code, severity="note", span=span, message=note.message)
