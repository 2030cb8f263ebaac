"""The prompt for negotiations: what its example shows. (What holds for all: test_prompts.py.)"""

from __future__ import annotations

import json

from summarizer.profile import Profile


def test_its_example_shows_what_is_hard():
    """One tells another's view, an offer is declined, one undertaking is told three times."""
    article, _, rest = Profile("negotiation@1").render().partition('\n\n{"parties"')
    reply, _ = json.JSONDecoder().raw_decode('{"parties"' + rest)
    assert any(p["holder"] != p["speaker"] and p["form"] == "direct" for p in reply["positions"])
    assert any(position["form"] == "mixed" for position in reply["positions"])
    assert any(agreement["status"] == "rejected" for agreement in reply["agreements"])
    assert any(len(agreement["evidence"]) == 3 for agreement in reply["agreements"])
    assert "[caption]" in article.partition("# An example")[2]
