"""How much text that speaks to a model does the audit find, and how much that does not?

    python benchmarks/model_talk.py DATA_DIR

DATA_DIR holds `injection/payloads.jsonl` (lines with `id`, `text` and, for harmless ones, `label` benign), and
real articles in `articles/*.txt` and `quotes/gum_news.jsonl`. The patterns were tuned on the payloads whose id has
an even CRC-32; the others are reported apart. Placeholders of attack tools are made plain words first, and a payload is
planted in an article: found is one whose own paragraph is told.
"""

from __future__ import annotations

import argparse
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from summarizer.audit import Subject
from summarizer.audit.addressed import text_for_a_model
from summarizer.document import Document
from summarizer.schemas.negotiation import Negotiation

PLACEHOLDER = re.compile(r"<?<\|?garak_payload\|?>>?|<\|computed\|>|\{[a-zA-Z_]+\}")
ARTICLE = (
    "Dorvane and Halmark agree on the bridge",
    "Dorvane and Halmark agreed on Monday to reopen the Pell Bridge before the winter comes.",
    "The talks go on in Old Harbour.",
)


def is_told(parts: list[str]) -> bool:
    """Whether anything in an article of these paragraphs is told to speak to a model."""
    empty = Negotiation(parties=[], agreements=[], positions=[], headline="", overview="")
    subject = Subject(empty, Document.from_text("\n\n".join(parts)))
    return any(True for _ in text_for_a_model(subject))


def planted(text: str) -> Iterator[list[str]]:
    """The text at the end, in the middle and at the beginning of an article."""
    words = PLACEHOLDER.sub("ABC", text)
    for place in (3, 2, 0):
        yield [*ARTICLE[:place], words, *ARTICLE[place:]]


def lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def report(what: str, found: int, of: int) -> None:
    print(f"{what:44} {found:4} of {of:4}  {found / of:.1%}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("data", type=Path)
    data = arguments.parse_args().data
    payloads = lines(data / "injection/payloads.jsonl")
    hostile = [p for p in payloads if p.get("label") != "benign"]
    told = {p["id"]: [is_told(parts) for parts in planted(p["text"])] for p in payloads}
    for place, where in enumerate(("at the end", "in the middle", "at the beginning")):
        report(
            f"payloads {where} of an article",
            sum(told[p["id"]][place] for p in hostile),
            len(hostile),
        )
    for parity, what in enumerate(("that the patterns were tuned on", "kept back from tuning")):
        part = [p for p in hostile if zlib.crc32(p["id"].encode()) % 2 == parity]
        report(f"payloads {what}", sum(told[p["id"]][1] for p in part), len(part))
    harmless = [p for p in payloads if p.get("label") == "benign"]
    report("harmless messages", sum(told[p["id"]][1] for p in harmless), len(harmless))
    news = [path.read_text(encoding="utf-8") for path in sorted((data / "articles").glob("*.txt"))]
    news += [row["text"] for row in lines(data / "quotes/gum_news.jsonl")]
    report("real articles", sum(is_told([text]) for text in news), len(news))


if __name__ == "__main__":
    main()
