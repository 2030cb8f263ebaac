"""Actors of a summary whom its article never mentions."""

from __future__ import annotations

import pytest

from summarizer.audit.mentions import actors_not_mentioned


def party(name, **more):
    return {"id": "x", "name": name, "kind": "person", **more}


def found(grounded, *parties, **changes):
    subject = grounded(parties=parties, agreements=[], **{"positions": [], **changes})
    return [(f.code, f.severity, f.at) for f in actors_not_mentioned(subject)]


def test_a_party_that_the_article_never_mentions_is_an_error(grounded):
    """No word of the name stands in the article."""
    assert found(grounded, party("Maren Ostwick")) == [
        ("party-not-mentioned", "error", "/content/parties/0/name")
    ]


def test_a_position_of_such_a_party_is_an_error_too(grounded, position):
    """The reader of the position learns that its holder is nobody."""
    positions = position(holder="x", speaker="x")
    assert ("holder-not-mentioned", "error", "/content/positions/0/holder") in found(
        grounded, party("Maren Ostwick"), positions=positions
    )


def test_a_party_of_a_caption_alone_is_a_warning(grounded):
    """Who only stands on an old photograph takes no part in the news."""
    assert found(grounded, party("Lantern Press")) == [
        ("party-from-caption", "warning", "/content/parties/0/name")
    ]


@pytest.mark.parametrize(
    "mentioned",
    [
        party("Ada Quill"),
        party("Quill"),
        party("the envoy", kind="group"),
        party("Dorvanian government", kind="organisation"),
        party("The Republic of Dorvane", kind="state"),
        party("Pell Crossing Authority", aliases=["the Pell Bridge"]),
    ],
    ids=lambda one: one["name"],
)
def test_a_party_that_is_mentioned_in_some_form_is_fine(mentioned, grounded):
    """Part of a name, a derived form or an alias is a mention."""
    assert found(grounded, mentioned) == []
