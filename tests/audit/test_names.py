"""Names that a summary uses and its article does not."""

from __future__ import annotations

import pytest

from summarizer.audit.names import names_without_source

ARTICLE = """Kestria and the Northern Compact talk

Kestria's president, Ines Hallory, met ministers of the United States and members of the Northern
Compact in Brask on Friday. Erdoğan Péter of the NATO alliance was there. The Franco-Kestrian talks
with the EU were about the ferry Anna Corde. Many in Germany had hoped for peace.
"""


def found(grounded, **changes):
    subject = grounded(article=ARTICLE, agreements=[], positions=[], parties=[], **changes)
    return [(f.code, f.severity, f.at) for f in names_without_source(subject)]


@pytest.mark.parametrize(
    "prose",
    [
        "The talks were led by Marlow in Brask.",
        "Hallory met Corwin in Brask for the talks.",
        "Marlow said that the talks were of the ferry.",
        "Tessmark's envoy was at the talks with Hallory.",
        "The talks were about the ferry Marlstone in the end.",
    ],
)
def test_a_name_that_the_article_has_not_is_a_warning_in_prose(prose, grounded):
    """An invented person, place or ship is named."""
    assert found(grounded, overview=prose, headline="") == [
        ("name-not-in-article", "warning", "/content/overview")
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "The Kestrian president and Kestrians met the Americans in Brask.",
        "Hallory's talks with the US were in Brask.",
        "The talks of Kestria and the U.S. were with the NC of the north.",
        "The European Union and the North Atlantic Treaty Organization talked to Kestria.",
        "Erdogan Peter of Nato was in the talks with the Germans.",
        "Both sides talked. Peace was hoped for. Talks went on in the end. They met.",
        "If Kestria talks, the Compact will. Citing Hallory, the ministers talked of the ferry.",
        "On Tuesday in March the President and Foreign Minister of Kestria met in the town.",
        "Kestria to Talk with Northern Compact About Ferry Disaster After Marlow Meeting",
    ],
)
def test_other_forms_of_names_and_words_at_a_sentences_start_are_fine(prose, grounded):
    """Inflected and derived forms, acronyms, accents, offices and ordinary words do not fire."""
    assert found(grounded, overview=prose, headline="") == []


def test_a_partly_unknown_name_of_a_party_is_an_error(grounded):
    """World knowledge or another person's first name makes no name of this article."""
    parties = [{"id": "x", "name": "Sabine Hallory", "kind": "person", "aliases": ["Mrs Marlow"]}]
    changes = {"headline": "", "overview": "", "agreements": [], "positions": []}
    subject = grounded(article=ARTICLE, parties=parties, **changes)
    assert [(f.severity, f.at) for f in names_without_source(subject)] == [
        ("error", "/content/parties/0/name"),
        ("warning", "/content/parties/0/aliases/0"),
    ]


def test_a_name_of_a_caption_alone_is_told_apart(grounded):
    """A caption tells of other events."""
    subject = grounded(overview="The talks of Dorvane were in Old Harbour with Halmark.")
    (finding,) = names_without_source(subject)
    assert (finding.code, finding.severity) == ("name-from-caption", "warning")
    assert "Old, Harbour" in finding.message


def test_an_unknown_name_is_told_once(grounded):
    """A name that is in every sentence is one finding."""
    prose = "The talks of Kestria were led by Marlow, and the talks in Brask were of Marlow."
    assert len(found(grounded, overview=prose, headline=prose)) == 1


def test_prose_in_another_language_is_left_alone(grounded):
    """Where every noun has a capital, a capital tells nothing."""
    prose = "Die Gespräche über die Fähre fanden in Brask statt, sagte die Präsidentin am Freitag."
    assert found(grounded, overview=prose, headline=prose) == []


@pytest.mark.parametrize(("name", "codes"), [("李明", []), ("王芳", ["name-not-in-article"])])
def test_names_in_scripts_without_case(name, codes, grounded):
    """A name in Chinese characters is looked for as it is written."""
    article = "布拉斯克会谈\n\n李明和布拉斯克代表团举行了会谈。"
    parties = [{"id": "x", "name": "布拉斯克", "kind": "state", "aliases": [name]}]
    subject = grounded(article=article, agreements=[], positions=[], parties=parties)
    assert [f.code for f in names_without_source(subject)] == codes
