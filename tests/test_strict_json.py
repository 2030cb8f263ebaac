"""JSON that every reader understands in the same way, and nothing else."""

from __future__ import annotations

import pytest

from summarizer.strict_json import StrictJSONError, strict_json


@pytest.mark.parametrize(
    "text",
    ['{"a": [1, 2.5, -3e2, null, true, ""]}', '"\\ud83d\\ude00"', '"\\u0000"', "0", '"\u202e"'],
)
def test_what_readers_agree_on_is_read(text: str) -> None:
    """Numbers, escapes, pairs of surrogates and odd characters are as any JSON reader has them."""
    import json

    assert strict_json(text) == json.loads(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"a": 1, "b": {"c": 1, "c": 1}}', "stands twice"),
        ("[NaN]", "not finite"),
        ("[-Infinity]", "not finite"),
        ("[1e999]", "not finite"),
        ("[" + "7" * 5000 + "]", "too many digits"),
        ("[" * 200_000, "nested"),
        ('"\\uD800"', "surrogate"),
        ('"\\udfff\\ud800"', "surrogate"),
        ('"\ud800"', "surrogate"),
        ('{"hidden": 1', "line 1, column 13"),
        ('\n"a\nb"', "line 2"),
        ("", "line 1"),
        ("{} {}", "column 4"),
        ("\ufeff{}", "line 1"),
    ],
)
def test_what_readers_differ_on_is_refused(text: str, told: str) -> None:
    """The message says what it is and where, and quotes none of the text."""
    with pytest.raises(StrictJSONError, match=told) as raised:
        strict_json(text)
    assert "hidden" not in str(raised.value)
    assert len(str(raised.value)) < 100
