"""The committed JSON Schema files are those that the code makes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from summarizer.cli.schema import command
from summarizer.profile import Profile

SCHEMAS = Path(__file__).parents[1] / "schemas"


@pytest.mark.parametrize("name", [prompt.name for prompt in Profile.builtin()])
@pytest.mark.parametrize(("options", "kind"), [([], "schema"), (["--draft"], "draft")])
def test_the_schema_on_file_is_current(name, options, kind):
    """If not: `summarize schema NAME > schemas/NAME.schema.json`, or `--draft` and `.draft.json`."""
    printed = CliRunner().invoke(command, [name, *options])
    assert printed.exit_code == 0
    assert printed.output == (SCHEMAS / f"{name}.{kind}.json").read_text(encoding="utf-8")
