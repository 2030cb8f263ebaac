"""What does the audit say of summaries that careful readers made?

    python benchmarks/false_alarms.py GOLD_DIR [--texts DIR] [--notes]

GOLD_DIR holds summaries in the reading guide's form, their articles beside them or in DIR. Every error and
warning is printed, so that each can be judged by eye, and then how many items carry one and how often each
code was found.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from gold_summaries import gold_summaries

from summarizer.pipeline import check

LISTS = ("parties", "agreements", "positions")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("--texts", type=Path)
    arguments.add_argument("--notes", action="store_true", help="print the notes as well")
    given = arguments.parse_args()
    items, codes, burdened = 0, Counter[tuple[str, str]](), set[tuple[str, str, str]]()
    for name, document, gold in gold_summaries(given.gold, given.texts):
        items += sum(len(gold[part]) for part in LISTS)
        for finding in check(document, json.dumps(gold)).findings:
            codes[finding.severity, finding.code] += 1
            item = "/".join(finding.at.split("/")[:4])
            burdened.add((finding.severity, name, item))
            if given.notes or finding.severity != "note":
                print(f"{name} {finding.severity} {finding.code} {finding.at}: {finding.message}")
    for severity in ("error", "warning"):
        found = sum(one[0] == severity and one[2] != "" for one in burdened)
        print(
            f"{found} of {items} items carry a finding of severity {severity}: {found / items:.1%}"
        )
    for (severity, code), count in sorted(codes.items()):
        print(f"{count:5} {severity:8} {code}")


if __name__ == "__main__":
    main()
