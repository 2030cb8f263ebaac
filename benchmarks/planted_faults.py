"""How many faults does the audit find that were planted in right summaries?

    python benchmarks/planted_faults.py GOLD_DIR [--texts DIR]

GOLD_DIR holds summaries in the reading guide's form, their articles beside them or in DIR. One fault at
a time is planted in one item; found is one that the audit tells by its code at that item. Faults that leave
the words of the evidence (a negation put in other words) cannot be found by rule, and lower the share.
"""

from __future__ import annotations

import argparse
import copy
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from gold_summaries import gold_summaries

from summarizer.document import Document
from summarizer.pipeline import check

Planted = tuple[dict[str, Any], str]
"""The summary with a fault, and the JSON pointer under which it lies."""

NEGATION = re.compile(r"\b(?:do not|does not|did not|not|never|no longer) ")
AUXILIARY = re.compile(r"\b(?:will|would|should|is|are|can|must|has|have|may)\b(?! not)")
HEDGE = re.compile(r"\b(?:may|might|could)\b")
BOUND = re.compile(r"\b(?:at least|up to|at most|no later than|no less than|more than) (?=\S*\d)")
CONDITION = re.compile(r",? (?:if|unless)\b.*(?=\.$)|^If\b[^,]*, ")
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
MARKS = '"“«「'
NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{3,}")


def texts_of(gold: dict[str, Any]) -> Iterator[tuple[str, int, str]]:
    """The list, the index and the field of every sentence in a summary's own words."""
    for name, field in (("agreements", "what"), ("positions", "statement")):
        for index in range(len(gold[name])):
            yield name, index, field


def in_text(pattern: re.Pattern[str], new: str) -> Callable[..., Iterator[Planted]]:
    """Plants `new` in place of the first match in each sentence."""

    def plant(gold: dict[str, Any], _: Document) -> Iterator[Planted]:
        for name, index, field in texts_of(gold):
            changed = copy.deepcopy(gold)
            item = changed[name][index]
            item[field] = pattern.sub(new, item[field], count=1)
            if item[field] != gold[name][index][field]:
                yield changed, f"/content/{name}/{index}"

    return plant


def other_speaker(gold: dict[str, Any], _: Document) -> Iterator[Planted]:
    """Lays the quoted words of one person at another's door."""
    people = [party["id"] for party in gold["parties"] if party["kind"] == "person"]
    for index, position in enumerate(gold["positions"]):
        others = [identifier for identifier in people if identifier != position["speaker"]]
        is_quoted = any(mark in evidence for evidence in position["evidence"] for mark in MARKS)
        if is_quoted and position["speaker"] in people and others:
            changed = copy.deepcopy(gold)
            changed["positions"][index]["speaker"] = others[0]
            yield changed, f"/content/positions/{index}"


def invented_party(gold: dict[str, Any], _: Document) -> Iterator[Planted]:
    for index in range(len(gold["parties"])):
        changed = copy.deepcopy(gold)
        changed["parties"][index] |= {"name": "Maren Ostwick", "aliases": []}
        yield changed, f"/content/parties/{index}"


def other_first_name(gold: dict[str, Any], _: Document) -> Iterator[Planted]:
    for index, party in enumerate(gold["parties"]):
        if party["kind"] == "person" and " " in party["name"]:
            changed = copy.deepcopy(gold)
            changed["parties"][index]["name"] = "Quentin " + party["name"].split(" ", 1)[1]
            yield changed, f"/content/parties/{index}"


def caption_as_evidence(gold: dict[str, Any], document: Document) -> Iterator[Planted]:
    for block in document.of_kind("caption"):
        for index in range(len(gold["agreements"])):
            changed = copy.deepcopy(gold)
            words = document.slice(block.start, block.end)[:60].rsplit(" ", 1)[0]
            changed["agreements"][index]["evidence"] = [words]
            yield changed, f"/content/agreements/{index}"


def told_twice(gold: dict[str, Any], _: Document) -> Iterator[Planted]:
    for name in ("agreements", "positions"):
        for item in gold[name]:
            changed = copy.deepcopy(gold)
            changed[name].append(copy.deepcopy(item))
            yield changed, f"/content/{name}/{len(gold[name])}"


FAULTS: dict[str, tuple[Callable[..., Iterator[Planted]], str]] = {
    "another number": (in_text(NUMBER, "7351"), "number-not-in-article date-not-in-article"),
    "another name": (in_text(NAME, "Veldoria"), "name-not-in-article"),
    "negation dropped": (in_text(NEGATION, ""), "negation-lost"),
    "negation added": (in_text(AUXILIARY, r"\g<0> not"), "negation-added"),
    "hedge dropped": (in_text(HEDGE, "will"), "hedge-lost"),
    "condition dropped": (in_text(CONDITION, ""), "condition-lost"),
    "bound dropped": (in_text(BOUND, ""), "bound-lost"),
    "another speaker": (other_speaker, "speaker-differs"),
    "invented party": (invented_party, "party-not-mentioned"),
    "another first name": (other_first_name, "name-not-in-article"),
    "caption as evidence": (caption_as_evidence, "evidence-in-caption"),
    "told twice": (told_twice, "duplicate-item"),
}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("--texts", type=Path)
    arguments.add_argument("--missed", action="store_true", help="show each fault not found")
    given = arguments.parse_args()
    summaries = list(gold_summaries(given.gold, given.texts))
    for fault, (plant, code) in FAULTS.items():
        planted = found = 0
        for name, document, gold in summaries:
            for changed, at in plant(gold, document):
                findings = check(document, json.dumps(changed)).findings
                is_found = any(
                    f.code in code.split() and f"{f.at}/".startswith(f"{at}/") for f in findings
                )
                planted, found = planted + 1, found + is_found
                if given.missed and not is_found:
                    print(f"  missed in {name}: {at}")
        share = f"{found / planted:.0%}" if planted else "-"
        print(f"{fault:22} {code.split()[0]:22} {found:4} of {planted:4} {share:>5}")


if __name__ == "__main__":
    main()
