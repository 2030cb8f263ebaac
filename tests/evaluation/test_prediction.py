"""Reading predictions: whatever the file holds, the article stays in the denominator."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.evaluation import evaluate, figures, read_prediction
from summarizer.pipeline import check
from summarizer.profile import Profile

DEAL = Path(__file__).parents[2] / "examples" / "profile" / "deal.md"


@pytest.fixture
def summary(gold, document):
    """A summary of ours, made of the gold; its evidence has other marks than the article."""
    gold["positions"][0]["evidence"] = ["“We will not wait for the winter,”"]
    gold["positions"][1]["evidence"] = [
        "Sorland's envoy Remy Tan said that the fish belong to both"
    ]
    return check(document, json.dumps(gold))


def test_a_summary_is_scored_by_the_articles_own_words(case, predicted, summary):
    """Marks and line ends that differ cost no match, but such evidence is not verbatim."""
    prediction = predicted(summary.model_dump_json())
    assert prediction.reading.positions[0].evidence == ['"We will not wait for the winter,"']
    found = evaluate([case], [prediction]).measures
    assert found["positions.recall"] == 1
    assert found["items_exact"] == 1
    assert found["verbatim"] == 0.5


def test_what_a_file_says_of_its_own_quotes_is_not_believed(case, predicted, summary):
    """A summary that calls an invented quote exact is grounded afresh."""
    data = json.loads(summary.model_dump_json())
    data["content"]["positions"][0]["evidence"][0]["text"] = "We will pay for everything"
    data["findings"] = []
    prediction = predicted(data)
    assert prediction.proof.exact == 3
    assert prediction.proof.errors >= 1


def test_a_file_of_the_guide_is_taken_to_the_letter(case, predicted, gold):
    """Its evidence is what a plain substring search finds, and no other."""
    gold["positions"][0]["evidence"] = ["“We will not wait for the winter,”"]
    found = evaluate([case], [predicted(gold)]).measures
    assert found["positions.recall"] == 0.5
    assert found["items_exact"] == 1


def test_unknown_fields_and_nulls_do_no_harm(predicted, gold):
    """What others add to the format, and lists that are null."""
    gold["parties"][0] |= {"aliases": None, "colour": "blue"}
    gold["agreements"][0] |= {"denied_by": None, "confidence": 0.5}
    prediction = predicted(gold)
    assert prediction.failure is None
    assert prediction.remark is None
    assert prediction.proof.exact == 4


def test_a_value_outside_the_schema_is_scored_and_said(case, predicted, gold):
    """The audit cannot run, so the article has an error; its quotes are looked up all the same."""
    gold["agreements"][0]["status"] = "celebrated"
    prediction = predicted(gold)
    assert prediction.failure is None
    assert "status" in prediction.remark
    assert (prediction.proof.exact, prediction.proof.errors) == (4, 1)
    assert any("status" in told for told in evaluate([case], [prediction]).remarks)


@pytest.mark.parametrize(
    "text",
    [
        "no json",
        "[]",
        '{"parties": []}',
        '{"parties": [], "agreements": "none", "positions": []}',
        '{"format": "summarizer/summary@1", "content": {}}',
        '{"format": "summarizer/summary@1", "profile": "no-such", "content": {}}',
    ],
)
def test_a_file_that_cannot_be_used_counts_as_empty_and_is_listed(case, predicted, text):
    """It is neither left out nor the end of the run."""
    prediction = predicted(text)
    assert prediction.failure.reason == "unusable"
    told = figures(evaluate([case], [prediction]))
    assert told["missing"] == 1
    assert told["failures"][0]["article"] == "strait"
    assert told["positions"]["gold"] == 2
    assert told["positions"]["f1"] == 0
    assert told["counts"]["quotations"] == 2


def test_a_summary_with_another_schema_counts_as_empty(case, summary, tmp_path):
    """Its evidence may be sound, but it has no agreements or positions to compare."""
    deal = {"headline": "", "buyer": None, "seller": None, "stage": "agreed", "price": None}
    data = json.loads(summary.model_dump_json()) | {"content": deal | {"terms": []}}
    (tmp_path / "strait.json").write_text(json.dumps(data), encoding="utf-8")
    prediction = read_prediction(case, tmp_path, Profile(DEAL))
    assert "Only negotiations" in prediction.failure.message


def test_a_missing_file_counts_as_empty(case, tmp_path):
    """As in every other way of failing, with its own reason."""
    assert read_prediction(case, tmp_path).failure.reason == "missing"


def test_three_empty_lists_are_an_answer(predicted):
    """Nothing agreed, nobody speaks: no error, and no failure."""
    prediction = predicted({"doc": "strait.txt", "parties": [], "agreements": [], "positions": []})
    assert prediction.failure is None
    assert prediction.proof.errors == 0
