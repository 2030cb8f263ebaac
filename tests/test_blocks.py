"""Blocks: captions, bylines and datelines are told from the article's own paragraphs."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.blocks import split_blocks
from summarizer.document import Document

DATA = Path(__file__).parents[1] / "../shared/data"
BODY = "\n\nArvenia and Sorland opened talks on Monday.\n\nThey will go on for a week."


def kinds(text):
    """Kind and words of every block."""
    return [(block.kind, text[block.start : block.end]) for block in split_blocks(text)]


def first_kind(line, *, title="Talks open in Port Vel"):
    """Kind of `line` where it stands alone between a title and two paragraphs."""
    return dict((words, kind) for kind, words in kinds(f"{title}\n\n{line}{BODY}"))[line]  # noqa: C402


def test_the_head_of_an_article_is_told_apart():
    """Date and title share a line; caption, byline and body follow."""
    text = (
        " date 2031-05-02 Arvenia and Sorland to 'open the strait at once' - with envoy to visit Port Vel\n\n"
        "Envoy Ilka Vel at the summit Friday, June 28, 2030, in Ostrava Bay. Picture: Lumen\n\n"
        "By Mara de Lund\n\n"
        'Arvenia will "open the strait", its envoy said.'
    )
    assert [kind for kind, _ in kinds(text)] == ["date", "title", "caption", "byline", "paragraph"]
    document = Document.from_text(text)
    assert document.date == "2031-05-02"
    assert document.title.startswith("Arvenia and Sorland")


@pytest.mark.parametrize("prefix", ["date 2031-13-45", "date 2031-05-021", "dated 2031-05-02"])
def test_what_only_resembles_a_date_prefix_is_no_date(prefix):
    """A day that no calendar has, or another word, is part of the text."""
    assert "date" not in [kind for kind, _ in kinds(f"{prefix} Talks open{BODY}")]


def test_a_date_is_taken_only_at_the_very_start():
    """The same words further on are body text."""
    assert kinds(f"Talks open{BODY}\n\ndate 2031-05-02 was fixed.")[-1][0] == "paragraph"


@pytest.mark.parametrize(
    "title",
    [
        "Talks open in Port Vel",
        "Will Arvenia open the strait?",
        "Envoy: 'We will not yield'",
        "Arvenia signs pact with the U.S.",
        "Ein Abkommen für die Meerenge",
    ],
)
def test_a_short_first_line_that_is_no_sentence_is_the_title(title):
    """Questions and initials at the end make no sentence of a headline."""
    assert kinds(title + BODY)[0] == ("title", title)


@pytest.mark.parametrize(
    "line",
    [
        "Arvenia and Sorland opened talks on Monday.",
        '"We will open the strait," the envoy said.',
        "The text of the statement follows:",
        "- open the strait",
        "* * *",
        "Word " * 60,
    ],
)
def test_a_first_line_that_is_no_headline_is_body(line):
    """Sentences, lead-ins, list items and long lines are no titles."""
    assert kinds(line.strip() + BODY)[0][0] == "paragraph"


def test_only_the_first_line_can_be_the_title():
    """Section headings further down are body text."""
    assert kinds(f"Talks open{BODY}\n\nBackground{BODY}")[3] == ("paragraph", "Background")


def test_a_text_of_one_line_is_body():
    """A title over nothing would leave no text to summarise."""
    assert kinds("date 2031-05-02 Arvenia will open the strait") == [
        ("date", "date 2031-05-02"),
        ("paragraph", "Arvenia will open the strait"),
    ]


@pytest.mark.parametrize("text", ["# Talks open", "## Talks open", "Talks open\n=========="])
def test_a_markdown_title_is_its_words_alone(text):
    """Neither the marks before a heading nor the rule below it belong to the title."""
    assert kinds(text + BODY)[0] == ("title", "Talks open")
    assert [kind for kind, _ in kinds(text + BODY)] == ["title", "paragraph", "paragraph"]


def test_a_headline_that_was_wrapped_is_one_title():
    """The second line begins small, so it goes on with the first."""
    text = "Arvenia and Sorland to open\nthe strait at once"
    assert kinds(text + BODY)[0] == ("title", text)


def test_a_wrapped_first_sentence_is_no_title():
    """Its first line looks like a headline, but the sentence goes on."""
    text = "The envoy of Arvenia said on\nMonday that the strait\nwould be opened."
    assert kinds(text + BODY)[0] == ("paragraph", text)


@pytest.mark.parametrize(
    "line",
    [
        "Friday, July 21, 2031",
        "21 July 2031",
        "21st of July 2031",
        "2031-07-21",
        "Mon., Sept. 1, 2031, 10:30 GMT",
        "Published 21 July 2031 | Last updated: 22 July 2031 at 9.15 p.m.",
        "Port Vel, Arvenia, May 3, 2031",
        "PORT VEL, 3 May",
    ],
)
def test_a_date_alone_on_its_line_is_a_dateline(line):
    """With weekday, time, label or place, in the common orders."""
    assert first_kind(line) == "dateline"


@pytest.mark.parametrize(
    "line",
    [
        "Monday, May 3, was the last day.",
        "May 3 talks in Port Vel collapse",
        "The deadline is 3 May 2031",
        "On May 3, 2031, Arvenia signed",
        "Article 7.3.2031",
    ],
)
def test_a_sentence_with_a_date_is_no_dateline(line):
    """Other words on the line make it body text."""
    assert first_kind(line) == "paragraph"


@pytest.mark.parametrize(
    "lead",
    [
        "PORT VEL, May 3 (Lumen News) —",
        "PORT VEL (AP) —",
        "PORT VEL, Arvenia (Reuters) -",
        "Port Vel, 3 May 2031 –",
        "PORT VEL --",
        "Port Vel, Arvenia —",
    ],
)
def test_the_dateline_that_leads_a_paragraph_is_a_block_of_its_own(lead):
    """Place, day and agency are cut off, dash included; the sentence is the paragraph."""
    text = f"Talks open in Port Vel\n\n{lead} Arvenia will open the strait, its envoy said."
    assert kinds(text)[1:] == [
        ("dateline", lead),
        ("paragraph", "Arvenia will open the strait, its envoy said."),
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        "NATO — the alliance — met on Monday.",
        "NATO — Arvenia's shield — met on Monday.",
        "Ilka Vel — who leads the talks — said nothing.",
        "Ilka Vel (Labour) — The member for Port Vel spoke.",
        "Sorland Democratic Forces (SDF) — The group agreed.",
        "Annex 3 May 2031 — The terms are these.",
        '"No" — Ilka Vel',
        "Group F — Arvenia 1 – 0 Sorland",
        "Talks failed - They will resume.",
    ],
)
def test_a_dash_after_a_name_is_no_dateline(paragraph):
    """Parentheses, people, results and plain sentences keep their beginning."""
    assert first_kind(paragraph) == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "By Danika de Wolf",
        "By Mara Lund and Tom Ek, Lumen News",
        "BY MARA LUND",
        "By Mara Lund in Port Vel",
        "By Mara Lund, diplomatic correspondent",
        "By Lumen",
        "Written by Ana van der Berg | The Sorland Post",
        "(Reporting by Mara Lund; editing by Tom Ek)",
        "Office of the Spokesperson",
        "Ministry of Foreign Affairs",
        "Ivo Kern, Department Spokesperson",
        "Antonia J. Vel, Secretary of State",
    ],
)
def test_who_wrote_or_issued_the_text_is_a_byline(line):
    """Names after By, and between title and body a name with its office or an office."""
    assert first_kind(line) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "By Monday, Arvenia had opened the strait.",
        "By Monday Arvenia must sign",
        '"By Danika de Wolf\'s account, nothing was agreed," he said.',
        "By the numbers",
        "By 2031 the strait will be open",
        "By-elections in Sorland",
        "The following is attributable to Spokesperson Ivo Kern:",
        "Ivo Kern, the spokesperson, declined to comment",
        "Office workers in Port Vel went home",
    ],
)
def test_a_sentence_that_begins_like_a_byline_is_body(line):
    """A byline has names and nothing else."""
    assert first_kind(line) == "paragraph"


def test_a_headline_of_names_and_offices_is_the_title():
    """The first line is no byline, with or without the date before it."""
    title = "Ivo Kern, Foreign Minister, and Ilka Vel, Envoy"
    assert ("title", title) in kinds(title + BODY)
    assert ("title", title) in kinds(f"date 2031-05-02 {title}{BODY}")


def test_a_name_with_its_office_in_the_body_is_no_byline():
    """Such lines in a list of signatories count as text."""
    text = f"Talks open{BODY}\n\nIvo Kern, Department Spokesperson\n\nThey signed."
    assert kinds(text)[-2][0] == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Envoy Ilka Vel at the White Hall in 2029. Picture: Lumen",
        "Ilka Vel greets Ivo Kern, Tuesday, Feb. 11, 2031. (Photo/Alex Brant). Picture: Lumen",
        "The strait on March 11, 2030, seen from the air. (SOR). Picture: Lumen",
        "The harbour of Port Vel Image: Twitter / Lumen.",
        "The harbour of Port Vel (Photo by Ana Berg/Getty Images)",
        "The harbour of Port Vel. [photo: Ana Berg]",
        "The harbour of Port Vel. Photograph: J. M. Berg/AP",
        "The harbour of Port Vel (AP Photo/Ana Berg)",
        "The harbour of Port Vel. REUTERS/Ana Berg",
        "The harbour of Port Vel. Photo courtesy of Lumen News",
        "The harbour of Port Vel. © Lumen 2031",
        "The harbour of Port Vel. Ana Berg/Getty Images",
        "The harbour of Port Vel. Alamy Stock Photo",
        "The harbour of Port Vel; from file, 2028.",
        "The harbour of Port Vel (file photo)",
        "File image of the harbour of Port Vel before the war.",
        "FILE - Ilka Vel speaks in Port Vel, May 3, 2028.",
        "FILE PHOTO: Ilka Vel speaks in Port Vel",
        "Pictured: the harbour of Port Vel",
        "Picture: Lumen",
        "Credit: Ana Berg",
        "The harbour opens. Video: Berg & Ek.",
        "![The harbour](harbour.png)",
    ],
)
def test_a_line_with_a_picture_credit_or_file_note_is_a_caption(line):
    """The forms in which newspapers and agencies credit their pictures."""
    assert first_kind(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "The envoy painted a bleak picture: Arvenia would not sign.",
        "His image: a man of peace.",
        "Arvenia drew the wrong picture: Sorland.",
        "The image of the strait went round the world.",
        "She took a photo by the harbour.",
        "Sorland gets the credit: Arvenia does not.",
        "He sold the company to Getty Images.",
        "It said no. Getty Images will sue Arvenia.",
        "The case against him is on file.",
        '"A photo is no proof," he said (as did Ilka Vel).',
        "Arvenia opened the strait on Monday. (Reuters)",
        "The film was seen in 2028 (a handout of the ministry).",
        "Files on the talks were published",
        "Arvenia Takes Credit by Ilka Vel's Account",
        "Sorland Has a New Map: Arvenia",
        "Image is everything in politics, she said.",
    ],
)
def test_a_sentence_about_a_picture_is_no_caption(line):
    """The words alone do not make a caption."""
    assert first_kind(line) == "paragraph"


def test_a_credit_below_a_line_makes_it_a_caption():
    """The two lines are one block, and the paragraph around them is untouched."""
    caption = "Ilka Vel in Port Vel, 3 May 2028\nPicture: Lumen"
    text = f"Talks open{BODY}\n\n{caption}{BODY}"
    assert ("caption", caption) in kinds(text)
    assert [kind for kind, _ in kinds(text)].count("paragraph") == 4


def test_a_caption_inside_a_wrapped_headline_is_not_swallowed():
    """The blocks stay in order; the line after the credit is not joined to the line before."""
    text = "Talks to open\nPicture: Lumen\nthe strait"
    assert [words for _, words in kinds(text + BODY)][-2:] == BODY.strip().split("\n\n")
    ends = [block.end for block in split_blocks(text + BODY)]
    assert ends == sorted(set(ends))


def test_captions_between_body_lines_without_blank_lines_are_found():
    """In a text of single line ends, each line is judged for itself."""
    text = "Talks open\nArvenia agreed.\nThe harbour. Picture: Lumen\nSorland agreed."
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "caption", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Arvenia closes the strait",
        "READ MORE: Arvenia closes the strait",
        "Related: Arvenia closes the strait",
        "See also: The strait in numbers",
        "**Read more:** [Arvenia closes the strait](https://example.org/a)",
        "- [Arvenia closes the strait](https://example.org/a)",
        "https://example.org/a",
        "Advertisement",
    ],
)
def test_a_line_that_leads_away_is_links(line):
    """Pointers to other pages, bare links, advertisements."""
    assert first_kind(line) == "links"


@pytest.mark.parametrize(
    "line",
    [
        "Sources said that the talks went on.",
        "Read more than one newspaper, the envoy advised.",
        "More than one envoy left: Ilka Vel.",
        "Also: Arvenia agreed.",
        "The report is at https://example.org/a for all to read.",
    ],
)
def test_a_sentence_with_such_words_is_body(line):
    """Sources that say something, and links inside a sentence, are the article's own text."""
    assert first_kind(line) == "paragraph"


def test_the_entries_below_sources_are_links_until_a_sentence_comes():
    """A list of sources is no evidence; text after it is."""
    text = (
        f"Talks open{BODY}\n\nSources\n\n"
        '"Arvenia closes the strait" — Lumen, May 3, 2031\n\nAna Berg. "The strait" — Post, 2031\n\n'
        "The talks went on."
    )
    assert [kind for kind, _ in kinds(text)][-4:] == ["links", "links", "links", "paragraph"]


def test_list_items_are_paragraphs_of_their_own():
    """So that each can be quoted by itself."""
    text = f"Talks open{BODY}\n\nThey agreed to\n- open the strait\n- free the crew\n1. at once"
    assert [words for _, words in kinds(text)][-4:] == [
        "They agreed to", "- open the strait", "- free the crew", "1. at once",
    ]  # fmt: skip


def test_block_quotes_are_paragraphs():
    """Their marks stay: offsets are those of the text."""
    assert first_kind("> We will open the strait.") == "paragraph"


def test_lines_of_one_paragraph_are_one_block():
    """Where blank lines part paragraphs, single line ends do not."""
    paragraph = "Arvenia opened\nthe strait on Monday,\nit said."
    assert first_kind(paragraph) == "paragraph"


def test_a_text_wrapped_without_blank_lines_keeps_its_paragraphs_whole():
    """Lines that are full and end inside a sentence go on with the next."""
    first = textwrap.fill(
        "Arvenia and Sorland opened talks on the strait on Monday, and both said that they would go"
        " on for a week, until the crew of the ship is free and the harbour is open.",
        width=50,
    )
    second = textwrap.fill(
        "The envoy of Arvenia, Ilka Vel, told reporters in Port Vel that nothing had been agreed and"
        " that more was needed.",
        width=50,
    )
    assert kinds(f"Talks open in Port Vel\n{first}\n{second}") == [
        ("title", "Talks open in Port Vel"), ("paragraph", first), ("paragraph", second),
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_line_ends_of_every_kind_leave_offsets_exact(end):
    """The blocks are the same words, at their true places, whatever parts the lines."""
    lines = [
        "Talks open",
        "By Mara Lund",
        "Arvenia agreed. 👩‍👩‍👧",
        "Port. Picture: Lumen",
        "Sorland did.",
    ]
    text = (end * 2).join(lines)
    assert kinds(text) == list(
        zip(["title", "byline", "paragraph", "caption", "paragraph"], lines, strict=True)
    )
    assert [words for _, words in kinds(end.join(lines))] == lines


PIECES = st.sampled_from(
    ["date 2031-05-02 ", "# ", "By Mara Lund", "Picture: Lumen", "FILE - ", "PORT VEL (AP) — ", "Sources",
     "Read more: ", "3 May 2031", "- ", "===", "Arvenia agreed.", "the", "\n", "\n\n", "\r\n", "\r", " ",
     "\u2028", "\u2029", "\x85", "\v", "\f", "\x1c", "\u200b", "\0", "\ud800", "👩‍👩‍👧", "(", "[", ")", "Photo/", "© "]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
@example("By Al Bo\n\nTalks\n=====")
def test_blocks_cover_every_text_in_order(text):
    """No input raises; blocks do not overlap, have no white edges, and leave out title marks only."""
    end = 0
    after_title = False
    for block in split_blocks(text):
        left_out = text[end : block.start]
        assert re.fullmatch(
            r"\s*(={3,}|-{3,})?\s*" if after_title else r"\s*(#{1,6}\s+)?", left_out
        )
        words = text[block.start : block.end]
        assert words
        assert words == words.strip()
        assert block.reason
        end = block.end
        after_title = block.kind == "title" or block.reason == "the only text"
    assert re.fullmatch(r"\s*(={3,}|-{3,})?\s*" if after_title else r"\s*", text[end:])


@pytest.mark.parametrize(
    "text",
    [" " * 10**6, "(" * 10**6, "a" + " " * 10**6 + "b", "By " + "A " * 10**6, "![[" * 10**6, "—" * 10**6,
     "Photo: " * 10**5, "\n" * 10**6, "May 3, 2031, " * 10**5, ("-*" * 100 + "x\n") * 100],
)  # fmt: skip
def test_long_monotonous_texts_are_split(text):
    """A rule that goes back over the text again and again would not come to an end here."""
    assert sum(block.end - block.start for block in split_blocks(text)) <= len(text)


@pytest.mark.skipif(not DATA.exists(), reason="the shared articles are not beside this checkout")
def test_captions_of_real_articles_are_found_and_nothing_else_is_taken_for_one():
    """Against the annotated captions: all with a credit or file note are found, none is invented."""
    annotated, found, credited = set(), set(), set()
    for line in (DATA / "quotes/gum_news.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        for block in article["blocks"]:
            if block["tag"] == "caption":
                annotated.add((article["doc_id"], block["start"]))
                if re.search(
                    r"Image:|Video:|Audio:|from file",
                    article["text"][block["start"] : block["end"]],
                ):
                    credited.add((article["doc_id"], block["start"]))
        found |= {
            (article["doc_id"], block.start)
            for block in split_blocks(article["text"])
            if block.kind == "caption"
        }
    assert found <= annotated
    assert credited <= found
