"""The gold summaries and the example articles that they were read from belong together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

GOLD = sorted(Path(__file__).parent.glob("*.json"))
EXAMPLES = Path(__file__).parents[2] / "examples"


def captions(text):
    return [paragraph for paragraph in text.split("\n\n") if "Picture: " in paragraph]


def test_every_example_has_its_gold():
    """No example is without a gold summary, and no gold summary without its article."""
    assert {path.stem for path in GOLD} == {path.stem for path in EXAMPLES.glob("*.txt")}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_evidence_is_verbatim_and_not_from_a_caption(path):
    """Every passage stands once in the article, within one paragraph, outside captions."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = (EXAMPLES / gold["doc"]).read_text(encoding="utf-8")
    for item in gold["agreements"] + gold["positions"]:
        assert item["evidence"]
        for passage in item["evidence"]:
            assert text.count(passage) == 1, passage
            assert "\n" not in passage
            assert not any(passage in caption for caption in captions(text)), passage


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_references_name_parties(path):
    """Whoever agrees, asserts, denies, holds, speaks or is represented is a listed party."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    ids = [party["id"] for party in gold["parties"]]
    assert len(ids) == len(set(ids))
    named = {party["represents"] for party in gold["parties"]} - {None}
    for agreement in gold["agreements"]:
        named.update(agreement["parties"], agreement["asserted_by"], agreement["denied_by"])
    for position in gold["positions"]:
        named.update((position["holder"], position["speaker"]))
    assert named <= set(ids)
