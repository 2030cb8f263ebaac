"""A long article in parts beside its pieces one by one: are as many quotations covered?

    python benchmarks/long_article.py WHOLE.json PIECES_DIR

WHOLE.json is the summary (-f json) of a document that went out in parts, PIECES_DIR holds those of the
articles that it is made of. Parties that the matching of `summarize eval` takes for one count as twice told.
"""

from __future__ import annotations

import json
import sys
from itertools import combinations
from pathlib import Path
from typing import Any

from summarizer.evaluation.matching import same_party
from summarizer.evaluation.reading import ReadParty

Summary = dict[str, Any]


def load(path: Path) -> Summary:
    return json.loads(path.read_text(encoding="utf-8"))


def line(name: str, summaries: list[Summary]) -> str:
    quotations, covered, characters, in_evidence = (
        sum(summary["coverage"][field] for summary in summaries)
        for field in ("quotations", "covered", "characters", "covered_characters")
    )
    quotes = [quote for summary in summaries for quote in evidence(summary)]
    exact = sum(quote["match"] == "exact" for quote in quotes)
    return (
        f"{name}: {covered} of {quotations} quotations covered ({covered / quotations:.3f}), "
        f"{in_evidence / characters:.3f} of their characters; "
        f"{count(summaries, 'parties')} parties, {count(summaries, 'agreements')} agreements, "
        f"{count(summaries, 'positions')} positions; {exact} of {len(quotes)} quotes exact"
    )


def evidence(summary: Summary) -> list[dict[str, Any]]:
    items = summary["content"]["agreements"] + summary["content"]["positions"]
    return [quote for item in items for quote in item["evidence"]]


def count(summaries: list[Summary], kind: str) -> int:
    return sum(len(summary["content"][kind]) for summary in summaries)


def main() -> None:
    whole = load(Path(sys.argv[1]))
    pieces = [load(path) for path in sorted(Path(sys.argv[2]).glob("*.json"))]
    print(line(f"{len(pieces)} articles one by one", pieces))
    print(line("as one document", [whole]))
    parties = [ReadParty.model_validate(party) for party in whole["content"]["parties"]]
    twice = [pair for pair in combinations(parties, 2) if same_party(*pair)]
    print(f"parties twice told: {len(twice)} of {len(parties)} ({len(twice) / len(parties):.1%})")
    for one, other in twice:
        print(f"  {one.name} / {other.name}")


if __name__ == "__main__":
    main()
