"""From one article's readings to the measures."""

from __future__ import annotations

import pytest

from summarizer.evaluation import evaluate
from summarizer.evaluation.counts import summed
from summarizer.evaluation.measures import MEASURES, measured


@pytest.fixture
def measures(case, predicted):
    """`measures(data)`: every measure of a prediction with these JSON values."""
    return lambda data: evaluate([case], [predicted(data)]).measures


def test_the_gold_itself_is_perfect(measures, gold):
    """All that is compared agrees; the one quotation that the gold leaves out is uncovered."""
    found = measures(gold)
    assert found.pop("coverage") == pytest.approx(1 / 2)
    assert found.pop("errors_per_item") == 0
    assert set(found.values()) == {1.0}


def test_what_is_left_out_costs_recall_and_what_is_made_up_precision(measures, gold):
    """One of two agreements given, and a position that the gold has not."""
    del gold["agreements"][0]
    extra = gold["positions"][0] | {"evidence": ['"The mines stay where they are,"']}
    gold["positions"].append(extra)
    found = measures(gold)
    assert found["agreements.recall"] == 0.5
    assert found["agreements.precision"] == 1
    assert found["agreements.f1"] == pytest.approx(2 / 3)
    assert found["positions.precision"] == pytest.approx(2 / 3)
    assert found["positions.recall"] == 1
    assert found["coverage"] == 1


@pytest.mark.parametrize(
    ("kind", "changes", "measure", "value"),
    [
        ("agreements", {"status": "ended"}, "status", 0.5),
        ("agreements", {"status": "no such status"}, "status", 0.5),
        ("agreements", {"parties": ["arvenia"]}, "parties_jaccard", 0.75),
        ("agreements", {"parties": ["arvenia", "nobody-known"]}, "parties_jaccard", 0.75),
        ("agreements", {"asserted_by": ["vel"]}, "asserted_by", 0.5),
        ("positions", {"holder": "sorland"}, "holder", 0.5),
        ("positions", {"speaker": None}, "speaker", 0.5),
        ("positions", {"form": "mixed"}, "form", 0.5),
    ],
)
def test_a_wrong_field_of_one_of_two_pairs(measures, gold, kind, changes, measure, value):
    """The field is wrong, the item still found, and no other field suffers."""
    gold[kind][0] |= changes
    found = measures(gold)
    assert found.pop(f"{kind}.{measure}") == value
    assert all(v == 1 for name, v in found.items() if name.startswith(kind))


def test_a_quote_that_is_not_the_articles(measures, gold):
    """It is not verbatim, its item is not exact, and the audit calls it an error."""
    gold["positions"][0]["evidence"].append("We will wait for the winter")
    found = measures(gold)
    assert found["verbatim"] == pytest.approx(4 / 5)
    assert found["items_exact"] == pytest.approx(3 / 4)
    assert found["errors_per_item"] >= 1 / 4


def test_an_item_without_evidence_is_not_exact(measures, gold):
    """Nothing is proved by nothing."""
    gold["agreements"][0]["evidence"] = []
    assert measures(gold)["items_exact"] == pytest.approx(3 / 4)


def test_what_is_not_there_is_undefined_and_not_zero():
    """0 of 0 is no share."""
    assert measured(summed([])) == dict.fromkeys(MEASURES)


def test_all_missed_is_zero_and_not_undefined(measures, gold):
    """Gold that nobody found is F1 0; precision over nothing stays undefined."""
    found = measures(gold | {"agreements": []})
    assert found["agreements.f1"] == 0
    assert found["agreements.precision"] is None
