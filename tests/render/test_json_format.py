"""JSON that comes back as it went out, one line when a line is asked for."""

from __future__ import annotations

import json

import pytest

from summarizer.render import render
from summarizer.schemas.negotiation import Negotiation
from summarizer.summary import Summary

from .hostile import OWN, hostile


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_the_summary_comes_back_from_its_json(name, summary, document):
    """Nothing is lost on the way out and in again."""
    text = render(summary, document, name)
    assert Summary[Negotiation].model_validate_json(text) == summary


def test_the_json_has_the_shape_that_scripts_read(summary, document):
    """The names and values that the interface promises stand where it promises them."""
    data = json.loads(render(summary, document, "json"))
    assert data["format"] == "summarizer/summary@1"
    assert data["document"]["characters"] == len(document.text)
    exact = data["content"]["agreements"][0]["evidence"][1]
    start = document.text.index("start talks at once")
    assert exact["span"] == {"start": start, "end": start + 19}
    assert (exact["match"], exact["normalised"]) == ("exact", False)
    altered = data["content"]["positions"][0]["evidence"][0]
    assert altered["span"] is None
    assert set(altered["nearest"]) == {"start", "end"}
    assert data["coverage"]["uncovered"][0]["speaker"] == "a captain"
    assert data["provenance"]["requests"][0]["purpose"] == "summarise"


@pytest.mark.parametrize("text", OWN)
def test_a_line_is_one_line_for_every_reader(text, summary):
    """No character that any reader takes for a line's end, or a terminal for a command, is left."""
    changed, article = hostile(summary, text)
    line = render(changed, article, "jsonl")
    assert line.splitlines() == [line[:-1]]
    assert not set("\x1b\x9b\x85\u2028\u202e") & set(line)
    assert Summary[Negotiation].model_validate_json(line) == changed


def test_a_file_name_that_is_not_utf_8_can_be_written(summary, document):
    """A lone surrogate, as such names have, is escaped."""
    summary.document.source = "caf\udce9.txt"
    text = render(summary, document, "json")
    assert "caf\\udce9.txt" in text
    assert json.loads(text.encode("utf-8"))["document"]["source"] == "caf\udce9.txt"
