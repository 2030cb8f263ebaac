"""What is shown: the table and the list of differences."""

from __future__ import annotations

import json
import re

import pytest
from markdown_it import MarkdownIt

from summarizer.evaluation import compare, evaluate, figures, report, table
from summarizer.evaluation.differences import differences_of
from summarizer.evaluation.scoring import score


@pytest.fixture
def differences(case, predicted):
    """`differences(data)`: where a prediction with these JSON values parts from the gold."""
    return lambda data: differences_of(score(case, predicted(data)))


def test_no_difference_from_itself(differences, gold, case, predicted):
    """The gold beside itself."""
    assert differences(gold) == []
    assert "No difference." in report(evaluate([case], [predicted(gold)]))


def test_missed_and_invented_stand_with_their_evidence(differences, gold):
    """One entry a difference, on its own side."""
    gold["agreements"].pop()
    gold["positions"].append(gold["positions"][0] | {"evidence": ["The mines stay"]})
    missed, invented = differences(gold)
    assert (missed.kind, missed.verdict, missed.predicted) == ("agreement", "missed", None)
    assert missed.gold.evidence == ("They will open talks on fish in June.",)
    assert (invented.kind, invented.verdict, invented.gold) == ("position", "invented", None)
    assert invented.predicted.evidence == ("The mines stay",)


def test_a_mismatch_names_its_fields_and_shows_both_sides(differences, gold):
    """Parties by their names, not by ids."""
    gold["positions"][0] |= {"holder": "vel", "form": "mixed"}
    (found,) = differences(gold)
    assert (found.kind, found.verdict, found.fields) == (
        "position",
        "mismatched",
        ("holder", "form"),
    )
    assert (found.gold.fields["holder"], found.predicted.fields["holder"]) == (
        "Arvenia",
        "Ilka Vel",
    )


def test_a_party_that_is_missed(differences, gold):
    """Parties have no evidence, but a name and what they are."""
    gold["parties"][3] |= {"name": "The harbour master", "kind": "person"}
    kinds = [(d.kind, d.verdict) for d in differences(gold)]
    assert kinds[:2] == [("party", "missed"), ("party", "invented")]


def test_the_report_is_inert_markdown(case, predicted, gold):
    """What an article or a model wrote makes no element, link or heading of its own."""
    hostile = "<img src=x> [click](http://x.example) ``` # no | heading\n# none"
    gold["positions"][0] |= {"holder": "vel", "statement": hostile, "evidence": [hostile]}
    gold["parties"][3]["name"] = hostile
    tokens = MarkdownIt("commonmark").parse(report(evaluate([case], [predicted(gold)])))
    kinds = {t.type for token in tokens for t in [token, *(token.children or [])]}
    assert not kinds & {"html_block", "html_inline", "image", "link_open", "code_inline"}
    assert [t.tag for t in tokens if t.type == "heading_open"] == ["h1", "h2"]
    assert sum(t.type == "fence" for t in tokens) == 1


def test_the_table_has_every_measure_and_the_figures_are_the_same(case, predicted, gold):
    """What is printed is what is written as JSON."""
    gold["agreements"][0]["status"] = "ended"
    evaluation = evaluate([case, case], [predicted(gold)] * 2)
    printed, told = table(evaluation), figures(evaluation)
    assert re.search(r"^agreements +4 +4 +4 +1\.000 +1\.000 +1\.000", printed, re.MULTILINE)
    assert re.search(r"^agreements: status +0\.500 +0\.500 to 0\.500$", printed, re.MULTILINE)
    assert told["agreements"]["status"] == 0.5
    assert told["intervals"]["agreements.status"] == [0.5, 0.5]
    assert json.loads(json.dumps(told, allow_nan=False)) == told


def test_failures_are_in_the_table(case, predicted):
    """With the article and the reason."""
    printed = table(evaluate([case], [predicted("no json")]))
    assert re.search(r"^Failed: strait \(unusable\)", printed, re.MULTILINE)


def test_two_runs_side_by_side(case, predicted, gold):
    """Here less there, with the interval of the difference."""
    better = evaluate([case, case], [predicted(gold)] * 2)
    gold["agreements"].pop()
    worse = evaluate([case, case], [predicted(gold)] * 2)
    comparison = compare(better, worse)
    assert comparison.differences["agreements.recall"] == 0.5
    told = figures(better, comparison)["against"]["measures"]["agreements.recall"]
    assert told == {"here": 1.0, "there": 0.5, "difference": 0.5, "interval": [0.5, 0.5]}
    assert re.search(
        r"^agreements: recall +1\.000 +0\.500 +\+0\.500 +0\.500 to 0\.500$",
        table(better, comparison),
        re.MULTILINE,
    )
