"""Versions of a prompt live side by side, and a summary names its own."""

from __future__ import annotations

import json

import pytest

from summarizer import Summarizer
from summarizer.checkout import prompts_folder
from summarizer.errors import ProfileError, ReplayMiss
from summarizer.pipeline import check
from summarizer.profile import Profile


@pytest.fixture
def second(tmp_path, monkeypatch):
    """The folder of prompts with the first version for negotiations and a second one beside it."""
    first = (prompts_folder() / "negotiation.v1.md").read_text(encoding="utf-8")
    folder = tmp_path / "prompts"
    folder.mkdir()
    (folder / "negotiation.v1.md").write_text(first, encoding="utf-8")
    changed = first.replace("version: 1\n", "version: 2\n") + "Be brief.\n"
    (folder / "negotiation.v2.md").write_text(changed, encoding="utf-8")
    monkeypatch.setattr("summarizer.profile.prompts_folder", lambda: folder)


@pytest.fixture
def summarized(second, stub, article):
    """`summarized("negotiation@1")`: the article summarised with that profile by the stub."""

    def run(profile, **more):
        options = {"model": "stub-model", "base_url": stub.url, "repair": 0, **more}
        with Summarizer(profile=profile, **options) as summarizer:
            return summarizer.summarize(article)

    return run


def test_the_newest_is_taken_and_named(summarized, stub):
    """Its words are sent, and the summary says that they were its."""
    summary = summarized("negotiation")
    assert summary.profile == "negotiation@2"
    assert summary.provenance.prompt == "negotiation.v2"
    assert summary.provenance.prompt_sha256 == Profile("negotiation@2").prompt_sha256
    assert stub.requests[-1].body["messages"][0]["content"].endswith("Be brief.")


def test_an_older_one_can_be_pinned(summarized, stub):
    """It stays what it was."""
    summary = summarized("negotiation@1")
    assert (summary.profile, summary.provenance.prompt) == ("negotiation@1", "negotiation.v1")
    assert summary.provenance.prompt_sha256 != Profile("negotiation").prompt_sha256
    assert "Be brief." not in stub.requests[-1].body["messages"][0]["content"]


def test_a_reply_to_one_version_does_not_answer_for_another(summarized, tmp_path):
    """A recording answers the prompt that it was made for."""
    summarized("negotiation@1", record=tmp_path / "r")
    assert summarized("negotiation@1", replay=tmp_path / "r").profile == "negotiation@1"
    with pytest.raises(ReplayMiss):
        summarized("negotiation", replay=tmp_path / "r")


def test_a_summary_is_checked_as_the_version_that_it_names(summarized, article):
    """Also when there is a newer one by now; a version that is gone is named."""
    made = json.loads(summarized("negotiation@1").model_dump_json())
    assert check(article, json.dumps(made)).profile == "negotiation@1"
    made["profile"] = "negotiation@7"
    with pytest.raises(ProfileError, match="no profile `negotiation@7`"):
        check(article, json.dumps(made))
