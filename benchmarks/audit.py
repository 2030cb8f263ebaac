"""What does the audit cost?

    python benchmarks/audit.py GOLD_DIR [--texts DIR] [--checks]

CPU time of the whole audit and its coverage over each gold summary, the article read anew each time; apart from it,
that of finding the article's quotations, which the audit shares with other readers. The last line scales the
sum to an article of 4,000 characters and 20 items.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

from gold_summaries import gold_summaries
from pydantic import BaseModel

from summarizer.audit import CHECKS, Subject, attribute, audit, coverage_of
from summarizer.document import Document
from summarizer.grounding import Grounding, ground_content
from summarizer.pipeline import check
from summarizer.profile import Profile

ROUNDS = 15


def fastest(work: Callable[[], object]) -> float:
    """Milliseconds of CPU time of the fastest of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.thread_time()
        work()
        best = min(best, time.thread_time() - begun)
    return best * 1000


def whole(subject: Subject) -> None:
    audit(subject)
    coverage_of(subject)


def fresh(
    content: BaseModel, text: str, grounded: dict[str, Grounding], stable: str, *, found: bool
) -> Subject:
    """A subject that has read nothing yet; with `found`, its quotations are there."""
    subject = Subject(content, Document.from_text(text), grounded, stable)
    if found:
        _ = subject.found
    return subject


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("--texts", type=Path)
    arguments.add_argument("--checks", action="store_true", help="the cost of each check as well")
    given = arguments.parse_args()
    stable = Profile("negotiation").render(None)
    sums = [0.0, 0.0, 0.0, 0.0]
    checks: dict[str, float] = {}
    for name, document, gold in gold_summaries(given.gold, given.texts):
        content = check(document, json.dumps(gold)).content
        grounded = ground_content(content, document)
        attribute(content)
        parts = (content, document.text, grounded, stable)
        subjects = [fresh(*parts, found=True) for _ in range(ROUNDS)]
        checking = fastest(lambda subjects=subjects: whole(subjects.pop()))
        subjects = [fresh(*parts, found=False) for _ in range(ROUNDS)]
        finding = fastest(lambda subjects=subjects: subjects.pop().found)
        items = len(content.agreements) + len(content.positions)
        print(
            f"{name[:48]:48} {len(document.text):5} characters {items:3} items: "
            f"checks {checking:5.2f} ms, quotations {finding:5.2f} ms"
        )
        for index, value in enumerate((len(document.text), items, checking, finding)):
            sums[index] += value
        if given.checks:
            for one in CHECKS:
                subjects = [fresh(*parts, found=True) for _ in range(ROUNDS)]
                cost = fastest(lambda one=one, subjects=subjects: list(one(subjects.pop())))
                checks[one.__name__] = checks.get(one.__name__, 0) + cost
    # Half of the cost goes with the characters and half with the items.
    share = (4000 / sums[0] + 20 / sums[1]) / 2
    print(
        f"for 4,000 characters and 20 items: checks {sums[2] * share:.2f} ms, "
        f"quotations {sums[3] * 4000 / sums[0]:.2f} ms"
    )
    for one, cost in sorted(checks.items(), key=lambda pair: -pair[1]):
        print(f"  {one:32} {cost * share:.2f} ms")


if __name__ == "__main__":
    main()
