"""Hidden characters are made visible, and writing that needs them is left alone."""

from __future__ import annotations

import unicodedata

import pytest

from summarizer.shown import on_one_line, runs, shown

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u180e"
TAGS = "".join(chr(0xE0000 + ord(letter)) for letter in "obey")


@pytest.mark.parametrize(
    "hidden", [*BIDI, *ZERO_WIDTH, *TAGS, "\xad", "\x1b", "\x9b", "\0", "\u2028", "\udc80"]
)
def test_a_hidden_character_between_letters_is_shown_by_its_number(hidden):
    """Bidi controls, zero-width characters, tags, escapes and lone surrogates leave a mark."""
    assert shown(f"a{hidden}b") == f"a[U+{ord(hidden):04X}]b"


@pytest.mark.parametrize(
    "text",
    [
        "👩‍👩‍👧‍👦 family", "❤️‍🔥", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🇦🇲", "نامه‌ای می‌خواهم", "क्‍ष", "葛󠄀", "e\u0301te\u0301",
        "tab\there\r\nnext\n",
    ],
)  # fmt: skip
def test_writing_that_needs_joiners_and_selectors_is_left_alone(text):
    """Emoji, flags, Persian, Devanagari and line ends come out as they went in."""
    assert shown(text) == text


def test_text_smuggled_in_selectors_or_after_a_flag_is_shown():
    """A chain of variation selectors and tags that spell no flag are marked."""
    assert shown("🙂\ufe0f\ufe01\U000e0110") == "🙂\ufe0f[U+FE01][U+E0110]"
    assert shown("🏴" + TAGS).startswith("🏴[U+E006F]")


def test_a_carriage_return_alone_is_shown():
    """It would let a terminal overwrite the line."""
    assert shown("safe\rover") == "safe[U+000D]over"


def test_no_control_character_but_tab_and_line_feed_survives():
    """Over the whole range of code points, what is shown holds no other Cc, Cs, Zl or Zp."""
    text = "".join(f"a{chr(code)}" for code in range(0x110000))
    kinds = {unicodedata.category(letter) for letter in set(shown(text)) - {"\t", "\n"}}
    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}


def test_runs_join_up_to_the_text():
    """The pieces lose nothing, so marks can stand beside the raw characters."""
    text = f"\u202e{BIDI}x{TAGS}y\r\n\rend"
    assert "".join(piece for piece, _ in runs(text)) == text


def test_on_one_line_nothing_breaks_it():
    """Line ends become a space; what only looks like one keeps its mark."""
    assert on_one_line(" a\r\n\n b\u2028c\td ") == "a b[U+2028]c d"
