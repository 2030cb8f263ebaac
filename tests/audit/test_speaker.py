"""Who spoke a quotation, as the summary has it and as the article has it."""

from __future__ import annotations

import pytest

from summarizer.audit.speaker import speakers_that_differ

STATES = [
    {"id": "dorvane", "name": "Dorvane", "kind": "state"},
    {"id": "halmark", "name": "Halmark", "kind": "state"},
    {"id": "quill", "name": "Ada Quill", "kind": "person", "represents": "dorvane"},
    {"id": "brandt", "name": "Tomas Brandt", "kind": "person", "represents": "halmark"},
    {"id": "envoys", "name": "the envoys", "kind": "group"},
]


def found(subject):
    return [(f.code, f.severity, f.at, f.expected) for f in speakers_that_differ(subject)]


def test_another_person_than_the_article_names_is_a_warning(grounded, position):
    """The article names the speaker beside the quotation, and the summary names somebody else."""
    subject = grounded(parties=STATES, positions=position(speaker="brandt"))
    (finding,) = speakers_that_differ(subject)
    assert (finding.code, finding.severity) == ("speaker-differs", "warning")
    assert (finding.at, finding.expected) == ("/content/positions/0/speaker", "Ada Quill")
    assert "President Ada Quill said" in finding.message
    text = subject.document.text
    assert text[finding.span.start : finding.span.end] == '"We will not wait for the winter,"'


@pytest.mark.parametrize("speaker", ["quill", "dorvane", "envoys"])
def test_the_person_and_the_state_are_no_contradiction(speaker, grounded, position):
    """A president speaks for the state, and a group may hold anybody."""
    assert found(grounded(parties=STATES, positions=position(speaker=speaker))) == []


def test_another_state_is_a_contradiction(grounded, position):
    """A president does not speak for the other state."""
    subject = grounded(parties=STATES, positions=position(speaker="halmark"))
    assert [code for code, *_ in found(subject)] == ["speaker-differs"]


def test_a_pronoun_is_not_sure_enough(grounded, position):
    """The rule that resolves "he said" may err."""
    positions = position(speaker="quill", evidence=['"No date was set,"'])
    assert found(grounded(parties=STATES, positions=positions)) == []


def test_a_spokesperson_who_tells_anothers_view_is_the_speaker(grounded, position):
    """Whose view it is makes no difference to who speaks."""
    subject = grounded(parties=STATES, positions=position(holder="brandt"))
    assert found(subject) == []


@pytest.mark.parametrize(
    ("attribution", "codes"),
    [
        ("the statement said", []),
        ("the Harbour Post reported", []),
        ("Lena Orsk said", ["speaker-differs"]),
    ],
)
def test_somebody_who_is_no_party_must_be_a_named_person(attribution, codes, grounded, position):
    """A thing that "says", or a newspaper that reports it, speaks for whoever is meant."""
    article = f'Talks on tolls\n\nDorvane and Halmark met. "We will not wait," {attribution}.'
    positions = position(speaker="quill", evidence=['"We will not wait,"'])
    subject = grounded(article=article, parties=STATES, positions=positions, agreements=[])
    assert [code for code, *_ in found(subject)] == codes
