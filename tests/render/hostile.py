"""Texts that want to be more than text, and a summary that has one of them in every field."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.document import Document
from summarizer.schemas.evidence import Quote
from summarizer.schemas.negotiation import Negotiation
from summarizer.summary import Summary, Uncovered

PAYLOADS = Path(__file__).parents[2] / "../shared/data/injection/payloads.jsonl"

OWN = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</mark></p></div></section><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    '<a href="javascript:alert(1)">a</a>',
    "<svg/onload=alert(1)>",
    "<iframe src=//evil.example></iframe>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    "{{ 7 * 7 }} {% for x in () %} {# no #} ${7} %s {0}",
    "![](http://evil.example/?q=1)",
    "[a](javascript:alert(1)) <http://evil.example> http://evil.example www.evil.example a@b.example",
    "| a | b |\n| - | - |\n# heading\n- item\n1. one\n> quote\n```\ncode\n```",
    "**bold** _em_ ~~gone~~ `code` [^1] &amp; &#60;script&#62; \\",
    "\x1b]8;;http://evil.example\x07link\x1b]8;;\x07 \x1b[2J\x1b]52;c;aGk=\x07 \x9b31m",
    "\u202eabc\u2066def\u200b\u2060\ufeff \U000e0041",
    "[bold red]markup[/] [link=http://evil.example]x[/link] :smile:",
    '=HYPERLINK("http://evil.example")',
    "a\0b\rc\r\nd\u2028e\x85f\x0cg",
    "+++ --- === 1) 10. # -",
]  # fmt: skip


def stored_payloads() -> list[str]:
    """The stored injection texts; skips the test that asks when they are not there."""
    if not PAYLOADS.exists():
        pytest.skip("needs the stored injection texts beside the project")
    with PAYLOADS.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def hostile(summary: Summary[Negotiation], text: str) -> tuple[Summary[Negotiation], Document]:
    """`summary` with `text` wherever the article, the model or the file system could put it."""
    article = f"{text}\n\n{text} said {text}"
    document = Document.from_text(article, source=f"../{text[:200]}")
    place = {"start": 0, "end": len(text)}
    copy = summary.model_copy(deep=True)
    content = copy.content
    short = text[:250]
    content.headline = content.overview = short
    for party in content.parties:
        party.name = party.role = short
        party.aliases = [short, short]
    content.agreements[0].what = content.positions[0].statement = short
    content.positions[0].topic = short
    content.positions[0].speaker = text[:80] or "x"
    exact = Quote.model_validate({"text": text, "match": "exact", "span": place})
    altered = Quote.model_validate({"text": text + " x", "match": "altered", "nearest": place})
    absent = Quote(text=text, match="absent")
    for item in (*content.agreements, *content.positions):
        item.evidence = [exact, altered, absent]
    for finding in copy.findings:
        finding.message = finding.code = text
        finding.span = exact.span
    copy.coverage.uncovered = [Uncovered(start=0, end=len(text), speaker=short)]
    copy.provenance.model = copy.provenance.answered_by = copy.provenance.origin = short
    copy.provenance.prompt = copy.profile = short
    copy.document.source = document.source
    copy.document.sha256 = document.sha256
    return copy, document
