"""What counts as the same words, and what does not; and the map back to the text as it was."""

from __future__ import annotations

import unicodedata

import pytest

from summarizer.grounding import normalise

SAME = {
    "double marks": ("said “we will go” and", '"we will go"'),
    "low and angled double marks": ("said „wir gehen‟ and «nous» went", '"wir gehen" and "nous" went'),
    "wide double marks": ("a ＂fair＂ deal", 'a "fair" deal'),
    "single marks": ("called it ‘a start’ only", "'a start' only"),
    "apostrophes": ("Sorland’s minister won’t go", "Sorland's minister won't go"),
    "angled single marks": ("the ‹first› step", "the 'first' step"),
    "dashes": ("the talks – long—and hard‑won −", "talks - long-and hard-won -"),
    "no-break space": ("12\u00a0May and 5\u202fkm", "12 May and 5 km"),
    "runs of white space": ("start \t  talks\r\n\r\nat once", "start talks at once"),
    "line separators": ("start\u2028talks\u0085at\x0bonce", "start talks at once"),
    "white space at the ends": ("start talks", "  start talks\n"),
    "composed against decomposed": ("the café of Orén", "the cafe\u0301 of Ore\u0301n"),
    "decomposed against composed": ("the cafe\u0301 of Ore\u0301n", "the café of Orén"),
    "marks in another order": ("the a\u0323\u0302 deal", "the a\u0302\u0323 deal"),
    "Hangul in parts": ("\u1112\u1161\u11ab\u1100\u1173\u11af says", "한글 says"),
    "one letter with two numbers": ("the \u212bland deal", "the Åland deal"),
    "ellipsis character": ("we will… go", "we will... go"),
    "ligatures": ("an eﬃcient oﬀer, ﬁnal ﬂow, ﬅ", "an efficient offer, final flow, st"),
    "soft hyphens": ("nego\u00adti\u00adation", "negotiation"),
    "soft hyphen at a line break": ("nego\u00ad\ntiation", "negotiation"),
    "hyphen at a line break": ("a negoti-\n  ation", "a negotiation"),
    "kept hyphen at a line break": ("a long-\r\nterm deal", "a long-term deal"),
    "both readings in one passage": (
        "a long-\nterm negoti-\nation of well-known terms",
        "a long-term negotiation of well-known terms",
    ),
    "hyphen before a capital": ("the Arvenia-\nSorland talks", "the Arvenia-Sorland talks"),
    "range of numbers at a line break": ("10-\n20 ships", "10-20 ships"),
}  # fmt: skip

DIFFERENT = {
    "single for double marks": ("said “we will go” and", "'we will go'"),
    "double for single marks": ("called it ‘a start’ only", '"a start" only'),
    "a mark left out": ("said “we will go” and", "said we will go and"),
    "apostrophe left out": ("Sorland’s minister", "Sorlands minister"),
    "case": ("start talks at once", "Start talks at once"),
    "a digit": ("12 May", "13 May"),
    "digits of another script": ("12 May", "１２ May"),
    "a number in words": ("three ships", "3 ships"),
    "a negation": ("will not start talks", "will start talks"),
    "a comma": ("start talks, at once", "start talks at once"),
    "no space for a space": ("start talks", "starttalks"),
    "a space in a word": ("negotiation", "nego tiation"),
    "an accent": ("the café of Orén", "the cafe of Oren"),
    "sharp s": ("the Straße talks", "the Strasse talks"),
    "a dash for a comma": ("talks, long and hard", "talks - long and hard"),
    "a hyphen left out": ("a well-known offer", "a wellknown offer"),
    "a hyphen put in": ("a negotiation", "a negoti-ation"),
    "hyphen kept in one place only": ("long-\nterm and a well-known", "long-term and a wellknown"),
    "joined before a capital": ("the Arvenia-\nSorland talks", "the ArveniaSorland talks"),
    "joined numbers": ("10-\n20 ships", "1020 ships"),
    "two full stops for an ellipsis": ("we will… go", "we will.. go"),
    "a look-alike letter": ("Minister Vel said", "Minister V\u0435l said"),
    "zero-width space in a word": ("Sorland agrees", "Sor\u200bland agrees"),
    "fraction": ("a ½ share", "a 1/2 share"),
    "superscript": ("10² ships", "102 ships"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "quote"), SAME.values(), ids=SAME)
def test_what_is_declared_the_same_is_exact(text, quote, found):
    """Each item of the declared list matches, and is told as normalised."""
    result = found(quote, text)
    assert (result.match, result.normalised) == ("exact", True)


@pytest.mark.parametrize(("text", "quote"), DIFFERENT.values(), ids=DIFFERENT)
def test_all_else_is_not_the_same(text, quote, found):
    """What the list does not have is never exact."""
    assert found(quote, text).match != "exact"


@pytest.mark.parametrize(("text", "quote"), SAME.values(), ids=SAME)
def test_the_span_holds_the_article_as_it_is(text, quote, slices):
    """The slice of the raw text has the quotation's normal form, but for hyphens at line breaks."""
    (piece,) = slices(quote, text)
    assert normalise(piece).text.replace("-", "") == normalise(quote).text.replace("-", "")


@pytest.mark.parametrize(
    ("text", "quote", "piece"),
    [
        ("He said: “we  will\u00a0go”, twice.", "we will go", "we  will\u00a0go"),
        ("x\r\n\r\n  start\r\ntalks  \r\ny", "start talks", "start\r\ntalks"),
        ("an eﬃcient oﬀer", "efficient offer", "eﬃcient oﬀer"),
        ("the cafe\u0301\u00a0bar", "café bar", "cafe\u0301\u00a0bar"),
        ("we will… go", "will...", "will…"),
        ("\u00ad nego\u00adtiation \u00ad", "negotiation", "nego\u00adtiation"),
        ("😀 “talks” 😀", "talks", "talks"),
        ("a\x00b c", "b c", "b c"),
    ],
)
def test_offsets_are_code_points_of_the_raw_text(text, quote, piece, slices):
    """Whatever shrank or grew before it, a span slices the words out of the text."""
    assert slices(quote, text) == [piece]


def test_the_map_leads_back_from_every_offset():
    """Each code point of the normal form comes from the range that the map names."""
    text = "  “A\u00a0ﬁne cafe\u0301…”\r\n\r\nlong-\nterm nego\u00adtiation "
    form = normalise(text)
    assert form.text == '"A fine café..." longterm negotiation'
    for at in range(len(form.text)):
        start, end = form.original(at, at + 1)
        assert form.text[at] in normalise(f"x{text[start:end]}x").text
    assert form.original(0, len(form.text)) == (2, len(text) - 1)


def test_a_part_of_an_indivisible_piece_is_no_match(found):
    """The letter f is not the whole of a ligature, nor are two full stops an ellipsis."""
    assert not normalise("ﬁ").divides_no_piece(0, 1)
    assert normalise("ﬁ").divides_no_piece(0, 2)
    assert found("wait ..", "wait … now").match != "exact"


def test_a_normal_form_has_single_spaces_inside_and_none_at_the_ends():
    """Soft hyphens among white space leave nothing behind."""
    assert normalise("\u00ad \u00ada \u00ad b\u00ad \u00ad").text == "a b"


def test_an_endless_run_of_marks_is_left_as_it_is():
    """Composing a hundred thousand marks would take hours; no writing has more than thirty."""
    text = "a" + "\u0301\u0327" * 50_000
    assert normalise(text).text == text


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_texts_in_either_form_have_one_normal_form(form):
    """Several scripts whose letters compose: all come out in NFC."""
    text = "Orén, Ångström, Tiếng Việt, 한국어, हिन्दी, ガギグ, שָׁלוֹם, ελληνικά"
    assert normalise(unicodedata.normalize(form, text)).text == unicodedata.normalize("NFC", text)
