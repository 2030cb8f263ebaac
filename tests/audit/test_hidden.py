"""Characters that nobody sees."""

from __future__ import annotations

import pytest

from summarizer.audit.hidden import hidden_characters

BODY = "Dorvane and Halmark agreed on Monday to reopen the bridge."


def found(grounded, body, **changes):
    article = f"Talks on the bridge\n\n{body}"
    empty = {"agreements": [], "positions": [], "parties": []}
    subject = grounded(article=article, **{**empty, **changes})
    return [(f.severity, f.at) for f in hidden_characters(subject)]


@pytest.mark.parametrize("code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C, 0x2060])
def test_controls_of_direction_and_joiners_are_a_warning(code, grounded):
    """They reorder or divide what is shown; each is named by its number, with its place."""
    article = f"Talks on the bridge\n\nThe toll is {chr(code)}100 crowns."
    subject = grounded(article=article, agreements=[], positions=[], parties=[])
    (finding,) = hidden_characters(subject)
    assert (finding.severity, finding.at) == ("warning", "")
    assert f"U+{code:04X}" in finding.message
    assert article[finding.span.start : finding.span.end] == chr(code)


@pytest.mark.parametrize(
    ("body", "severity"),
    [
        (BODY.replace("Monday", "Mon\u200bday"), "warning"),
        (BODY.replace("Monday", "Mon\u200dday"), "warning"),
        (BODY.replace(" on", "\u200b on"), "note"),
        (BODY.replace("agreed", "agr\u00adeed"), "note"),
        (f"\u200e{BODY}", "note"),
        (f"\x1b[31m{BODY}", "warning"),
    ],
)
def test_what_comes_with_ordinary_pages_is_a_note(body, severity, grounded):
    """A zero-width space beside a word is common; inside one it hides the word from a search."""
    assert found(grounded, body) == [(severity, "")]


@pytest.mark.parametrize(
    "body",
    [
        BODY,
        "Family \U0001f468\u200d\U0001f469\u200d\U0001f467 and flag \U0001f3f3\ufe0f\u200d\U0001f308.",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u2014 a Persian word with its joiner.",
        "Caf\u00e9, na\u00efve, \u201cquoted\u201d \u2026 \u4f1a\u8c08",
        "Lines\r\nof\tCR and NUL\x00, which the reader of the file notes.",
    ],
)
def test_what_writing_needs_is_left_alone(body, grounded):
    """Emoji, joiners of scripts that write with them, marks and accents hide nothing."""
    assert found(grounded, body) == []


def test_tag_characters_are_spelt_out(grounded):
    """A text in tag characters says something that nobody reads."""
    tags = "".join(chr(0xE0000 + ord(c)) for c in "obey me")
    article = f"Talks on the bridge\n\n{BODY}{tags}"
    (finding,) = hidden_characters(grounded(article=article, agreements=[], positions=[]))
    assert finding.severity == "warning"
    assert finding.message.endswith("spell: obey me")


def test_they_are_shown_in_quotes_and_names(grounded, position):
    """What the summary took over is flagged where it stands, with the character made visible."""
    body = BODY.replace("Monday", "Mon\u202eday")
    parties = [{"id": "quill", "name": "Dor\u2066vane", "kind": "state"}]
    positions = position(evidence=["agreed on Mon\u202eday to reopen"])
    article = f"Talks on the bridge\n\n{body}"
    subject = grounded(article=article, agreements=[], positions=positions, parties=parties)
    findings = {f.at: f.message for f in hidden_characters(subject)}
    assert set(findings) == {"", "/content/parties/0/name", "/content/positions/0/evidence/0"}
    assert "Dor[U+2066]vane" in findings["/content/parties/0/name"]
    assert "Mon[U+202E]day" in findings["/content/positions/0/evidence/0"]
