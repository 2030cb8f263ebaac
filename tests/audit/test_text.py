"""What the reader of a file noticed."""

from __future__ import annotations

from summarizer.audit.text import notes_on_the_text
from summarizer.document import TextNote


def test_notes_of_the_reader_become_findings(grounded):
    """What the reader noticed about the text reaches the summary."""
    subject = grounded()
    note = TextNote("text-nul", "The text holds a NUL character.", 3, 4)
    object.__setattr__(subject.document, "notes", (note,))
    assert [(f.code, f.severity, f.span.start) for f in notes_on_the_text(subject)] == [
        ("text-nul", "note", 3)
    ]


def test_a_clean_text_has_no_notes(grounded):
    """Nothing noticed is nothing told."""
    assert list(notes_on_the_text(grounded())) == []
