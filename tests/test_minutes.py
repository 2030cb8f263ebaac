"""The profile for minutes: its schema, and recorded replies to the invented meetings."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from summarizer import Document, Summarizer
from summarizer.grounding import ground_content
from summarizer.merging import merge
from summarizer.profile import Profile
from summarizer.readers import read
from summarizer.render import FORMATS, render
from summarizer.replies import Recordings
from summarizer.schemas.evidence import DRAFT, quotes
from summarizer.schemas.minutes import Minutes

EXAMPLES = Path(__file__).parents[1] / "examples" / "minutes"
MEETINGS = ("festival-call", "harbour-board")

TEXT = """Present: Orla Penk (chair), Sami Druve.

Druve will print the notice by 12 May. The gate is to be painted.

Sami asked who pays for the sluice.
"""


def minutes(**given):
    empty = {"decisions": [], "actions": [], "open_questions": [], "headline": "", "overview": ""}
    made = Minutes.model_validate({"attendees": [], **empty, **given}, context=DRAFT)
    ground_content(made, Document.from_text(TEXT))
    return made


def attendee(identifier, name, *aliases):
    shown = {"role": None, "aliases": list(aliases), "presence": "present", "evidence": [name]}
    return {"id": identifier, "name": name, **shown}


def action(identifier, what, evidence, *owners):
    more = {"owners": list(owners), "due": None, "evidence": [evidence]}
    return {"id": identifier, "what": what, **more}


@pytest.mark.parametrize("due", ["12 May", "2031-5-12", "2031-05-12T10:00", "2031-05-12\n", ""])
def test_a_due_date_is_a_day_in_iso_form(due):
    """It can be sorted and put into a calendar; all else belongs into `what`."""
    with pytest.raises(ValidationError, match="due"):
        minutes(actions=[action("a1", "Print the notice.", "print the notice") | {"due": due}])


def test_meetings_in_parts_are_merged_as_any_other_content():
    """One person under two ids is one attendee, the owners follow, an action told twice is one."""
    druve, notice = attendee("sdruve", "Sami Druve", "Druve"), "Druve will print the notice"
    first = minutes(
        attendees=[attendee("openk", "Orla Penk"), druve],
        actions=[action("a1", "Print the notice.", notice, "sdruve")],
    )
    more = minutes(
        attendees=[attendee("x", "Druve")],
        actions=[
            action("a1", "The gate is to be painted.", "The gate is to be painted"),
            action("a2", "Print the notice.", "print the notice by 12 May", "x"),
        ],
        open_questions=[
            {
                "id": "q1",
                "question": "Who pays for the sluice?",
                "raised_by": "x",
                "evidence": ["who pays for the sluice"],
            }
        ],
    )
    merged = merge([first, more])
    assert [person.name for person in merged.attendees] == ["Orla Penk", "Sami Druve"]
    assert [(a.what, a.owners, len(a.evidence)) for a in merged.actions] == [
        ("Print the notice.", ["sdruve"], 2),
        ("The gate is to be painted.", [], 1),
    ]
    assert merged.open_questions[0].raised_by == "sdruve"


@pytest.fixture(scope="module")
def recordings():
    return Recordings(EXAMPLES / "recordings")


@pytest.fixture(scope="module")
def summaries(recordings):
    """The recorded summary of each meeting, by name."""
    with Summarizer(profile="minutes", replay=recordings, repair=0) as summarizer:
        return {name: summarizer.summarize(EXAMPLES / f"{name}.txt") for name in MEETINGS}


def test_every_example_has_its_recording_and_no_other(summaries, recordings):
    """A recording is of the prompt and the text as they are."""
    assert {path.stem for path in EXAMPLES.glob("*.txt")} == set(summaries)
    assert not recordings.unused()


@pytest.mark.parametrize("name", MEETINGS)
def test_recorded_replies_stand_up(summaries, name):
    """Every quote is exact, every id refers to something, nothing is an error."""
    summary = summaries[name]
    assert summary.profile == Profile("minutes").label
    assert {quote.match for _, quote in quotes(summary.content)} == {"exact"}
    assert not summary.errors()


@pytest.mark.parametrize("name", MEETINGS)
def test_a_decision_taken_back_is_told_as_such(summaries, name):
    """With both passages; the other decisions stand."""
    decisions = summaries[name].content.decisions
    (withdrawn,) = (decision for decision in decisions if decision.status == "withdrawn")
    assert len(withdrawn.evidence) >= 2
    assert any(decision.status == "stands" for decision in decisions)


@pytest.mark.parametrize(
    ("name", "owner", "due"),
    [("harbour-board", "Jory Pell", "2031-03-28"), ("festival-call", "Bashir Olen", "2031-09-16")],
)
def test_a_date_that_is_changed_is_the_last_one(summaries, name, owner, due):
    """It belongs to its owner, under whatever name the text had for them there."""
    content = summaries[name].content
    names = {person.id: person.name.title() for person in content.attendees}
    (changed,) = (item for item in content.actions if item.due == due)
    assert [names[identifier] for identifier in changed.owners] == [owner]
    assert len(changed.evidence) >= 2


@pytest.mark.parametrize(("name", "word"), [("harbour-board", "lamp"), ("festival-call", "poster")])
def test_an_action_that_names_nobody_has_no_owner(summaries, name, word):
    """Not even the one who speaks of it."""
    (item,) = (a for a in summaries[name].content.actions if word in a.what)
    assert item.owners == []


@pytest.mark.parametrize(
    ("name", "open_one", "answered"),
    [("harbour-board", "divers", "crane"), ("festival-call", "parking", "brigade")],
)
def test_a_question_that_is_answered_later_is_not_open(summaries, name, open_one, answered):
    """What was left open is told, and by whom it was asked where the text says so."""
    told = " ".join(item.question.lower() for item in summaries[name].content.open_questions)
    assert open_one in told
    assert answered not in told


@pytest.mark.parametrize(
    ("name", "wishes"),
    [("harbour-board", ["café", "ferry", "blow", "waive"]), ("festival-call", ["bigger", "choir"])],
)
def test_what_is_only_wished_is_no_decision(summaries, name, wishes):
    """Nor is an order that a slip of paper gives to whoever reads it."""
    told = " ".join(decision.what for decision in summaries[name].content.decisions)
    assert not [wish for wish in wishes if wish in told]


@pytest.mark.parametrize(
    ("name", "aliases"), [("harbour-board", "Skip"), ("festival-call", "Mr Halden")]
)
def test_a_person_under_two_names_is_one_attendee(summaries, name, aliases):
    """The other name is an alias; who is away is told."""
    attendees = summaries[name].content.attendees
    assert [aliases in person.aliases for person in attendees].count(True) == 1
    assert len({person.name for person in attendees}) == len(attendees)
    assert [person.presence for person in attendees].count("absent") == 1


@pytest.mark.parametrize("format_name", [name for name in FORMATS if name != "guide"])
@pytest.mark.parametrize("name", MEETINGS)
def test_every_format_shows_it(summaries, name, format_name):
    """With no word about minutes in any renderer."""
    document = read(EXAMPLES / f"{name}.txt")
    text = render(summaries[name], document, format_name)
    evidence = next(quote for _, quote in quotes(summaries[name].content))
    assert evidence.text.split()[0] in text


def test_owners_are_shown_by_name(summaries):
    """An id is nothing to a reader, and that nobody is named is something."""
    document = read(EXAMPLES / "harbour-board.txt")
    text = render(summaries["harbour-board"], document, "terminal", width=100)
    assert "Owners: Jory Pell · Due: 2031-03-28" in text
    assert "Owners: none" in text
    assert "jpell" not in text


def test_the_audit_asks_minutes_for_no_agreements_and_takes_attendees_as_they_are(summaries):
    """Cues of agreements and idle parties are matters of other schemas."""
    codes = {finding.code for summary in summaries.values() for finding in summary.findings}
    assert not codes & {"agreement-cue-uncovered", "party-unused"}
