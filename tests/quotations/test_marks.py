"""Marks: every shape and mixture of them, apostrophes, inches, and marks that are missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Document
from summarizer.quotations import find
from summarizer.quotations.marks import find_marked

PIECES = [
    '"',
    "“",
    "”",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "„",
    "「",
    "」",
    "``",
    "''",
    " ",
    ", ",
    ". ",
    "Vel",
    "it's",
]


def marked(text):
    """What is marked in a paragraph, with a bar after what has no closing mark."""
    return [
        text[m.start : m.end] + ("" if m.closed else "|") for m in find_marked(text, 0, len(text))
    ]


@pytest.mark.parametrize(
    "quoted",
    [
        '"We go"',
        "“We go”",
        '“We go"',
        '"We go”',
        "”We go”",
        "„We go“",
        "„We go”",
        "‘We go’",
        "'We go'",
        "'We go’",
        "‘We go'",
        "«We go»",
        "« We go »",
        "»We go«",
        "‹We go›",
        "「We go」",
        "『We go』",
        "``We go''",
        "''We go''",
        "＂We go＂",
    ],
)
def test_every_shape_of_mark_opens_and_closes(quoted):
    """The quotation is found with its marks, before and after other words."""
    assert marked(f"They said {quoted} and left.") == [quoted]
    assert marked(quoted) == [quoted]


@pytest.mark.parametrize(
    "text",
    [
        "The allies' plan isn't the ministers' plan.",
        "It was the '90s, and rock 'n' roll was king.",
        "Go get 'em, they said, 'cause it's late.",
        'The board is 6\'2" long and 5" wide.',
        "A closing mark” with no opening one.",
    ],
)
def test_apostrophes_and_inches_open_nothing(text):
    """No quotation is found."""
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'The allies' plan is bad,' he said.", ["'The allies' plan is bad,'"]),
        ("The 'talks' with 'enemies' failed.", ["'talks'", "'enemies'"]),
        ("'It isn't over,' she said. 'We won't go.'", ["'It isn't over,'", "'We won't go.'"]),
        ("‘He called it “mad”,’ she said.", ["‘He called it “mad”,’"]),
        ("“He said ‘no’ to us,” she said.", ["“He said ‘no’ to us,”"]),
        ("“He said “no” to us,” she said.", ["“He said “no” to us,”"]),
        ('"A 6\'2" man," he said.', ['"A 6\'2" man,"']),
    ],
)
def test_marks_within_marks_belong_to_the_outer_quotation(text, expected):
    """Apostrophes, possessives and nested quotations do not end a quotation."""
    assert marked(text) == expected


def test_a_new_opening_mark_ends_a_quotation_that_was_not_closed():
    """The first has no closing mark and ends where the second begins at the latest."""
    assert marked("“We go, he said. “We stay,” she said.") == ["“We go, he said. |", "“We stay,”"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_marked_ranges_are_in_order_and_do_not_overlap(text):
    """Each range holds something, and begins where the one before has ended or later."""
    end = 0
    for found in find_marked(text, 0, len(text)):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@pytest.mark.parametrize(
    "text", ["A" * 50_000, "A B " * 10_000, "A. " * 10_000, "AB" * 20_000 + ":"]
)
def test_long_runs_of_capitals_end(text):
    """A label of a transcript is sought in time linear in the text."""
    assert not find(Document.from_text(f"A title\n\n{text}")).quotations
