"""A quotation is not cut out of a longer word or number, and no span cuts a character."""

from __future__ import annotations

import pytest

CUT = {
    "number in a number": ("10 ships", "they sent 10 ships", "they sent 100 ships", "they sent 210 ships"),
    "word in a word": ("legal", "it is legal now", "it is legally so", "it is illegal"),
    "prefix": ("able to go", "able to go", "unable to go", "enable to go"),
    "contracted negation": ("we can", "we can go", "we can't go", "we can’t go", "we cannot go"),
    "contracted negation, begun": ("do n", "do n", "do n't"),
    "decimals": ("5 million", "for 5 million", "for 1.5 million", "for 2,5 million", "for .5 million"),
    "decimals that go on": ("costs 2", "costs 2.", "costs 2.5", "costs 2,500", "costs 2%", "costs 2:1"),
    "decimal part alone": (".5 million", "only .5 million", "only 1.5 million"),
    "full stop of a decimal": ("costs 2.", "costs 2. Then", "costs 2.5"),
    "thousands with spaces": ("500 ships", "the 500 ships", "the 1 500 ships", "the 21\u202f500 ships"),
    "thousands that go on": ("lost 1", "lost 1 ship", "lost 1 500 ships"),
    "range of numbers": ("20 ships", "with 20 ships", "with 10-20 ships", "with 10–20 ships"),
    "negative number": ("5 degrees", "to 5 degrees", "to -5 degrees", "to −5 degrees"),
    "fraction": ("3 majority", "a 3 majority", "a 2/3 majority"),
    "time": ("at 5", "at 5 today", "at 5:30 today"),
    "negating prefix": ("binding text", "a binding text", "a non-binding text", "a non‑binding text",
                        "a non- binding text", "a Non-binding text"),
    "prefix of an office": ("president of Sorland", "the president of Sorland", "the ex-president of Sorland",
                            "the vice-president of Sorland"),
    "turning suffix": ("the strait nuclear", "the strait nuclear", "the strait nuclear-free"),
    "office not taken up": ("the president", "the president came", "the president-elect came"),
    "combining mark": ("go to x", "go to x", "go to x\u0302"),
    "vowel sign": ("नद", "नद बड", "नदी बड"),
    "joined by nothing to be seen": ("able", "is able", "un\u200bable", "un" + "\u200b" * 99 + "able", "un\u2060able", "un\u200eable"),
    "joiner between letters": ("خواهم", "خواهم", "نمی\u200cخواهم"),
    "Chinese negation": ("同意谈判", "我们同意谈判", "我们不同意谈判"),
    "Chinese number": ("十艘船", "有十艘船", "有二十艘船"),
}  # fmt: skip

WHOLE = {
    "possessive": ("Sorland", "Sorland's ministers"),
    "possessive, curly": ("Sorland", "Sorland’s ministers"),
    "part of a compound": ("Sorland", "the Arvenia-Sorland talks"),
    "inside marks": ("we will go", "“we will go”"),
    "before a full stop": ("in 2031", "It ended in 2031."),
    "before a comma": ("in 2031", "in 2031, and"),
    "after a comma": ("2031", "12 May, 2031"),
    "after four digits": ("193 states", "in 2031 193 states"),
    "in brackets": ("10 ships", "(10 ships)"),
    "after a dash": ("which failed", "the talks—which failed"),
    "after a suspended hyphen elsewhere": ("long", "short- and long"),
    "Chinese without spaces": ("我们同意谈判", "昨天我们同意谈判。"),
    "Japanese without spaces": ("合意した", "両国は合意したと述べた"),
    "Thai without spaces": ("ตกลง", "เราตกลงกัน"),
    "Korean ending": ("합의", "합의했다"),
    "letters beside an emoji": ("peace", "peace🕊now"),
}  # fmt: skip


@pytest.mark.parametrize("case", CUT.values(), ids=CUT)
def test_what_is_cut_out_of_more_is_not_exact(case, found):
    """The first text has the quotation whole; in the others it is a part of something else."""
    quote, whole, *longer = case
    assert found(quote, whole).match == "exact"
    for text in longer:
        assert found(quote, text).match != "exact", text


@pytest.mark.parametrize(("quote", "text"), WHOLE.values(), ids=WHOLE)
def test_what_stands_whole_is_exact(quote, text, slices):
    """Marks, endings without a border, and scripts without spaces cut nothing."""
    assert slices(quote, text) == [quote]


def test_a_whole_occurrence_is_found_among_cut_ones(found):
    """The one in the middle counts, and so does one that overlaps a cut one."""
    assert found("10", "100, 10, 210").spans == ((5, 7),)
    assert found("so so", "also so so").spans == ((5, 10),)


@pytest.mark.parametrize(
    ("quote", "text", "whole"),
    [
        ("5 million", "for 1.5 million", "1.5 million"),
        ("binding text", "a non-binding text", "non-binding text"),
        ("can", "we can't go", "can't"),
        ("500 ships", "the 21 500 ships", "21 500 ships"),
        ("will send 10", "will send 10-20 ships", "will send 10-20"),
        ("legal", "it is legally so", "legally"),
    ],
)
def test_a_cut_quotation_shows_the_whole_words(quote, text, whole, found):
    """The nearest passage is widened to what the quotation was cut out of."""
    result = found(quote, text)
    assert result.match == "altered"
    assert text[slice(*result.nearest)] == whole


@pytest.mark.parametrize(
    ("quote", "text", "cluster"),
    [
        ("for 👩", "peace for 👩‍👩‍👧‍👦 now", "for 👩‍👩‍👧‍👦"),
        ("of 🇦🇲🇦", "the flags of 🇦🇲🇦🇿 here", "of 🇦🇲🇦🇿"),
        ("👦 for", "peace 👩‍👩‍👧‍👦 for", "👩‍👩‍👧‍👦 for"),
        ("thumbs 👍", "with thumbs 👍🏽 up", "thumbs 👍🏽"),
        ("love ❤", "with love ❤️ now", "love ❤️"),
        ("葛城", "葛󠄀城", None),
        ("城葛", "城葛󠄀", "城葛󠄀"),
    ],
)
def test_a_span_is_widened_to_the_border_of_a_character(quote, text, cluster, slices):
    """Flags, families, skin tones and selectors are never cut in two."""
    assert slices(quote, text) == ([cluster] if cluster else [])


def test_flags_are_paired_from_the_first_of_the_row(slices):
    """Three hundred flags in a row: the letters between two of them are not taken for one."""
    flags = "🇦🇲" * 300
    assert slices("to 🇦🇲", f"x to {flags}") == ["to 🇦🇲"]
    assert slices("🇲 ended", f"{flags} ended") == ["🇦🇲 ended"]
