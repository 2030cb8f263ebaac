"""Promises that hold over the whole way of an article."""

from __future__ import annotations

import pytest

from summarizer import Document, summarize
from summarizer.render import render
from tests.pipeline.conftest import DRAFT, reply

SENTENCES = [
    f"Dorvane will send {number} engineers to the Pell Bridge in year {number}."
    for number in range(10)
]
ARTICLE = "Dorvane and Halmark talk\n\n" + "\n\n".join(SENTENCES)


@pytest.mark.parametrize("invented", range(11))
def test_exactly_the_invented_quotes_are_told(stub, invented):
    """Of ten quotes k are invented, k = 0..10: JSON, terminal and findings show exactly k."""
    quotes = [
        f"Wholly unheard words about secret toll number {number}" if number < invented else sentence
        for number, sentence in enumerate(SENTENCES)
    ]
    agreement = DRAFT["agreements"][0] | {"evidence": quotes}
    stub.will_answer(reply(agreements=[agreement], positions=[]))
    document = Document.from_text(ARTICLE)
    summary = summarize(document, base_url=stub.url, model="stub-model", repair=0)
    matches = [quote.match for quote in summary.content.agreements[0].evidence]
    assert matches.count("absent") == invented
    assert matches.count("exact") == 10 - invented
    assert [f.code for f in summary.errors()].count("quote-absent") == invented
    shown = render(summary, document, "terminal", width=100)
    assert shown.count("✗ Wholly unheard words") == invented


@pytest.mark.parametrize(
    "text",
    [
        'Zoë said: "We agree on the \U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7 border today." End.',
        '\U0001f468\u200d\U0001f469\u200d\U0001f467 "We will keep our word on this," Ada Quill said.',
        'Cafe\u0301 talks: "The re\u0301sume\u0301 of talks is clear to us," she said.',
        'קול: "We will keep our word on this," Ada Quill said.',
        '\u202eHidden\u202c: "We will keep our word on this," Ada Quill said.',
        '日本語。"We will keep our word on this," Ada Quill said.',
    ],
)
def test_offsets_are_code_points_of_the_text(stub, text):
    """Spans of evidence slice back to the quote, whatever stands before it."""
    start = text.index('"')
    quote = text[start : text.index('"', start + 1) + 1]
    position = DRAFT["positions"][0] | {"evidence": [quote]}
    stub.will_answer(reply(agreements=[], positions=[position], next_steps=[]))
    document = Document.from_text(f"A title\n\n{text}\n\nThe end of the story is here.")
    summary = summarize(document, base_url=stub.url, model="stub-model", repair=0)
    evidence = summary.content.positions[0].evidence[0]
    assert evidence.match == "exact"
    assert document.text[evidence.span.start : evidence.span.end] == quote
