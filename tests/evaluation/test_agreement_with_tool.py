"""The measures agree with the stand-alone script that measures without this package."""

from __future__ import annotations

import copy
import importlib.util
import json
import random
from pathlib import Path

import pytest

from summarizer.evaluation import evaluate, figures, read_cases, read_prediction

ROOT = Path(__file__).parents[2]
TOOL = ROOT.parent / "shared" / "tools" / "score_summaries.py"


@pytest.fixture(scope="module")
def tool():
    """The script as a module."""
    if not TOOL.is_file():
        pytest.skip("the stand-alone script (shared/tools) is not beside this checkout")
    spec = importlib.util.spec_from_file_location("score_summaries", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def damaged(reading, chance):
    """A reading as a careless reader would give it: entries lost, split, moved, misattributed."""
    reading = copy.deepcopy(reading)
    ids = [party["id"] for party in reading["parties"]] or ["nobody"]
    for kind in ("parties", "agreements", "positions"):
        kept = [item for item in reading[kind] if chance.random() < 0.8]
        again = [copy.deepcopy(item) for item in kept if chance.random() < 0.2]
        reading[kind] = kept + again
        chance.shuffle(reading[kind])
    for party in reading["parties"]:
        if chance.random() < 0.3:
            party["name"] = chance.choice(
                [f"The {party['name']}", party["name"].split()[-1], "Nemo"]
            )
            party["aliases"] = chance.choice([[], None, party["aliases"]])
    for item in reading["agreements"] + reading["positions"]:
        item["evidence"] = [moved(words, chance) for words in item["evidence"]]
    for item in reading["agreements"]:
        item["status"] = chance.choice([item["status"], item["status"], "ended"])
        item["parties"] = chance.choice([item["parties"], item["parties"][:1], [*ids, "unknown"]])
        item["asserted_by"] = chance.choice([item["asserted_by"], ids[:1]])
    for item in reading["positions"]:
        item["holder"] = chance.choice([item["holder"], chance.choice(ids), None])
        item["speaker"] = chance.choice([item["speaker"], chance.choice(ids), "unknown"])
        item["form"] = chance.choice([item["form"], "mixed"])
    return reading


def moved(words, chance):
    """Evidence as it was, a part of it, with other marks, altered, or none."""
    half = len(words) // 2
    return chance.choice([words, words, words[half:], words[: half // 2], words.title(), "", "e"])


def agrees(tool, gold, predicted, texts):
    """Checks that every figure of the script is ours to the third decimal; returns them."""
    expected = tool.score(gold, predicted, texts)
    cases = read_cases(gold, texts)
    told = figures(evaluate(cases, [read_prediction(case, predicted) for case in cases]))
    for name, value in expected.items():
        ours = {n: told[name][n] for n in value} if isinstance(value, dict) else told[name]
        assert ours == pytest.approx(value, abs=5e-4), name
    return expected


@pytest.mark.parametrize("seed", range(4))
def test_invented_articles(tool, tmp_path, seed):
    """The examples' gold, damaged at random, with a file missing."""
    gold = ROOT / "tests" / "gold"
    expected = agrees(tool, gold, spoilt(gold, tmp_path, seed), ROOT / "examples")
    assert expected["missing"] == 1
    assert 0 < expected["positions"]["f1"] < 1


def test_real_articles(tool, tmp_path, shared_data):
    """The same over the gold of real articles."""
    gold = shared_data / "gold"
    expected = agrees(tool, gold, spoilt(gold, tmp_path, seed=9), gold)
    assert 0 < expected["agreements"]["parties_jaccard"] < 1


def spoilt(gold, folder, seed):
    """A folder of damaged readings; the first article has none."""
    chance = random.Random(seed)
    for path in sorted(gold.glob("*.json"))[1:]:
        reading = damaged(json.loads(path.read_text(encoding="utf-8")), chance)
        (folder / path.name).write_text(json.dumps(reading), encoding="utf-8")
    return folder
