"""Quotations of whole articles: paragraphs, captions, headlines, transcripts, block quotations."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document import Document
from summarizer.quotations import find_quotations

EXAMPLES = Path(__file__).parents[2] / "examples"
WORDS = [
    "Vel",
    "said",
    "the minister",
    "he",
    "who",
    "according to",
    "as",
    "by",
    "agreed",
    "of",
    "U.S.",
]
MARKS = [
    '"',
    "“",
    "”",
    "'",
    "’",
    "«",
    "»",
    ":",
    ",",
    ".",
    "?",
    "\n\n",
    "\r\n",
    "\x00",
    "\ud800",
    "(",
    ")",
]


def article(*paragraphs):
    """A document with a headline and these paragraphs."""
    return Document.from_text("\n\n".join(["Talks open in Port Sel", *paragraphs]))


def told(document):
    """What each quotation says, its kind and its speaker's name."""
    return [
        (
            quotation.text.strip("\"“”'"),
            quotation.kind,
            quotation.speaker and quotation.speaker.name,
        )
        for quotation in find_quotations(document)
    ]


def test_a_quotation_continues_where_the_next_paragraph_opens_again():
    """Each paragraph is an entry; all have the speaker whom one of them names, and his cue."""
    document = article(
        "Ilka Vel of Arvenia spoke to reporters in the harbour on Friday.",
        "“We have met twice.",
        "“We shall meet again,” Oren Tal said.",
        "“And then we shall sign.”",
    )
    found = find_quotations(document)
    assert [quotation.speaker.name for quotation in found] == ["Oren Tal"] * 3
    assert [quotation.cue for quotation in found] == ["said", "said", None]
    assert found[0].text == "“We have met twice."


def test_a_missing_closing_mark_does_not_swallow_the_article():
    """The quotation ends with its attribution or its paragraph, whatever follows."""
    document = article(
        "“We have met twice, Oren Tal said. The weather was fine.",
        "Nobody else spoke to the reporters who waited in the rain.",
        "“It is over,” Ilka Vel said.",
    )
    assert told(document) == [
        ("We have met twice,", "direct", "Oren Tal"),
        ("It is over,", "direct", "Ilka Vel"),
    ]


def test_captions_hold_no_quotations_but_tell_offices():
    """What a caption quotes is left out; whom it calls the president is the president."""
    document = article(
        "Anselm Roke met Ilka Vel on Monday in the capital of Sorland.",
        'Sorland\'s President Anselm Roke says "never" in Brask, May 4, 2029. Picture: Harbour Post',
        "The president said the talks were “useful to both of us”.",
    )
    assert told(document) == [("useful to both of us", "mixed", "Anselm Roke")]


def test_a_headline_repeats_what_the_body_quotes():
    """Its kind and speaker are the body's; one that the body does not quote is at a distance."""
    document = Document.from_text(
        "Sorland to 'close the strait at once' after 'talks'\n\n"
        "Anselm Roke said that Sorland would “close the strait at once” if the talks failed."
    )
    assert told(document) == [
        ("close the strait at once", "mixed", "Anselm Roke"),
        ("talks", "scare", None),
        ("close the strait at once", "mixed", "Anselm Roke"),
    ]


def test_the_turns_of_a_transcript_are_direct_and_their_labels_name_the_speakers():
    """A paragraph without label goes on with the turn; a questioner is nobody."""
    document = Document.from_text(
        "Remarks After the Customs Talks\n\n"
        "Foreign Minister Ilka Vel of Arvenia spoke to the press after the talks on Monday.\n\n"
        "MINISTER VEL: We have agreed on nothing. I call that “progress”.\n\n"
        "We shall meet again.\n\n"
        "QUESTION: When?\n\n"
        "MINISTER VEL: Soon."
    )
    assert told(document) == [
        ("We have agreed on nothing. I call that “progress”.", "direct", "Ilka Vel"),
        ("We shall meet again.", "direct", "Ilka Vel"),
        ("When?", "direct", None),
        ("Soon.", "direct", "Ilka Vel"),
    ]


def test_a_word_in_capitals_before_a_colon_makes_no_transcript():
    """A place, an update or a heading is no speaker."""
    document = article(
        "PORT SEL: The talks went on through the night in the old customs house.",
        "UPDATE: The talks have ended without a result, both sides said.",
    )
    assert told(document) == []


def test_a_paragraph_set_off_by_marks_of_quotation_is_a_block_quotation():
    """Its speaker is the one who introduces it in the paragraph before."""
    document = article(
        "In a letter to the port, Ilka Vel wrote on Friday evening:",
        "> We shall not pay for a bridge that nobody asked for.",
    )
    quotation = find_quotations(document)[0]
    assert (quotation.kind, quotation.speaker.name) == ("direct", "Ilka Vel")
    assert "block" in quotation.reason


@pytest.mark.parametrize("name", ["strait-talks", "harbour-festival", "press-conference"])
def test_offsets_slice_back_in_the_example_articles(name):
    """The text of each quotation is the document's own, and so is each mention."""
    document = Document.from_text((EXAMPLES / f"{name}.txt").read_text("utf-8"))
    found = find_quotations(document)
    assert found
    for quotation in found:
        assert document.slice(quotation.start, quotation.end) == quotation.text
        if quotation.speaker:
            assert document.slice(quotation.speaker.start, quotation.speaker.end).strip()


def test_the_hard_example_has_every_direct_quotation_with_its_speaker():
    """Mixed marks, captions between the paragraphs of a quotation, descriptions and pronouns."""
    document = Document.from_text((EXAMPLES / "strait-talks.txt").read_text("utf-8"))
    speakers = [name for _, kind, name in told(document)[2:] if kind != "scare"]
    assert speakers == [
        "Ines Hallory",
        "Ines Hallory",
        *["Corwin Strale"] * 2,
        *["Pavo Lindmar"] * 7,
        *["Corwin Strale"] * 4,
        "Sabine Oduwe",
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*WORDS, *MARKS]) | st.text(max_size=3), max_size=60))
def test_no_input_raises_and_offsets_slice_back(pieces):
    """Quotations are in order, apart, and exactly what the document has there."""
    document = Document.from_text(" ".join(pieces))
    end = 0
    for quotation in find_quotations(document):
        assert end <= quotation.start < quotation.end
        assert document.slice(quotation.start, quotation.end) == quotation.text
        assert quotation.reason
        end = quotation.end


@pytest.mark.parametrize(
    ("text", "quoted", "kind"),
    [
        ("青嶼國表示：「青嶼國不會限制商人數目。」", "「青嶼國不會限制商人數目。」", "direct"),
        ("他說這份協定「只肥了船東，沒有養活鹽工」。", "「只肥了船東，沒有養活鹽工」", "mixed"),
        ("他對此「感到遺憾」。", "「感到遺憾」", "scare"),
        (
            "وقال الوزير: «لن تبني نخلان أي سد جديد على النهر».",
            "«لن تبني نخلان أي سد جديد على النهر»",
            "mixed",
        ),
        ("وصفها بأنها «خطوة صغيرة».", "«خطوة صغيرة»", "scare"),
    ],
)
def test_scripts_without_capitals_are_judged_by_end_and_length(text, quoted, kind):
    """Where no word has a capital, a whole sentence is direct and a few words are a term."""
    document = Document.from_text(f"標題 عنوان\n\n{text}")
    (found,) = find_quotations(document)
    assert (found.text, found.kind) == (quoted, kind)
    assert document.slice(found.start, found.end) == quoted
