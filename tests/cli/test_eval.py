"""`summarize eval`, over the example articles, their gold and their recorded replies."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.stub_server import Answer, StubServer

ROOT = Path(__file__).parents[2]
EXAMPLES, RECORDINGS, GOLD = (
    ROOT / "examples",
    ROOT / "examples" / "recordings",
    ROOT / "tests/gold",
)
# Some of the articles that have a recorded reply: enough, and quick.
RECORDED = (
    "fisheries-readout",
    "harbour-festival",
    "joint-statement",
    "press-conference",
    "strait-talks",
)
ARTICLES = [EXAMPLES / f"{name}.txt" for name in RECORDED]


@pytest.fixture
def gold(tmp_path):
    """A folder with the gold of the recorded articles alone."""
    folder = tmp_path / "gold"
    folder.mkdir()
    for name in RECORDED:
        shutil.copy(GOLD / f"{name}.json", folder)
    return folder


@pytest.fixture
def evaluated(command, gold, tmp_path):
    """`evaluated(...)` runs the command over the examples: what it printed, and its figures."""

    def run(*arguments):
        file = tmp_path / "figures.json"
        ran = command("eval", gold, "--texts", EXAMPLES, "--json", file, *arguments)
        return ran, json.loads(file.read_text(encoding="utf-8"))

    return run


@pytest.fixture
def made(command, tmp_path):
    """`made(format, ...)` summarises the examples into a folder and returns it."""

    def make(name, *arguments):
        folder = tmp_path / f"made-{name}"
        folder.mkdir()
        assert command(*ARTICLES, "-f", name, "-o", folder, *arguments).code == 0
        return folder

    return make


def test_recorded_replies_are_measured_offline(evaluated, tmp_path):
    """Table, figures and list of differences, with nothing configured."""
    report = tmp_path / "report.md"
    ran, figures = evaluated("--replay", RECORDINGS, "--report", report)
    assert ran.code == 0
    assert "reference reader" in ran.out
    assert figures["articles"] == 5
    assert figures["missing"] == 0
    assert figures["positions"]["matched"] > 20
    assert figures["spent"]["tokens_in"] > 0
    assert figures["spent"]["cost_usd"] is None
    text = report.read_text(encoding="utf-8")
    assert text.startswith("# Evaluation")
    assert [f"## {path.stem}" in text for path in ARTICLES] == [True] * 5


def test_the_same_twice(evaluated):
    """Printed and written, byte for byte: the intervals' chance has a fixed seed."""
    assert evaluated("--replay", RECORDINGS) == evaluated("--replay", RECORDINGS)


def test_rules_alone_are_measured(evaluated):
    """The floor that a model must beat costs nothing."""
    ran, figures = evaluated("--engine", "extractive")
    assert ran.code == 0
    assert figures["run"]["engine"] == ["extractive"]
    nothing = {"tokens_in": 0, "tokens_out": 0, "cost_usd": 0.0, "seconds": 0.0, "requests": []}
    assert figures["spent"] == nothing
    assert figures["positions"]["matched"] > 0


@pytest.mark.parametrize("form", ["json", "guide"])
def test_files_made_before_score_as_those_made_now(evaluated, made, form):
    """Summaries of ours and the guide's format, which tells neither overview nor who made it."""
    _, now = evaluated("--replay", RECORDINGS)
    ran, before = evaluated("--predicted", made(form, "--replay", RECORDINGS))
    assert ran.code == 0
    same = ("parties", "agreements", "positions", "items_exact", "coverage", "coverage_of_gold")
    assert {name: before[name] for name in same} == {name: now[name] for name in same}
    assert before["run"]["model"] == (now["run"]["model"] if form == "json" else [])


def test_two_runs_are_compared_article_by_article(evaluated, made):
    """The model against the rules, each difference with its interval."""
    ran, figures = evaluated(
        "--replay", RECORDINGS, "--against", made("json", "--engine", "extractive")
    )
    assert ran.code == 0
    assert "Compared with" in ran.out
    found = figures["against"]["measures"]["agreements.recall"]
    assert found["difference"] == pytest.approx(found["here"] - found["there"], abs=2e-3)
    assert found["interval"][0] <= found["difference"] <= found["interval"][1]


def test_a_missing_prediction_counts_as_empty(evaluated, made):
    """It is listed, and stays in every denominator."""
    folder = made("guide", "--replay", RECORDINGS)
    _, whole = evaluated("--predicted", folder)
    (folder / "strait-talks.json").unlink()
    ran, figures = evaluated("--predicted", folder)
    assert ran.code == 0
    assert "Failed: strait-talks (missing)" in ran.out
    assert figures["missing"] == 1
    assert figures["positions"]["gold"] == whole["positions"]["gold"]
    assert figures["positions"]["recall"] < whole["positions"]["recall"]
    assert figures["counts"]["quotations"] == whole["counts"]["quotations"]


def test_a_prediction_that_cannot_be_used_is_exit_1(evaluated, made):
    """The others are measured all the same."""
    folder = made("guide", "--replay", RECORDINGS)
    (folder / "strait-talks.json").write_text("{", encoding="utf-8")
    ran, figures = evaluated("--predicted", folder)
    assert ran.code == 1
    assert figures["failures"][0]["reason"] == "unusable"
    assert figures["positions"]["matched"] > 0


def test_an_article_whose_reply_is_not_recorded_is_exit_1(evaluated, tmp_path):
    """One article's recordings are gone: it fails, the run goes on."""
    shutil.copytree(RECORDINGS, tmp_path / "some")
    for path in (tmp_path / "some").glob("*.json"):
        if "Carrow Strait" in path.read_text(encoding="utf-8"):
            path.unlink()
    ran, figures = evaluated("--replay", tmp_path / "some")
    assert ran.code == 1
    assert figures["missing"] == 1


def test_when_all_fail_the_exit_code_is_the_causes(evaluated, tmp_path):
    """An empty folder of recordings: 3, as without eval."""
    ran, figures = evaluated("--replay", tmp_path)
    assert ran.code == 3
    assert figures["missing"] == 5
    assert figures["positions"]["f1"] == 0


def test_refusals_are_counted(evaluated, monkeypatch):
    """A model that refuses has an empty summary, and the reason is told."""
    refusal = {"role": "assistant", "content": None, "refusal": "I cannot help with that."}
    with StubServer() as stub:
        stub.will_answer(
            Answer(
                {
                    "id": "r",
                    "object": "chat.completion",
                    "created": 0,
                    "model": "stub-model",
                    "choices": [{"index": 0, "message": refusal, "finish_reason": "stop"}],
                }
            )
        )
        ran, figures = evaluated("--base-url", stub.url, "-m", "stub-model")
    assert ran.code == 1
    assert figures["refused"] == 5
    assert "(refused)" in ran.out


@pytest.mark.parametrize(
    "arguments",
    [("--engine", "extractive"), ("--model", "x"), ("--replay", RECORDINGS), ("--offline",)],
)
def test_either_read_or_made(command, made, arguments):
    """Options that say how to summarise do not go with summaries that are there: exit 2."""
    folder = made("guide", "--engine", "extractive")
    ran = command("eval", GOLD, "--texts", EXAMPLES, "--predicted", folder, *arguments)
    assert ran.code == 2
    assert arguments[0] in ran.err


def test_only_negotiations_are_measured(command):
    """A profile with another schema is refused before anything is asked: exit 2."""
    profile = EXAMPLES / "profile" / "deal.md"
    ran = command("eval", GOLD, "--texts", EXAMPLES, "-p", profile, "--replay", RECORDINGS)
    assert ran.code == 2
    assert "deal" in ran.err


@pytest.mark.parametrize("gold", [EXAMPLES / "profile", ROOT / "no-such-folder"])
def test_a_folder_without_gold_is_exit_2(command, gold):
    """Nothing to measure by."""
    assert command("eval", gold, "--texts", EXAMPLES, "--engine", "extractive").code == 2


def test_a_figures_file_that_cannot_be_written_is_exit_7(command, tmp_path):
    """As for every other result."""
    ran = command(
        "eval",
        GOLD,
        "--texts",
        EXAMPLES,
        "--engine",
        "extractive",
        "--json",
        tmp_path / "no/f.json",
    )
    assert ran.code == 7
