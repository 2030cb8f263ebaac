"""Markdown to paste: complete, and inert whatever the article says."""

from __future__ import annotations

import html
import re

import pytest
from markdown_it import MarkdownIt

from summarizer.markdown_text import escaped
from summarizer.render import render
from summarizer.shown import on_one_line

from .hostile import OWN, hostile, stored_payloads

_ELEMENTS = {
    "h1", "h2", "h3", "p", "ul", "li", "strong", "em", "blockquote",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


def as_html(markdown: str) -> str:
    return (
        MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown)
    )


def test_it_says_what_the_summary_says(summary, document):
    """Headline, parties, items with their evidence and its state, findings, coverage, origin."""
    text = render(summary, document, "markdown")
    for words in (
        "# Arvenia and Sorland open talks\n",
        "| Ilka Vel | person | Minister | Arvenia |",
        "**A1 · Arvenia and Sorland start talks.**",
        "negotiating · one side says so · next step · Between: Arvenia, Sorland",
        "Denied by: nobody-known",
        "### Sorland",
        "Told by: Ilka Vel",
        "> start talks at once\n>\n> ✓ line 5",
        "> ≈ altered, nearest: line 7\n>\n> The article has: We will not close the strait",
        "> “a first step, if a late one”\n>\n> ✓ line 11, typography aside",
        "> Never again\n>\n> ✗ not in the article",
        "- **error** quote-altered (P1, line 7): The article says",
        "3 of 4 direct quotations used",
        'line 13, a captain: "The ships wait for nobody,"',
        "- **Model:** parrot-2 (answered by parrot-2-2031)",
        "3,210 tokens in, 456 out, 3.2 s",
    ):  # fmt: skip
        assert words in text


def shown_by(frame: str, text: str) -> str:
    """What a reader sees of `text` in a Markdown construct."""
    page = as_html(frame.format(escaped(text)))
    plain = html.unescape(re.sub(r"<[^>]+>", "", page)).strip()
    return plain.removeprefix("a\n\n\n").strip().removeprefix("A1 · ")


@pytest.mark.parametrize("text", OWN)
def test_hostile_text_shows_as_it_is_written(text):
    """Every mark of it comes out as a character, in a paragraph, a heading and a table's cell."""
    words = on_one_line(text)
    for frame in ("{}", "# {}", "- {}", "> {}", "**A1 · {}**", "| a |\n| - |\n| {} |"):
        assert shown_by(frame, text) == words


def test_stored_injection_texts_show_as_they_are_written():
    """The same for every stored payload, as a paragraph."""
    for text in stored_payloads():
        assert shown_by("{}", text) == on_one_line(text)


@pytest.mark.parametrize("text", OWN)
def test_no_element_comes_out_of_what_was_read(text, summary):
    """With a payload in every field, a reader with HTML switched on builds only our elements."""
    changed, article = hostile(summary, text)
    page = as_html(render(changed, article, "markdown"))
    assert set(re.findall(r"<([a-z][a-z0-9]*)", page)) <= _ELEMENTS


@pytest.mark.parametrize("text", ["http://evil.example", "www.evil.example", "a@evil.example"])
def test_a_bare_address_is_not_made_a_link(text):
    """Dialects link what looks like an address: it is broken by an escape that is not shown."""
    assert text not in escaped(text)
    assert as_html(escaped(text)) == f"<p>{text}</p>\n"
