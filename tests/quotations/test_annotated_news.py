"""Against annotated news articles, where they are at hand: found spans and right speakers."""

from __future__ import annotations

import json

from summarizer.document import Document
from summarizer.quotations import find_quotations


def test_spans_and_speakers_of_annotated_articles(shared_data):
    """The exact spans of most quotations, and the speakers of four in five, as annotated."""
    lines = (shared_data / "quotes/gum_news.jsonl").read_text("utf-8").splitlines()
    gold = found = matched = told = right = 0
    for article in map(json.loads, lines):
        if not article["quote_complete"]:
            continue
        annotated = [q for q in article["quotes"] if q["kind"] == "direct"]
        quotations = [
            q for q in find_quotations(Document.from_text(article["text"])) if q.kind != "scare"
        ]
        by_start = {quotation.start: quotation for quotation in quotations}
        gold += len(annotated)
        found += len(quotations)
        for quote in annotated:
            quotation = by_start.get(quote["start"])
            matched += quotation is not None
            if quotation and quote["speaker"]:
                told += 1
                right += quotation.speaker is not None and (
                    max(quotation.speaker.start, quote["speaker_start"])
                    < min(quotation.speaker.end, quote["speaker_end"])
                )
    assert 2 * matched / (gold + found) >= 0.92
    assert right / told >= 0.8
