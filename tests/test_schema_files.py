"""The committed JSON Schema files are those that the code makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.profile import Profile
from summarizer.strict_schema import json_text

SCHEMAS = Path(__file__).parents[1] / "schemas"
PROFILES = [prompt.name for prompt in Profile.builtin()]


@pytest.mark.parametrize("name", PROFILES)
def test_the_result_schema_on_file_is_current(name):
    """If not: `summarize schema NAME > schemas/NAME.schema.json`."""
    written = (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")
    assert written == json_text(Profile(name).result_schema())


@pytest.mark.parametrize("name", PROFILES)
def test_the_draft_schema_on_file_is_current(name):
    """If not: `summarize schema NAME --draft > schemas/NAME.draft.json`."""
    written = (SCHEMAS / f"{name}.draft.json").read_text(encoding="utf-8")
    assert written == json_text(Profile(name).draft_schema["schema"])
