"""The prompt and schema that a profile of one's own starts from."""

from __future__ import annotations

import pytest

from summarizer.errors import UsageError
from summarizer.front_matter import read_prompt_file
from summarizer.profile import Profile
from summarizer.schemas.evidence import DRAFT, quotes
from summarizer.starter import starter_files


@pytest.fixture
def profile(tmp_path):
    for name, text in starter_files("2nd-talks").items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return Profile(tmp_path / "2nd-talks.md")


def test_it_is_called_as_the_user_says(profile):
    """In the front matter, in the comments, in the names of its files."""
    assert profile.label == "2nd-talks@1"
    assert "starter" not in "".join(starter_files("2nd-talks").values())
    assert set(starter_files("2nd-talks")) == {"2nd-talks.md", "2nd-talks_schema.py"}


def test_its_comments_are_not_sent(profile):
    """They are for its author: the model would pay for them and be confused."""
    assert "{#" in profile.template
    assert "comment" not in profile.render()
    assert "#}" not in profile.render()


def test_its_prompt_explains_its_schema(profile):
    """Each list and each field is named, and a reply of that form is taken."""
    for part, schema in profile.draft_schema["schema"]["properties"].items():
        assert f"`{part}`" in profile.render() or f"# {part}" in profile.render()
        for field in schema.get("items", {}).get("properties", {}):
            assert f"`{field}`" in profile.render()
    point = {"id": "p1", "said_by": None, "kind": "claim", "what": "It is.", "evidence": ["It is"]}
    reply = {"actors": [], "points": [point], "headline": "It is."}
    content = profile.schema.model_validate(reply, context=DRAFT)
    assert [at for at, _ in quotes(content)] == ["/points/0/evidence/0"]


@pytest.mark.parametrize("name", ["", "Talks", "talks.md", "../talks", "a b", "a" * 65, "-a", "ä"])
def test_a_name_that_no_profile_may_have_is_refused(name):
    """A name becomes two files and a word in every summary."""
    with pytest.raises(UsageError, match=r"cannot be a profile's name.*lower-case"):
        starter_files(name)


@pytest.mark.parametrize("name", sorted({prompt.name for prompt in Profile.builtin()}))
def test_the_name_of_a_built_in_profile_is_refused(name):
    """A summary could not tell the one from the other."""
    with pytest.raises(UsageError, match="built-in"):
        starter_files(name)


def test_what_may_be_a_name_here_may_be_one_in_a_prompt_file(tmp_path):
    """One rule for both."""
    path = tmp_path / "p.md"
    path.write_text(starter_files("a" * 64)["a" * 64 + ".md"], encoding="utf-8")
    assert read_prompt_file(path).name == "a" * 64
