"""Scores quotations and their speakers against GUM's news articles, and times the search.

    python benchmarks/quotations.py [DATA]

DATA holds `quotes/gum_news.jsonl` and `articles/` (default: ../shared/data beside the checkout).
The articles whose quotations are annotated completely are put in the order of the sha256 of their
id; rules were tuned on the first half alone. Gold are the annotated quotations of kind `direct`,
predicted the `direct` and `mixed` ones. A pair counts when its characters without marks overlap by
half of their union; a speaker counts when the mentions overlap.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from summarizer.document import Document
from summarizer.quotations import Quotation, find_quotations

MARKS = " \t\n\"“”‘’',."  # noqa: RUF001
MEGABYTES = 4


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without marks, commas and white space at its ends."""
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip(MARKS)), start + len(inner.rstrip(MARKS))


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Shared characters over those of the union."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def matched(
    text: str, gold: list[dict[str, Any]], found: list[Quotation]
) -> list[tuple[Any, Quotation]]:
    """Pairs of gold and found quotations, one to one, best overlap first."""
    scored = sorted(
        (
            (overlap(trimmed(text, g["start"], g["end"]), trimmed(text, q.start, q.end)), i, j)
            for i, g in enumerate(gold)
            for j, q in enumerate(found)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for share, i, j in scored:
        if share >= 0.5 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(gold[i], found[j]) for i, j in pairs.items()]


def same_speaker(gold: dict[str, Any], found: Quotation) -> bool:
    """Whether the mentions of the speaker overlap."""
    speaker = found.speaker
    return speaker is not None and min(speaker.end, gold["speaker_end"]) > max(
        speaker.start, gold["speaker_start"]
    )


def report(name: str, articles: Iterable[dict[str, Any]]) -> None:
    """Prints precision, recall and F1 of spans, and the share of right speakers."""
    counts = dict.fromkeys(("gold", "found", "matched", "speakers", "right"), 0)
    for article in articles:
        gold = [q for q in article["quotes"] if q["kind"] == "direct"]
        quotations = find_quotations(Document.from_text(article["text"]))
        found = [q for q in quotations if q.kind != "scare"]
        pairs = matched(article["text"], gold, found)
        told = [(g, q) for g, q in pairs if g["speaker"]]
        counts["gold"] += len(gold)
        counts["found"] += len(found)
        counts["matched"] += len(pairs)
        counts["speakers"] += len(told)
        counts["right"] += sum(same_speaker(g, q) for g, q in told)
    precision = counts["matched"] / (counts["found"] or 1)
    recall = counts["matched"] / (counts["gold"] or 1)
    f1 = 2 * precision * recall / ((precision + recall) or 1)
    print(
        f"{name}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}; "
        f"speakers {counts['right']}/{counts['speakers']} "
        f"= {counts['right'] / (counts['speakers'] or 1):.3f}   {counts}"
    )


def time_articles(folder: Path) -> None:
    """Prints megabytes of text a minute of one process, over the articles again and again."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    size, start = 0, time.process_time()
    while size < MEGABYTES * 1_000_000:
        for text in texts:
            find_quotations(Document.from_text(text))
            size += len(text.encode())
    seconds = time.process_time() - start
    print(f"speed: {size / 1e6 / seconds * 60:.0f} MB a minute, split into blocks included")


def main() -> None:
    """Runs the benchmark over the data folder that the command line names."""
    default = Path(__file__).resolve().parents[2] / "shared" / "data"
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    lines = (data / "quotes" / "gum_news.jsonl").read_text(encoding="utf-8").splitlines()
    complete = [article for article in map(json.loads, lines) if article["quote_complete"]]
    complete.sort(key=lambda article: hashlib.sha256(article["doc_id"].encode()).hexdigest())
    half = len(complete) // 2
    report("tuned on ", complete[:half])
    report("held out ", complete[half:])
    report("all      ", complete)
    time_articles(data / "articles")


if __name__ == "__main__":
    main()
