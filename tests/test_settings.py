"""Settings from the environment: what is no setting and looks like one."""

from __future__ import annotations

import pytest

from summarizer import ConfigurationError
from summarizer.settings import load_settings


def test_a_misspelt_variable_is_told(monkeypatch):
    """Ignored, it would leave the user with another model than the one named."""
    monkeypatch.setenv("SUMMARIZER_DEADLNE", "60")
    with pytest.raises(ConfigurationError, match="do you mean SUMMARIZER_DEADLINE") as caught:
        load_settings()
    assert "60" not in str(caught.value)


def test_a_variable_of_another_program_is_left_alone(monkeypatch):
    """The prefix is a common word."""
    monkeypatch.setenv("SUMMARIZER_HOME", "/opt")
    monkeypatch.setenv("SUMMARIZER_DEADLINE", "60")
    assert load_settings().deadline == 60
