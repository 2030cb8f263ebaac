"""The terminal view: complete, of the width asked for, and no way in for escape codes."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from summarizer.render import render

from .hostile import OWN, hostile


@pytest.fixture(autouse=True)
def _many_colours(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


_STYLE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_is_wider_than_asked_and_no_word_is_lost(width, summary, document):
    """At every width all of the summary is there."""
    text = render(summary, document, "terminal", width=width, colour=False)
    assert max(cell_len(line) for line in text.splitlines()) <= width
    words = " ".join(text.split())
    for part in ("Arvenia and Sorland open talks", "Also called", "✓ A1", "≈ P1", "✗ P2", "3 of 4"):
        assert part in words


def test_without_colour_marks_tell_the_state_of_each_quote(summary, document):
    """Verified, altered with what the article has, absent: readable in plain text."""
    text = render(summary, document, "terminal", width=100, colour=False)
    assert "\x1b" not in text
    assert "✓ start talks at once  (line 5)" in text
    assert "≈ We will close the strait before winter  (altered, nearest: line 7)" in text
    assert "the article has: We will not close the strait before winter" in text
    assert "✗ Never again  (not in the article)" in text
    assert "✓ “a first step, if a late one”  (line 11, typography aside)" in text


def test_in_colour_the_evidence_is_highlighted(summary, document):
    """The article's own words have a background; words that it lacks have none."""
    text = render(summary, document, "terminal", width=100, colour=True)
    assert re.search(r"\x1b\[[0-9;]*48;2;[0-9;]*mstart talks at once\x1b\[0m", text)
    assert not re.search(r"\x1b\[[0-9;]*48;[0-9;]*mNever again", text)
    plain = render(summary, document, "terminal", width=100, colour=False)
    assert [line.rstrip() for line in _STYLE.sub("", text).splitlines()] == plain.splitlines()


def test_there_is_no_colour_unless_asked_for(summary, document):
    """What is written to a file or a pipe is plain text."""
    assert "\x1b" not in render(summary, document, "terminal")


def test_findings_name_their_item_and_line_worst_first(summary, document):
    """What a reader must look at, and where."""
    text = render(summary, document, "terminal", width=100, colour=False)
    assert "error   The article says: We will not close  (quote-altered · P1 · line 7)" in text
    assert text.index("quote-altered") < text.index("quote-absent")


def test_coverage_and_provenance_close_the_view(summary, document):
    """What was not used, and where all of it came from, however long a name is."""
    summary.coverage.uncovered[0].speaker = "a captain " + "of many ships " * 15
    words = " ".join(render(summary, document, "terminal", width=80).split())
    ships = '3 of 4 direct quotations used; uncovered: - "The ships wait for nobody," (line 13, a captain'
    assert ships in words
    assert words.count("of many ships") == 15
    made = "model parrot-2 (answered by parrot-2-2031) · reply recording (written by hand)"
    assert f"{made} · usage 3,210 tokens in, 456 out, 3.2 s" in words


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("text", OWN)
def test_hostile_text_cannot_steer_the_terminal(text, colour, summary):
    """No control character but the line feed, and the renderer's own styles, is written."""
    changed, article = hostile(summary, text)
    written = render(changed, article, "terminal", width=100, colour=colour)
    left = _STYLE.sub("", written)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202a-\u202e\u2066-\u2069]", left)
    if "\x1b" in text:
        assert "[U+001B]]8;;http://evil.example[U+0007]" in "".join(left.split())


def test_markup_of_the_renderer_is_not_read_from_the_text(summary):
    """`[bold red]` in a headline is six letters and a colour's name."""
    changed, article = hostile(summary, "[bold red]x[/] :smile:")
    written = render(changed, article, "terminal", width=100, colour=True)
    assert _STYLE.sub("", written).startswith("[bold red]x[/] :smile:\n")
