"""Schema files of a user's own that fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.errors import ProfileError
from summarizer.profile import Profile

PROMPT = """---
name: ferry
version: 3
schema: ferry_schemas.py:Ferry
description: Ferries and where they go
---
Read the article.
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "ferry.md").write_text(PROMPT, encoding="utf-8")
    return tmp_path


def error_of(prompt: Path) -> str:
    with pytest.raises(ProfileError) as caught:
        Profile(prompt)
    assert caught.value.exit_code == 2
    return str(caught.value)


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("class Ferry(:\n", 1, "invalid syntax"),
        ("import os\n\nimport no_such_module\n", 3, "ModuleNotFoundError"),
        ("x = 1\nraise ValueError('no berth')\n", 2, "ValueError: no berth"),
        ("def fail():\n    1 / 0\n\nfail()\n", 2, "ZeroDivisionError"),
        ("import sys\nsys.exit(3)\n", 2, "SystemExit: 3"),
        ("from pydantic import BaseModel\nclass Ferry(BaseModel):\n    x: print\n", 2, "Pydantic"),
        ("\x00", 1, "null bytes"),
    ],
)
def test_a_schema_file_that_fails_is_named_with_its_line(folder, source, line, words):
    """Whatever the user's code raises ends as one sentence; the cause is kept for `--debug`."""
    (folder / "ferry_schemas.py").write_text(source, encoding="utf-8")
    message = error_of(folder / "ferry.md")
    assert message.startswith(f"{folder / 'ferry_schemas.py'}:{line}: ")
    assert words in message


def test_a_schema_that_cannot_be_sent_is_told_at_once(folder):
    """Before an article is read or a request is paid for."""
    source = "from pydantic import BaseModel\nclass Ferry(BaseModel):\n    berths: dict[str, int]\n"
    (folder / "ferry_schemas.py").write_text(source, encoding="utf-8")
    message = error_of(folder / "ferry.md")
    assert message.startswith("Ferry.berths: a strict schema cannot hold a dictionary")
