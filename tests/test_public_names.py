"""The public face of the package."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import summarizer


def test_all_is_sorted_and_every_name_loads():
    """`__all__` is what the package has, in order, and nothing of it is missing."""
    assert summarizer.__all__ == sorted(summarizer.__all__)
    assert set(summarizer.__all__) == set(summarizer._HOMES)
    for name in summarizer.__all__:
        assert getattr(summarizer, name).__module__.startswith("summarizer.")


def test_an_unknown_name_is_an_attribute_error():
    """A name that is not public is no silent None."""
    with pytest.raises(AttributeError, match="no attribute 'summarise'"):
        _ = summarizer.summarise


def loaded_by(code: str) -> set[str]:
    """The top-level modules that a new interpreter has loaded after `code`."""
    script = f"{code}\nimport sys\nprint(*sorted({{m.split('.')[0] for m in sys.modules}}))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


def test_importing_the_package_loads_nothing_heavy():
    """`import summarizer` costs nothing."""
    heavy = {"openai", "instructor", "pydantic", "rich", "jinja2", "click", "trafilatura"}
    assert not heavy & loaded_by("import summarizer")


def test_help_does_not_even_load_pydantic():
    """`summarize --help` is quick: argument parsing alone."""
    code = (
        "from summarizer.cli.app import run\n"
        "try:\n    run(['--help'])\nexcept SystemExit:\n    pass"
    )
    assert not {"openai", "instructor", "pydantic", "rich", "jinja2"} & loaded_by(code)


def test_a_replay_loads_only_what_it_needs():
    """No client, no database, no rich for JSON, no grapheme clusters where no border needs them."""
    examples = Path(__file__).parents[1] / "examples"
    arguments = [str(examples / "strait-talks.txt"), "--replay", str(examples / "recordings")]
    code = (
        "from summarizer.cli.app import run\n"
        f"try:\n    run([*{arguments}, '--format', 'json'])\nexcept SystemExit as end:\n"
        "    assert end.code == 0, end.code"
    )
    unneeded = {"openai", "instructor", "sqlite3", "rich", "regex"}
    assert not unneeded & loaded_by(code)
