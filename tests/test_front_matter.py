"""Prompt files whose front matter, or the schema that it names, is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.errors import ProfileError
from summarizer.profile import Profile
from tests.ferry import HEAD, write_ferry


@pytest.fixture
def folder(tmp_path):
    return write_ferry(tmp_path)


def error_of(prompt: Path) -> str:
    with pytest.raises(ProfileError) as caught:
        Profile(prompt)
    assert caught.value.exit_code == 2
    return str(caught.value)


@pytest.mark.parametrize(
    ("head", "line", "words"),
    [
        ("Read the article.", 1, "no front matter"),
        ("---\nname: ferry\n", 1, "no front matter"),
        (HEAD.replace("version: 3\n", ""), 1, "lacks version"),
        (HEAD.replace("name: ferry\nversion: 3\n", ""), 1, "lacks name, version"),
        (HEAD.replace("version: 3", "version: 3\nmodel: big"), 4, "unknown key `model`"),
        (HEAD.replace("version: 3", "version: 3\nversion: 4"), 4, "stands twice"),
        (HEAD.replace("version: 3", "version: three"), 3, "whole number"),
        (HEAD.replace("version: 3", "version: 0"), 3, "whole number"),
        (HEAD.replace("name: ferry", "name: ../ferry"), 2, "lower-case letters"),
        (HEAD.replace("name: ferry", "name: [ferry"), 3, "not YAML"),
        (HEAD.replace("name: ferry", "name: [ferry]"), 2, "plain value"),
        (HEAD.replace("name: ferry", "name:"), 2, "plain value"),
        (HEAD.replace("name: ferry", "name: \x07"), 1, "not YAML"),
        ("---\n- ferry\n---\n", 2, "key: value"),
        (HEAD.replace("ferry_schemas.py:Ferry", "Ferry"), 4, "names no class"),
        (HEAD.replace("ferry_schemas.py:Ferry", "no_such.py:Ferry"), 4, "No such file"),
        (HEAD.replace("ferry_schemas.py:Ferry", "ferry:Ferry"), 4, "no built-in schemas `ferry`"),
        (HEAD.replace("ferry_schemas.py:Ferry", "os.path:Ferry"), 4, "is no module"),
        (HEAD.replace(":Ferry", ":Barge"), 4, "no pydantic class `Barge`. It has: Ferry, Berth"),
        (HEAD.replace(":Ferry", ":annotations"), 4, "no pydantic class"),
    ],
)
def test_front_matter_that_is_wrong_names_file_and_line(folder, head, line, words):
    """The user sees where to look and what to write."""
    (folder / "ferry.md").write_text(head + "Read the article.\n", encoding="utf-8")
    message = error_of(folder / "ferry.md")
    assert message.startswith(f"{folder / 'ferry.md'}:{line}: ")
    assert words in message


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"---\nname: f\xff\n", ":2: not UTF-8"),
        (HEAD.encode(), "no template"),
        (b"---\n" + b"#" * 2_000_000, "larger than 2,000,000 bytes"),
    ],
)
def test_a_file_that_is_no_prompt_is_named(folder, data, words):
    """Other encodings, no text, too much text."""
    (folder / "ferry.md").write_bytes(data)
    assert words in error_of(folder / "ferry.md")


def test_a_prompt_that_cannot_be_read_is_named(folder):
    """A missing file and a folder."""
    assert "missing.md: cannot be read: No such file" in error_of(folder / "missing.md")
    assert "cannot be read" in error_of(folder)
