"""Several runs of `summarize eval` as the columns of one Markdown table.

For each run `summarize eval ... --json FIGURES.json`, then

    python benchmarks/side_by_side.py NAME=FIGURES.json OTHER=OTHERS.json
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

Figures = dict[str, Any]


def found(kind: str) -> Callable[[Figures], str]:
    return lambda run: f"{run[kind]['matched']} of {run[kind]['gold']}, {run[kind]['predicted']}"


def share(*path: str) -> Callable[[Figures], str]:
    def of(run: Figures) -> str:
        value: Any = run
        for name in path:
            value = value[name]
        return "-" if value is None else f"{value:.3f}"

    return of


ROWS: dict[str, Callable[[Figures], str]] = {
    "parties: found of gold, given": found("parties"),
    "parties F1": share("parties", "f1"),
    "agreements: found of gold, given": found("agreements"),
    "agreements F1": share("agreements", "f1"),
    "agreements: status": share("agreements", "status"),
    "agreements: asserted by": share("agreements", "asserted_by"),
    "positions: found of gold, given": found("positions"),
    "positions F1": share("positions", "f1"),
    "positions: holder": share("positions", "holder"),
    "positions: speaker": share("positions", "speaker"),
    "positions: form": share("positions", "form"),
    "evidence verbatim": share("verbatim"),
    "direct quotations covered": share("coverage"),
    "the same by the gold": share("coverage_of_gold"),
    "errors per item": share("errors_per_item"),
    "tokens in, out": lambda run: f"{run['spent']['tokens_in']:,}, {run['spent']['tokens_out']:,}",
}


def main() -> None:
    runs: dict[str, Figures] = {}
    for argument in sys.argv[1:]:
        name, _, path = argument.partition("=")
        runs[name] = json.loads(Path(path).read_text(encoding="utf-8"))
    rows = [["", *runs], *([label, *map(cell, runs.values())] for label, cell in ROWS.items())]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rows.insert(1, ["-" * width for width in widths])
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
