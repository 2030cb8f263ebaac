"""Exact, altered or absent: how often, where, and what is shown of what is not exact."""

from __future__ import annotations

import pytest

ARTICLE = (
    "Minister Ilka Vel said on Friday that Arvenia will not start talks with Sorland before 12 May, "
    "because the strait is closed to 100 ships.\n\n"
    "The chancellor of Sorland, Oren Tas, answered that his country was ready to sign a binding text "
    "at once. “We shall never give up the lighthouse,” he told reporters in Port Hale.\n\n"
    + "Nobody else had anything to add to what was said in the harbour. " * 12
    + "\n\nFishermen of both coasts were asked to stay in port until the summer ends.\n"
)


@pytest.mark.parametrize("count", [0, 1, 2, 500])
def test_every_occurrence_is_told(count, found):
    """None, one, two or five hundred places, in order, each of the very words."""
    text = "They met. " + "“Start talks,” he said again. " * count + "They left."
    result = found("Start talks", text)
    assert result.match == ("exact" if count else "absent")
    assert len(result.spans) == count
    assert list(result.spans) == sorted(set(result.spans))
    assert {text[slice(*span)] for span in result.spans} <= {"Start talks"}


def test_the_first_of_several_places_is_chosen_and_that_is_told(found):
    """By itself a quotation has no context: nothing is chosen at random."""
    result = found("talks", "talks about talks")
    assert (result.chosen, result.choice) == ((0, 5), "first")
    assert found("about", "talks about talks").choice == "only"


def test_the_whole_article_is_an_exact_quotation_of_itself(found):
    """From the first to the last character that is not white space."""
    result = found(ARTICLE, ARTICLE)
    assert result.match == "exact"
    assert result.spans == ((0, len(ARTICLE) - 1),)


def test_the_whole_article_with_one_word_changed_is_altered(found):
    """All of it is the nearest passage, and the word is named."""
    result = found(ARTICLE.replace("never", "gladly"), ARTICLE)
    assert result.match == "altered"
    assert result.nearest == (0, len(ARTICLE) - 1)
    assert result.changes == ("negation dropped: never -> gladly",)


@pytest.mark.parametrize(
    "quote", ["", "  \n", "...", "“”", "—", "\u200b\u2060", "🇦🇲", "?!", "\ud800"]
)
def test_without_a_letter_or_digit_nothing_is_found(quote, found):
    """Marks, white space and pictures alone prove nothing, even where the article has them."""
    assert found(quote, f"{ARTICLE} {quote} “” … 🇦🇲").match == "absent"


@pytest.mark.parametrize(
    ("quote", "nearest", "change"),
    [
        ("will start talks with Sorland", "will not start talks with Sorland", "negation dropped: not"),
        ("closed to 10 ships", "closed to 100 ships", "number changed: 100 -> 10"),
        ("Minister Ilka Tas said", "Minister Ilka Vel said", "name changed: Vel -> Tas"),
        ("ready to gladly sign a binding text", "ready to sign a binding text", "added: gladly"),
        ("the strait was closed", "the strait is closed", "tense or mood changed: is -> was"),
        ("his country was prepared to sign a binding text", "his country was ready to sign a binding text",
         "changed: ready -> prepared"),
        ("Closed to 100 ships", "closed to 100 ships", "case changed: closed -> Closed"),
    ],
)  # fmt: skip
def test_an_altered_quotation_shows_its_passage(quote, nearest, change, found):
    """The nearest passage begins and ends where the quotation does, and the change is named."""
    result = found(quote, ARTICLE)
    assert (result.match, result.spans, result.chosen) == ("altered", (), None)
    assert ARTICLE[slice(*result.nearest)] == nearest
    assert result.changes == (change,)


@pytest.mark.parametrize(
    "quote",
    [
        "The harbour master of Port Hale resigned over the dredging contract",
        "Der Minister sagte, Arvenia werde vor dem 12. Mai keine Gespräche mit Sorland beginnen",
        "Le chancelier a répondu que son pays était prêt à signer un texte contraignant",
        "部长说阿尔维尼亚不会开始谈判",
        "lighthouse keepers demand higher pay",
        "he was",
        "xyzzy",
    ],
)
def test_what_the_article_does_not_say_is_absent(quote, found):
    """Invented words, and a translation: the words in another language are not the article's."""
    result = found(quote, ARTICLE)
    assert (result.match, result.nearest, result.changes) == ("absent", None, ())


@pytest.mark.parametrize(
    ("quote", "parts"),
    [
        ("will not ... before 12 May", ["will not", "before 12 May"]),
        ("will not start … before 12 May", ["will not start", "before 12 May"]),
        ("will not [...] before 12 May", ["will not", "before 12 May"]),
        ("will not (…) before 12 May", ["will not", "before 12 May"]),
        ("will not . . . before 12 May", ["will not", "before 12 May"]),
        ("his country was ready ... a binding text ... at once", ["his country was ready", "a binding text", "at once"]),
        ("[the minister] will not start talks", ["will not start talks"]),
        ("that [her country] will not start talks", ["that", "will not start talks"]),
        ("will not start talks with Sorland ...", ["will not start talks with Sorland"]),
        ("We shall ... give up the lighthouse", ["We shall", "give up the lighthouse"]),
    ],
)  # fmt: skip
def test_a_quotation_with_gaps_of_its_own_is_an_elision(quote, parts, found):
    """It is altered, however it marks the gap, and its parts are shown where they stand."""
    result = found(quote, ARTICLE)
    assert (result.match, result.changes) == ("altered", ("elision",))
    assert [ARTICLE[slice(*part)] for part in result.parts] == parts
    assert result.nearest == (result.parts[0][0], result.parts[-1][1])


def test_an_ellipsis_that_the_article_prints_is_no_elision(found):
    """The words and marks are the article's own."""
    assert found("will ... start [sic] talks", "They will … start [sic] talks.").match == "exact"


def test_an_elision_takes_the_closest_run_of_its_parts(found):
    """Parts that stand several times are shown where the least is left out."""
    text = "We shall wait for the spring and then again for peace. We shall work for peace. Peace!"
    result = found("We shall ... for peace", text)
    assert [text[slice(*part)] for part in result.parts] == ["We shall", "for peace"]
    assert text[slice(*result.nearest)] == "We shall work for peace"


def test_an_elision_with_a_changed_word_names_both(found):
    """The gap excuses no other change."""
    result = found("will not ... before 13 May, because the strait is closed", ARTICLE)
    assert result.match == "altered"
    assert result.changes[0] == "elision"
    assert "number changed: 12 -> 13" in result.changes


def test_an_elision_over_half_the_article_is_put_together(found):
    """Parts from afar are no gap in one passage."""
    result = found("Minister Ilka Vel said ... to stay in port", ARTICLE)
    assert result.changes == ("elision", "spliced: 2 passages")
    assert [ARTICLE[slice(*part)] for part in result.parts] == [
        "Minister Ilka Vel said",
        "to stay in port",
    ]


def test_an_elision_of_words_that_are_not_there_is_absent(found):
    """Marks of a gap make nothing true."""
    assert found("the harbour master ... resigned over dredging", ARTICLE).match == "absent"


@pytest.mark.parametrize("joint", [" ", ", ", ". ", " and "])
def test_two_sentences_joined_are_spliced(joint, found):
    """Both passages are shown, and the longer one is the nearest."""
    first, second = (
        "Fishermen of both coasts were asked",
        "his country was ready to sign a binding text",
    )
    result = found(first + joint + second, ARTICLE)
    assert (result.match, result.changes) == ("altered", ("spliced: 2 passages",))
    assert [ARTICLE[slice(*part)] for part in result.parts] == [first, second]
    assert ARTICLE[slice(*result.nearest)] == second


def test_clauses_in_another_order_are_reordered(found):
    """What stands together in the article, but the other way round."""
    result = found("before 12 May, Arvenia will not start talks with Sorland", ARTICLE)
    assert (result.match, result.changes) == ("altered", ("reordered",))
    assert (
        ARTICLE[slice(*result.nearest)] == "Arvenia will not start talks with Sorland before 12 May"
    )


def test_a_long_gap_without_a_mark_names_what_was_dropped(found):
    """Parts in order and near each other are one passage with words left out."""
    quote = "Minister Ilka Vel said on Friday that the strait is closed to 100 ships"
    result = found(quote, ARTICLE)
    assert result.match == "altered"
    assert ARTICLE[slice(*result.nearest)].startswith(
        "Minister Ilka Vel said on Friday that Arvenia"
    )
    assert any(change.startswith("negation dropped") for change in result.changes)


@pytest.mark.parametrize("words", [3, 8, 20])
def test_an_invented_tail_shows_what_it_was_hung_on(words, found):
    """However long the invention is, the verbatim beginning is shown, and the rest is told as added."""
    begun = "Minister Ilka Vel said on Friday that Arvenia will not start talks with Sorland before 12 May"
    tail = " unless all of its seventeen demands are granted by lawyers from some neutral island far out west"
    invented = " ".join(tail.split(" ")[: words + 1])
    result = found(begun + invented, ARTICLE)
    assert result.match == "altered"
    assert ARTICLE[slice(*result.nearest)].startswith(begun)
    assert any(invented.split()[-1] in change for change in result.changes)


def test_a_quotation_too_long_to_be_compared_says_so(found):
    """Its beginning decides, and nothing is left out in silence."""
    text = " ".join(f"word{n}" for n in range(20_000))
    result = found(text.replace("word7 ", "").replace("word19999", "x"), text)
    assert result.match == "altered"
    assert result.changes == (
        "number dropped: word7",
        "only the first 100,000 characters were compared",
    )


def test_places_of_both_readings_of_a_line_break_are_told(found):
    """A hyphenated word that stands in one line, and again over a line break."""
    text = "A long-term deal. They want a long-\nterm deal."
    assert [text[slice(*span)] for span in found("long-term deal", text).spans] == [
        "long-term deal",
        "long-\nterm deal",
    ]


def test_chinese_is_compared_letter_by_letter(found):
    """Words that stand without spaces: the one that turns the meaning is named."""
    result = found("我们同意在五月谈判", "部长说我们不同意在五月谈判。")
    assert (result.match, result.changes) == ("altered", ("negation dropped: 不",))


def test_a_verbatim_quotation_over_two_paragraphs_is_exact(found):
    """A paragraph break is white space; whether such evidence is good is for the audit."""
    result = found("closed to 100 ships. The chancellor of Sorland", ARTICLE)
    assert (result.match, result.normalised) == ("exact", True)


@pytest.mark.parametrize(
    ("quote", "text", "change"),
    [
        ("Minister Ilka V\u0435l said", ARTICLE, "look-alike letters: Vel -> V\u0435l (U+0435)"),
        ("V\u0435l", ARTICLE, "look-alike letters: Vel -> V\u0435l (U+0435)"),
        ("Minister Oren", "Minister \u041eren left", "look-alike letters: \u041eren -> Oren (U+041E)"),
        ("Sor\u200bland", ARTICLE, "invisible characters: Sorland -> Sor[U+200B]land"),
        ("Sorland agrees", "Sor\u200dland agrees", "invisible characters: Sor[U+200D]land -> Sorland"),
        ("with 12 ships", "with \u202e12\u202c ships", "invisible characters: [U+202E]"),
        ("the cafe of Oren", "the café of Orén", "accents changed: café -> cafe"),
        ("İSTANBUL TALKS", "the İstanbul talks", "case changed: İstanbul talks -> İSTANBUL TALKS"),
        ("the Strasse talks failed", "the Straße talks failed", "name changed: Straße -> Strasse"),
    ],
)  # fmt: skip
def test_what_reads_the_same_but_is_not_is_altered_by_name(quote, text, change, found):
    """Homoglyphs, invisible characters, accents and capitals are found, and told for what they are."""
    result = found(quote, text)
    assert result.match == "altered"
    assert result.changes[0] == change


def test_capitals_that_grow_in_small_letters_move_no_offset(found):
    """After a hundred dotted capital I the passage is still the right one."""
    text = "İ" * 100 + " and the minister will not start talks today"
    result = found("the minister will start talks", text)
    assert text[slice(*result.nearest)] == "the minister will not start talks"


def test_the_right_one_of_many_similar_passages_is_the_nearest(found):
    """Two hundred sentences differ in a number and a name."""
    towns = [f"Town{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(200)]
    text = " ".join(
        f"The mayor of {town} asked for {n + 300} boats." for n, town in enumerate(towns)
    )
    result = found(f"The mayor of {towns[123]} asked for 999 boats", text)
    assert text[slice(*result.nearest)] == f"The mayor of {towns[123]} asked for 423 boats"
    assert result.changes == ("number changed: 423 -> 999",)
