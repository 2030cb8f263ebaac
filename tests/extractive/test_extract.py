"""The extractive engine: always valid, always grounded, precise rather than greedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document import Document
from summarizer.extractive import extract
from summarizer.quotations import find_quotations
from summarizer.schemas.negotiation import Negotiation

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = [
    "strait-talks",
    "fisheries-readout",
    "joint-statement",
    "press-conference",
    "harbour-festival",
]
WORDS = [
    "Vel", "Arvenia", "Arvenia's government", "said", "agreed to", "signed a deal with", "the pair",
    "who", "according to", "We will", "President", "of", "U.S.", "must", "urged", "Joint Statement of",
    '"', "“", "”", "'", ":", ",", ".", "\n\n", "\r\n", "\x00", "\ud800", "MR VEL:", "date 2031-05-02",
]  # fmt: skip


def example(name):
    """An example article as a document."""
    return Document.from_text((EXAMPLES / f"{name}.txt").read_text("utf-8"))


def article(*paragraphs, title="Talks open in Port Sel"):
    """A document with a headline and these paragraphs."""
    return Document.from_text("\n\n".join([title, *paragraphs]))


def names(negotiation, ids):
    """The names of the parties with these ids."""
    return [party.name for party in negotiation.parties if party.id in ids]


def check(document, negotiation):
    """Valid against the schema, ids unique and known, evidence in one paragraph of the text."""
    Negotiation.model_validate_json(negotiation.model_dump_json())
    for items in (negotiation.parties, negotiation.agreements, negotiation.positions):
        assert len({item.id for item in items}) == len(items)
    ids = {party.id for party in negotiation.parties}
    paragraphs = [document.slice(b.start, b.end) for b in document.of_kind("paragraph")]
    for item in (*negotiation.agreements, *negotiation.positions):
        assert item.evidence
        for quote in item.evidence:
            assert any(quote.text in paragraph for paragraph in paragraphs)
    for agreement in negotiation.agreements:
        assert {*agreement.parties, *agreement.asserted_by} <= ids
    for position in negotiation.positions:
        assert {position.holder, position.speaker} <= ids
    for party in negotiation.parties:
        assert party.represents is None or party.represents in ids
    assert len(negotiation.overview.split()) <= 80


@pytest.mark.parametrize("name", NAMES)
def test_examples_come_out_valid_and_grounded(name):
    """Every example article gives a summary with a headline, an overview and sound references."""
    document = example(name)
    negotiation = extract(document)
    check(document, negotiation)
    assert negotiation.headline == " ".join(document.title.split())
    assert negotiation.positions


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=3), max_size=60).map(" ".join))
def test_no_text_raises_or_gives_an_invalid_summary(text):
    """Whatever the text holds, lone surrogates included."""
    document = Document.from_text(text)
    check(document, extract(document))


def test_a_long_text_respects_the_longest_lengths():
    """A sentence of many thousand characters is cut where the schema has a limit."""
    document = article(f"Ilka Vel of Arvenia said “{'we shall not yield ' * 2000}”.")
    check(document, extract(document))


def test_a_quotation_is_a_position_of_its_speaker():
    """Holder, speaker, form and evidence come from the quotation; one without speaker is left out."""
    document = article(
        "The quay was “too short for us all”, as a poster in the harbour had it.",
        "“We shall keep the strait open to every ship,” Ilka Vel, the foreign minister, said.",
    )
    negotiation = extract(document)
    position = negotiation.positions[-1]
    assert names(negotiation, [position.holder, position.speaker]) == ["Ilka Vel"]
    assert position.form == "direct"
    assert position.evidence[0].text.startswith("“We shall keep the strait open")
    assert len(negotiation.positions) == 1
    assert 2 <= len(position.topic.split()) <= 5


def test_reported_speech_is_a_position_in_the_writer_s_words():
    """A sentence without quotation whose subject says something."""
    document = article("Ilka Vel said that Arvenia would close its harbour to foreign trawlers.")
    position = extract(document).positions[0]
    assert position.form == "indirect"


def test_a_spokesman_tells_the_position_of_somebody_else():
    """Within his words another is the subject of a cue: he holds it, the spokesman utters it."""
    document = article(
        "Palace spokesman Pavo Lind spoke to reporters after the call between the presidents.",
        "“President Anselm Roke insisted on a border drawn by a court,” Mr Lind said.",
    )
    negotiation = extract(document)
    position = negotiation.positions[-1]
    assert names(negotiation, [position.holder]) == ["Anselm Roke"]
    assert names(negotiation, [position.speaker]) == ["Pavo Lind"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Arvenia and Sorland agreed to open the strait by the end of May.", "reached"),
        ("Arvenia and Sorland will start negotiations on the strait in May.", "negotiating"),
        ("Arvenia offered to sell its old ferries to Sorland for one crown.", "proposed"),
        ("Arvenia has turned down a request by Sorland for more time.", "rejected"),
        ("Arvenia withdrew from the fishing accord with Sorland on Friday.", "ended"),
    ],
)
def test_the_cue_of_an_agreement_tells_its_status(sentence, status):
    """Both named parties are bound, and the article itself has it on its own word."""
    document = article(
        "Arvenia's government and Sorland's government met in the old customs house.", sentence
    )
    negotiation = extract(document)
    assert [agreement.status for agreement in negotiation.agreements] == [status]
    assert names(negotiation, negotiation.agreements[0].parties) == ["Arvenia", "Sorland"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Arvenia and Sorland have not agreed to anything so far.",
        "Arvenia remains committed to its friendship with Sorland.",
        "Both countries agreed to a truce in the end, it is said.",
        "The truce was broken within a day of its announcement.",
    ],
)
def test_no_agreement_without_cue_or_parties(sentence):
    """Negations, professions, and agreements of parties that nobody names are left out."""
    assert extract(article("The old customs house was full again.", sentence)).agreements == []


def test_who_told_of_an_agreement_asserts_it_and_is_no_party_to_it():
    """A witness is not bound; who says that he agreed is."""
    document = article(
        "Palace spokesman Pavo Lind spoke to reporters in Brask on Friday.",
        "“Ilka Vel and Anselm Roke agreed to meet again before the summer,” Mr Lind said.",
    )
    negotiation = extract(document)
    agreement = negotiation.agreements[0]
    assert names(negotiation, agreement.parties) == ["Ilka Vel", "Anselm Roke"]
    assert names(negotiation, agreement.asserted_by) == ["Pavo Lind"]


def test_an_official_represents_the_state_that_his_office_names():
    """The state is a party too, and the person speaks for it."""
    document = article(
        "Arvenia's government met on Friday. Arvenian Foreign Minister Ilka Vel said that the "
        "strait would stay open to every ship."
    )
    negotiation = extract(document)
    vel = next(party for party in negotiation.parties if party.name == "Ilka Vel")
    assert names(negotiation, [vel.represents]) == ["Arvenia"]
    assert (vel.role, vel.kind) == ("Arvenian Foreign Minister", "person")


def test_people_in_passing_and_in_captions_are_no_parties():
    """Named without saying, asking or binding anything; shown in a photograph."""
    document = article(
        "Ilka Vel said that the strait would stay open, eight years after Jon Dahl had closed it.",
        "Ada Blume signs a deal with Oren Tal in Brask, May 4, 2029. Picture: Harbour Post",
        "The weather in the harbour was fine and the ferries ran on time all day.",
    )
    assert [party.name for party in extract(document).parties] == ["Ilka Vel"]


def test_who_is_asked_to_act_is_a_party():
    """The object of urging, and the subject of "must"."""
    document = article(
        "Arvenia's government and Sorland's government met in the old customs house.",
        "Ilka Vel urged Arvenia to open its archives, and said that Sorland must follow.",
    )
    assert {"Arvenia", "Sorland"} <= {party.name for party in extract(document).parties}


def test_a_joint_statement_has_one_group_holder_and_undertakings():
    """Those who sign are parties; what one of them will do is an agreement told by all."""
    negotiation = extract(example("joint-statement"))
    group = next(party for party in negotiation.parties if party.kind == "group")
    assert group.name == "Tamerin, Ludovar and Quenmark"
    assert {"Tamerin", "Ludovar", "Quenmark"} <= {party.name for party in negotiation.parties}
    assert {position.speaker for position in negotiation.positions} == {group.id}
    assert all(position.form == "direct" for position in negotiation.positions)
    assert len(negotiation.agreements) >= 6


def test_a_readout_is_in_the_voice_of_its_spokesperson():
    """Who the text is attributable to utters the positions that it reports of others."""
    negotiation = extract(example("fisheries-readout"))
    assert {names(negotiation, [p.speaker])[0] for p in negotiation.positions} == {"Dorin Ostrow"}
    assert "Helen Maddern" in {names(negotiation, [p.holder])[0] for p in negotiation.positions}


def test_most_quotations_of_the_hard_example_are_used():
    """Nearly every direct quotation with a speaker lies in some item's evidence."""
    document = example("strait-talks")
    negotiation = extract(document)
    evidence = [
        quote.text
        for item in (*negotiation.agreements, *negotiation.positions)
        for quote in item.evidence
    ]
    direct = [q for q in find_quotations(document)[1:] if q.kind == "direct" and q.speaker]
    used = [q for q in direct if any(q.text[1:30] in text for text in evidence)]
    assert len(used) == len(direct)


def test_real_articles_pass_without_a_crash(shared_data):
    """Every article at hand comes out valid and grounded."""
    for path in sorted((shared_data / "articles").glob("*.txt")):
        document = Document.from_text(path.read_text("utf-8"))
        check(document, extract(document))
