"""Reading gold: it must be usable, for everything is measured by it."""

from __future__ import annotations

import json

import pytest

from summarizer.errors import InputError, UsageError
from summarizer.evaluation import evaluate, read_cases

from .conftest import GOLD, TEXT


@pytest.fixture
def folders(tmp_path):
    """A folder of gold and one of texts, each with one file."""
    gold, texts = tmp_path / "gold", tmp_path / "texts"
    gold.mkdir()
    texts.mkdir()
    (gold / "strait.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (texts / "strait.txt").write_text(TEXT, encoding="utf-8")
    return gold, texts


def test_gold_and_text_of_one_stem_belong_together(folders):
    """Files of other kinds in either folder are passed over."""
    (folders[0] / "notes.txt").write_text("not gold", encoding="utf-8")
    (folders[1] / "other.txt").write_text("an article without gold", encoding="utf-8")
    (case,) = read_cases(*folders)
    assert (case.name, case.document.text) == ("strait", TEXT)
    assert len(case.gold.items) == 4


def test_gold_without_its_article_is_an_error(folders):
    """The file that is missing is named."""
    (folders[1] / "strait.txt").unlink()
    with pytest.raises(InputError, match=r"strait\.txt"):
        read_cases(*folders)


@pytest.mark.parametrize(
    "text", ["{", "{}", '{"parties": [{}], "agreements": [], "positions": []}']
)
def test_gold_that_cannot_be_used_is_an_error(folders, text):
    """A broken gold file is no empty one."""
    (folders[0] / "strait.json").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"strait\.json"):
        read_cases(*folders)


def test_a_folder_without_gold_is_an_error(folders, tmp_path):
    """Nothing to measure by."""
    with pytest.raises(UsageError, match="no gold"):
        read_cases(folders[1], folders[1])


def test_gold_that_the_article_does_not_have_is_said(folders, predicted, gold):
    """A passage that can match nothing is the gold's fault, so it is told."""
    gold["agreements"][0]["evidence"] = ["agreed on Tuesday"]
    (folders[0] / "strait.json").write_text(json.dumps(gold), encoding="utf-8")
    (case,) = read_cases(*folders)
    assert case.strays() == ["agreed on Tuesday"]
    (told,) = evaluate([case], [predicted(GOLD)]).remarks
    assert "strait" in told
