"""Actors: the names, offices and descriptions of one actor are put together."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.quotations import find_actors

ARTICLE = """Talks on the strait open in Port Sel

Arvenian Defence Secretary Corwin Strale met Ines Hallory, the president of Sorland, on Monday.

Mr Strale called the meeting “useful”, and the defence secretary said he would “come back”. Hallory said it was “a start”.

In Port Sel, Arvenia’s government published the text. The Northern Harbour Council (NHC) welcomed it, and the NHC said it was “a good day”.

A senior official said the text was “thin”. Two diplomats called it “empty”.
"""


def actor(name, text=ARTICLE):
    """The actor of that name."""
    return next(a for a in find_actors(Document.from_text(text)) if a.name == name)


def test_names_titles_descriptions_and_pronouns_are_one_actor():
    """Office and name, form of address, description and pronoun are mentions of the same person."""
    strale = actor("Corwin Strale")
    printed = [ARTICLE[start:end] for start, end in strale.mentions]
    assert strale.kind == "person"
    assert strale.role == "Arvenian Defence Secretary"
    assert printed == [
        "Arvenian Defence Secretary Corwin Strale",
        "Mr Strale",
        "the defence secretary",
    ]
    assert {"Strale", "Mr Strale", "the defence secretary"} <= set(strale.aliases)


def test_an_office_after_the_name_is_its_role():
    """The apposition tells the role, and a surname alone the person."""
    hallory = actor("Ines Hallory")
    assert (hallory.kind, hallory.role) == (
        "person",
        "the president of Sorland".removeprefix("the "),
    )
    assert "Hallory" in hallory.aliases


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Arvenia", "state"),
        ("Northern Harbour Council", "organisation"),
        ("A senior official", "person"),
        ("Two diplomats", "group"),
    ],
)
def test_kinds_are_told_by_the_words_beside_a_name(name, kind):
    """What states have, what bodies are called, and what is plural."""
    assert actor(name).kind == kind


def test_the_adjective_of_a_state_is_no_actor_of_its_own():
    """Arvenian is left to Arvenia."""
    assert "Arvenian" not in {a.name for a in find_actors(Document.from_text(ARTICLE))}


def test_initials_are_an_alias_of_the_full_name():
    """A name in capitals that abbreviates a full one is the same actor."""
    assert "NHC" in actor("Northern Harbour Council").aliases


def test_two_bearers_of_a_surname_stay_apart():
    """The form of address tells which of the two a surname means."""
    text = (
        "Talks open in Port Sel\n\n"
        "Mr Jon Dahl and his rival Ms Ada Dahl spoke on Friday in the old harbour.\n\n"
        "Ms Dahl said it was “cold”. Mr Dahl said it was “late”.\n"
    )
    ada = actor("Ada Dahl", text)
    assert [text[start:end] for start, end in ada.mentions][-1] == "Ms Dahl"


def test_a_word_that_begins_a_sentence_is_no_name():
    """Ordinary words with a capital are left out."""
    text = "Talks open in Port Sel\n\nOfficials met. Later the talks went on. Strangely, nobody left.\n"
    names = {a.name for a in find_actors(Document.from_text(text))}
    assert not names & {"Officials", "Later", "Strangely"}
