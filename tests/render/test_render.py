"""The formats as a whole: their names, what they load, what they refuse, any schema in them."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from pydantic import BaseModel

from summarizer.document import Document
from summarizer.errors import UsageError
from summarizer.render import FORMATS, render
from summarizer.schemas.evidence import Quote, Span
from summarizer.summary import Summary


class Clause(BaseModel):
    number: int
    gist: str
    proof: Quote


class Deal(BaseModel):
    title: str
    price: float | None
    tags: list[str]
    clauses: list[Clause]
    seal: Quote


@pytest.fixture
def deal(summary) -> tuple[Summary[Deal], Document]:
    document = Document.from_text("Sold for ten crowns, the buyer said. Signed and sealed.")
    content = Deal(
        title="A sale",
        price=10.0,
        tags=["sale", "crowns"],
        clauses=[
            Clause(
                number=1,
                gist="The price is ten crowns.",
                proof=Quote(text="ten crowns", match="exact", span=Span(start=9, end=19)),
            )
        ],
        seal=Quote(text="never sealed", match="absent"),
    )
    fields = summary.model_dump(exclude={"content", "findings", "coverage"})
    fields["document"]["sha256"] = document.sha256
    return Summary[Deal](**fields, content=content), document


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_ends_in_one_line_feed_and_repeats(name, summary, document):
    """The same summary gives the same text, ready to be written to a file."""
    text = render(summary, document, name)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert render(summary, document, name) == text


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "guide"])
def test_a_schema_of_the_users_own_is_shown_in_every_format_but_the_guide(name, deal):
    """Wherever a schema holds quotes, they are shown with what was found."""
    text = render(*deal, name)
    assert "ten crowns" in text
    if name != "annotations":
        assert "The price is ten crowns." in text
        assert "never sealed" in text


def test_the_guide_refuses_another_schema(deal):
    """The gold format has places for negotiations only, and the message says what to do."""
    with pytest.raises(UsageError, match="Use -f json"):
        render(*deal, "guide")


def test_an_unknown_format_is_refused_with_the_list(summary, document):
    """Whoever misspells a format reads which there are."""
    with pytest.raises(UsageError, match=r"'pdf'.*markdown"):
        render(summary, document, "pdf")


@pytest.mark.parametrize("name", ["terminal", "markdown", "guide", "html", "annotations"])
def test_the_summary_of_another_text_is_refused(name, summary):
    """Offsets into one text say nothing about another."""
    with pytest.raises(UsageError, match="another text"):
        render(summary, Document.from_text("Another article."), name)


@pytest.mark.parametrize("name", FORMATS)
def test_a_place_beyond_the_text_is_shown_as_no_place(name, summary, document):
    """A summary from anywhere may claim any span: it is not followed."""
    summary.content.agreements[0].evidence[0].span = Span(start=5, end=10_000)
    summary.content.agreements[0].evidence[1].span = Span(start=50, end=10)
    summary.findings[0].span = Span(start=9_999, end=10_000)
    text = render(summary, document, name)
    assert name in {"json", "jsonl"} or not re.search(r"10000|50-10\b|line 0", text)


def test_writing_json_loads_neither_rich_nor_jinja():
    """Each format's module is loaded when the format is asked for."""
    code = (
        "import sys; import summarizer.render, summarizer.render.json_format; "
        "sys.exit(bool({'rich', 'jinja2', 'openai', 'instructor'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
