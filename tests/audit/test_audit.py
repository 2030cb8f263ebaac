"""The checks of the audit: each with a case that must fire and one that must not."""

from __future__ import annotations

from summarizer.audit import attribute, audit, coverage_of
from summarizer.document import TextNote

QUOTE = "Dorvane and Halmark agreed on Monday to reopen the Pell Bridge."


def codes(subject):
    return [finding.code for finding in audit(subject)]


def agreement(**changes):
    base = {
        "id": "a1",
        "what": "The bridge is reopened.",
        "parties": ["dorvane", "halmark"],
        "status": "reached",
        "asserted_by": [],
        "evidence": [QUOTE],
    }
    return [base | changes]


def test_a_faultless_summary_has_no_findings(grounded):
    """A summary whose every quote is exact and whose ids all resolve is left in peace."""
    assert codes(grounded()) == []


def test_an_invented_quote_is_an_error_at_its_place(grounded):
    """A quote that the article has not is found where it stands in the summary."""
    subject = grounded(
        agreements=agreement(evidence=[QUOTE, "Both sides will share the toll income"])
    )
    (finding,) = [f for f in audit(subject) if f.severity == "error"]
    assert (finding.code, finding.at) == ("quote-absent", "/content/agreements/0/evidence/1")


def test_an_altered_quote_is_an_error_that_shows_what_the_article_says(grounded):
    """A quote that lost its negation is altered, and the finding names the negation."""
    subject = grounded(agreements=agreement(evidence=[QUOTE, "We will wait for the winter"]))
    (finding,) = [f for f in audit(subject) if f.code == "quote-altered"]
    assert finding.severity == "error"
    assert "negation" in finding.message
    text = subject.document.text
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == "We will not wait for the winter"


def test_a_quote_with_a_gap_is_a_warning(grounded):
    """What an elision left out may matter, but the words that stand are the article's."""
    subject = grounded(agreements=agreement(evidence=["Dorvane and Halmark agreed ... to reopen"]))
    assert [(f.code, f.severity) for f in audit(subject)] == [("quote-elided", "warning")]


def test_a_quote_that_stands_twice_is_noted(grounded):
    """Words that the article has several times are exact, and their ambiguity is said."""
    subject = grounded(agreements=agreement(evidence=["the Pell Bridge"]))
    assert codes(subject) == ["quote-ambiguous"]


def test_evidence_in_a_caption_is_an_error(grounded):
    """A caption's old event proves nothing about the news."""
    subject = grounded(agreements=agreement(evidence=["signs a treaty in 2019 in Old Harbour"]))
    assert "evidence-in-caption" in codes(subject)


def test_ids_that_refer_to_nothing_are_findings(grounded):
    """A dangling id is named with its place, for single references and for lists."""
    subject = grounded(agreements=agreement(parties=["dorvane", "nobody"]), next_steps=["a9"])
    places = {f.at for f in audit(subject) if f.code == "dangling-id"}
    assert places == {"/content/agreements/0/parties/1", "/content/next_steps/0"}


def test_an_id_that_is_given_twice_is_a_finding(grounded):
    """The second of two equal ids is found."""
    subject = grounded(agreements=[*agreement(), *agreement()])
    assert [f.at for f in audit(subject) if f.code == "duplicate-id"] == [
        "/content/agreements/1/id"
    ]


def test_a_name_of_the_prompts_example_is_a_leak(grounded):
    """A name that only the prompt has comes from its example."""
    stable = "Example: Minister Ilka Vel of Arvenia said that the minister would come. Dorvane."
    subject = grounded(stable_text=stable, headline="Arvenia and Halmark agree.")
    leaks = [f for f in audit(subject) if f.code == "example-leak"]
    assert [(f.at, f.severity) for f in leaks] == [("/content/headline", "error")]
    assert "Arvenia" in leaks[0].message


def test_names_that_the_article_has_are_no_leak(grounded):
    """A name that both the prompt and the article have, or a word at a sentence's start, is fine."""
    stable = "President Quill and Dorvane. Bridge: a bridge is a name for both. Both agreed."
    assert codes(grounded(stable_text=stable)) == []


def test_a_long_overview_is_a_warning(grounded):
    """More than 80 words are told, with their number."""
    subject = grounded(overview="word " * 81)
    (finding,) = audit(subject)
    assert (finding.code, finding.severity) == ("overview-too-long", "warning")
    assert "81" in finding.message


def test_an_item_without_evidence_is_an_error(grounded):
    """A claim that names no words of the article is not proved."""
    subject = grounded(agreements=agreement(evidence=[]))
    assert [f.at for f in audit(subject) if f.code == "no-evidence"] == ["/content/agreements/0"]


def test_an_empty_summary_says_so(grounded):
    """A reply of empty strings and lists is no silent success."""
    subject = grounded(headline="", overview=" ", parties=[], agreements=[], positions=[])
    assert "empty-summary" in codes(subject)


def test_a_quotation_that_nobody_uses_is_listed_with_its_speaker(grounded):
    """Every direct quotation is covered, or listed with who said it."""
    subject = grounded(positions=[])
    coverage = coverage_of(subject)
    text = subject.document.text
    assert (coverage.quotations, coverage.covered) == (2, 0)
    assert [text[u.start : u.end] for u in coverage.uncovered] == [
        '"We will not wait for the winter,"',
        '"No date was set,"',
    ]
    assert coverage.uncovered[0].speaker == "Ada Quill"
    assert codes(subject).count("quotation-uncovered") == 2


def test_a_quotation_is_covered_by_half_of_its_characters(grounded):
    """Half of a quotation in some item's evidence is enough; less is not."""
    text = '"one two three four five six seven eight nine ten,"'
    article = f"A title\n\n{text} President Quill said."
    half = grounded(article=article, agreements=agreement(evidence=["one two three four five six"]))
    less = grounded(article=article, agreements=agreement(evidence=["one two"]))
    assert coverage_of(half).covered == 1
    assert coverage_of(less).covered == 0


def test_notes_of_the_reader_become_findings(grounded):
    """What the reader noticed about the text reaches the summary."""
    subject = grounded()
    note = TextNote("text-nul", "The text holds a NUL character.", 3, 4)
    object.__setattr__(subject.document, "notes", (note,))
    assert [(f.code, f.severity, f.span.start) for f in audit(subject)] == [("text-nul", "note", 3)]


def test_errors_are_listed_first(grounded):
    """Findings come by severity."""
    subject = grounded(agreements=agreement(evidence=["the Pell Bridge", "never said words"]))
    severities = [finding.severity for finding in audit(subject)]
    assert severities == sorted(severities, key=["error", "warning", "note"].index)


def attribution(subject):
    attribute(subject.content)
    return subject.content.agreements[0].attribution


def test_attribution_counts_sides_and_not_spokespeople(grounded):
    """A president and her state are one side; two states are two."""
    assert attribution(grounded(agreements=agreement())) == "article"
    own = agreement(asserted_by=["quill", "dorvane"])
    assert attribution(grounded(agreements=own)) == "one_sided"
    both = agreement(asserted_by=["quill", "brandt"])
    assert attribution(grounded(agreements=both)) == "corroborated"
    denied = agreement(asserted_by=["quill"], denied_by=["brandt"])
    assert attribution(grounded(agreements=denied)) == "disputed"


def test_parties_that_represent_each_other_in_a_circle_are_one_side(grounded):
    """A circle of `represents` neither hangs nor makes two sides of one."""
    parties = [
        {"id": "dorvane", "name": "Dorvane", "kind": "state", "represents": "quill"},
        {"id": "quill", "name": "Ada Quill", "kind": "person", "represents": "dorvane"},
        {"id": "halmark", "name": "Halmark", "kind": "state"},
        {"id": "brandt", "name": "Tomas Brandt", "kind": "person"},
    ]
    own = agreement(asserted_by=["quill", "dorvane"])
    assert attribution(grounded(parties=parties, agreements=own)) == "one_sided"
