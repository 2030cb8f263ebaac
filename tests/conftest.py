"""What every test stands on: no model by accident, no settings from the machine, no shared cache."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

SHARED_DATA = Path(__file__).parents[2] / "shared" / "data"


@pytest.fixture(autouse=True)
def _clean_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Settings of the machine do not reach a test, and its cache is its own."""
    for name in list(os.environ):
        if name.startswith(("SUMMARIZER_", "OPENAI_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("SUMMARIZER_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def shared_data() -> Path:
    """The folder of real texts; skips the test where it is absent."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the real texts (shared/data) are not beside this checkout")
    return SHARED_DATA
