"""Several drafts of one article become one: told twice is one item, ids stay true."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ConfigDict

from summarizer.document import Document
from summarizer.grounding import ground_content
from summarizer.merging import merge
from summarizer.schemas.evidence import DRAFT
from summarizer.schemas.negotiation import Negotiation

ARTICLE = """Dorvane and Halmark agreed on Monday to reopen the Pell Bridge and to lower the toll.

"We will not wait for the winter," President Ada Quill of Dorvane said.

"No date was set," Halmark's envoy Tomas Brandt said.
"""


def party(identifier, name, **more):
    return {"id": identifier, "name": name, "kind": "state", **more}


def agreement(identifier, what, evidence, *parties):
    return {
        "id": identifier,
        "what": what,
        "parties": list(parties),
        "status": "reached",
        "asserted_by": [],
        "evidence": [evidence],
    }


def position(identifier, holder, statement, evidence):
    return {
        "id": identifier,
        "holder": holder,
        "speaker": holder,
        "topic": "date",
        "statement": statement,
        "form": "direct",
        "evidence": [evidence],
    }


def content(parties, agreements=(), positions=(), **more):
    data = {
        "headline": "",
        "overview": "",
        "parties": list(parties),
        "agreements": list(agreements),
        "positions": list(positions),
    }
    made = Negotiation.model_validate(data | more, context=DRAFT)
    ground_content(made, Document.from_text(ARTICLE))
    return made


ONE = content(
    [party("dor", "Dorvane"), party("hal", "Halmark")],
    [
        agreement(
            "a1",
            "Dorvane and Halmark reopen the Pell Bridge.",
            "agreed on Monday to reopen the Pell Bridge",
            "dor",
            "hal",
        )
    ],
    headline="The bridge reopens.",
    overview="One sentence of the first. Another of the first.",
    next_steps=["a1"],
)


def test_one_content_is_itself():
    """Merging a single draft changes nothing, and gives a copy."""
    merged = merge([ONE])
    assert merged == ONE
    assert merged is not ONE


def test_the_same_undertaking_told_twice_is_one_entry_with_both_passages():
    """Same place and like words: one agreement, evidence united, ids of the first kept."""
    again = agreement(
        "a1", "Dorvane and Halmark will reopen the Pell Bridge.", "reopen the Pell Bridge", "h", "d"
    )
    more = content([party("h", "Halmark"), party("d", "the Dorvane")], [again])
    merged = merge([ONE, more])
    (item,) = merged.agreements
    assert [quote.text for quote in item.evidence] == [
        "agreed on Monday to reopen the Pell Bridge",
        "reopen the Pell Bridge",
    ]
    assert item.parties == ["dor", "hal"]
    assert [p.id for p in merged.parties] == ["dor", "hal"]


def test_two_undertakings_of_one_sentence_stay_two():
    """The same place alone makes no two things one."""
    toll = agreement(
        "a1",
        "The toll is lowered.",
        "agreed on Monday to reopen the Pell Bridge and to lower the toll",
        "d",
    )
    merged = merge([ONE, content([party("d", "Dorvane")], [toll])])
    assert [a.id for a in merged.agreements] == ["a1", "a2"]
    assert merged.agreements[1].parties == ["dor"]


def test_ids_that_mean_others_are_given_anew_and_followed():
    """An id of the second draft that the first has for another party does not mix them up."""
    parties = [
        party("hal", "Ada Quill", kind="person", represents="dor2"),
        party("dor2", "Dorvane", aliases=["the republic"]),
    ]
    statement = position("p1", "hal", "She will not wait.", "We will not wait for the winter")
    merged = merge([ONE, content(parties, [], [statement], next_steps=["p1"])])
    quill = next(p for p in merged.parties if p.name == "Ada Quill")
    assert quill.id not in {"dor", "hal"}
    assert quill.represents == "dor"
    assert merged.positions[0].holder == quill.id
    assert merged.parties[0].aliases == ["the republic"]
    assert merged.next_steps == ["a1", "p1"]


def test_ids_that_change_places_are_rewritten_once():
    """X of the second is y of the first and the reverse: each reference follows one step."""
    swapped = [party("hal", "Dorvane"), party("dor", "Halmark")]
    statement = position("p1", "dor", "No date was set.", "No date was set")
    merged = merge([ONE, content(swapped, [], [statement])])
    assert len(merged.parties) == 2
    assert merged.positions[0].holder == "hal"


def test_the_fullest_name_wins_and_the_other_is_an_alias():
    """One person under two names is one party."""
    short = content([party("q", "Quill", kind="person")])
    full = content([party("quill", "Ada Quill", kind="person", role="President")])
    (merged,) = merge([short, full]).parties
    assert (merged.id, merged.name, merged.role) == ("q", "Ada Quill", "President")
    assert merged.aliases == ["Quill"]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Ada Quill", "Tomas Quill", 2),
        ("Ada Quill", "Prime Minister Quill", 1),
        ("Ada Quill", "Ms. Quill", 1),
        ("Ada Quill", "Ada Maria Quill", 1),
    ],
)
def test_a_last_name_alone_makes_no_two_persons_one(one, other, count):
    """Given names that differ tell relatives apart; titles and offices do not."""
    drafts = [content([party("q", name, kind="person")]) for name in (one, other)]
    assert len(merge(drafts).parties) == count


def test_one_point_of_two_holders_stays_two():
    """The same words held by two parties are two positions."""
    both = [party("dor", "Dorvane"), party("hal", "Halmark")]
    one = content(both, [], [position("p1", "dor", "No date was set.", "No date was set")])
    two = content(both, [], [position("p1", "hal", "No date was set.", "No date was set")])
    assert [(p.id, p.holder) for p in merge([one, two]).positions] == [("p1", "dor"), ("p2", "hal")]


def test_scalars_come_from_the_first_that_has_them():
    """Headline and date of the first, unless it has none."""
    later = content([], headline="Another headline.", date="2031-05-01")
    merged = merge([ONE, later])
    assert (merged.headline, merged.date) == ("The bridge reopens.", "2031-05-01")


def test_an_overview_of_parts_takes_of_each_and_stays_short():
    """First sentences first, in the order of the parts, at most 80 words."""
    long = content([], overview="The second begins. " + "word " * 90 + ".")
    assert merge([ONE, long]).overview == (
        "One sentence of the first. Another of the first. The second begins."
    )


@pytest.mark.parametrize("number", [2, 5])
def test_merging_the_same_again_adds_nothing(number):
    """A draft that comes again and again leaves the first as it was."""
    merged = merge([ONE] * number)
    assert merged.model_copy(update={"overview": ONE.overview}) == ONE


class Deed(BaseModel):
    model_config = ConfigDict(frozen=True)

    what: str
    notes: list[str] | None = None
    where: str = ""


class Deeds(BaseModel):
    model_config = ConfigDict(frozen=True)

    deeds: list[Deed] | None = None
    overview: str | None = None
    place: str | None = None


@pytest.mark.parametrize("empty_first", [True, False])
def test_lists_and_texts_that_may_be_none_are_merged(empty_first):
    """A schema may allow None in place of a list, and freeze its classes."""
    full = Deeds(deeds=[Deed(what="The bridge opens.")], overview="It opens.", place="Pell")
    contents = [Deeds(), full] if empty_first else [full, Deeds()]
    assert merge(contents) == full


@pytest.mark.parametrize("empty_first", [True, False])
def test_of_one_thing_told_twice_empty_fields_are_filled(empty_first):
    """None beside a list, and no text beside some, whichever comes first."""
    bare = Deed(what="The bridge to Pell opens.")
    full = Deed(what="The bridge to Pell opens.", notes=["soon"], where="Pell")
    items = [bare, full] if empty_first else [full, bare]
    merged = merge([Deeds(deeds=[item]) for item in items])
    assert merged.deeds == [full]


def person(identifier, name, *aliases):
    return party(identifier, name, kind="person", aliases=list(aliases))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("b", "Bay Quill", "Quill"), person("e", "Ed Quill", "Quill")),
        (person("c", "Charlie Quill", "Quill"), person("r", "Richard H. Quill", "Quill")),
        (person("a", "Ada Quill", "The Minister"), person("b", "Bo Hart", "The Minister")),
        (
            party("f", "Ministry of Finance", kind="organisation", aliases=["the ministry"]),
            party("d", "Ministry of Defence", kind="organisation", aliases=["the ministry"]),
        ),
        (
            party("p1", "Dorvane Union", kind="organisation"),
            party("p1", "Halmark Union", kind="organisation"),
        ),
        (
            party("some", "some Dorvaners", kind="group", aliases=["Dorvaners"]),
            party("state", "Dorvane", aliases=["Dorvaners"]),
        ),
        (
            party("march", "the harbour's friends", kind="group", aliases=["organizers"]),
            party("june", "the toll's enemies", kind="group", aliases=["organizers"]),
        ),
    ],
)
def test_an_alias_in_common_does_not_make_two_into_one(one, other):
    """Two who bear one last name, a state and some of its people, stay two."""
    assert len(merge([content([one]), content([other])]).parties) == 2


def test_a_full_name_among_the_aliases_does():
    """One man with two given names is one, if the article says so."""
    one = person("r", "Richard H. Quill", "Charlie Quill")
    other = person("c", "Charlie Quill")
    assert len(merge([content([one]), content([other])]).parties) == 1


def test_of_several_that_fit_the_one_with_its_id_is_taken():
    """A later part names a body as before, and one of its names is also a loose group's."""
    first = [
        party("some", "some Dorvaners", kind="group", aliases=["Dorvaners", "The Party"]),
        party("body", "Dorvane Party", kind="group"),
    ]
    later = [party("body", "Dorvane Party", kind="group", aliases=["Dorvaners"])]
    merged = merge([content(first), content(later)])
    assert [(p.id, p.aliases) for p in merged.parties] == [
        ("some", ["Dorvaners", "The Party"]),
        ("body", ["Dorvaners"]),
    ]


def test_a_body_under_the_id_that_was_told_is_the_same():
    """A later part was told the id, and calls the body by other words."""
    one = party("host-committee", "Dorvane 2031 Host Committee", kind="organisation")
    other = party("host-committee", "the committee raising funds in Dorvane", kind="organisation")
    merged = merge([content([one]), content([other])])
    assert [p.id for p in merged.parties] == ["host-committee"]
    assert len(merge([content([one]), content([other | {"name": "the Pell Trust"}])]).parties) == 2
