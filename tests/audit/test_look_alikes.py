"""Letters of another alphabet that pass for Latin ones."""

from __future__ import annotations

from summarizer.audit import audit
from summarizer.audit.look_alikes import look_alike_letters

CYRILLIC_A = "\u0430"


def test_a_cyrillic_letter_in_a_name_is_named(grounded):
    """A homoglyph makes another name of it: the letter is named, and what it looks like."""
    parties = [{"id": "x", "name": f"Dorv{CYRILLIC_A}ne", "kind": "state"}]
    subject = grounded(parties=parties, agreements=[], positions=[])
    warnings = [f for f in audit(subject) if f.severity != "note"]
    assert [(f.code, f.severity, f.at) for f in warnings] == [
        ("look-alike-letters", "warning", "/content/parties/0/name")
    ]
    assert "U+0430 CYRILLIC SMALL LETTER A" in warnings[0].message
    assert warnings[0].expected == "Dorvane"


def test_a_word_of_look_alikes_alone_is_found_beside_its_latin_double(grounded):
    """Spelt wholly in Cyrillic, a name of the article is still not that name."""
    article = "Capo and Ada talk\n\nCapo and Ada met in the harbour of the town."
    parties = [{"id": "x", "name": "\u0421\u0430\u0440\u043e", "kind": "person"}]
    subject = grounded(article=article, parties=parties, agreements=[], positions=[])
    assert [f.expected for f in look_alike_letters(subject)] == ["Capo"]


def test_a_mixed_word_of_the_article_is_found_with_its_place(grounded):
    """An article may hide a word from a search."""
    article = f"Talks on the bridge\n\nThe b{CYRILLIC_A}nk of Halmark paid for the bridge."
    subject = grounded(article=article, parties=[], agreements=[], positions=[])
    (finding,) = look_alike_letters(subject)
    assert article[finding.span.start : finding.span.end] == f"b{CYRILLIC_A}nk"


def test_words_of_another_alphabet_are_fine(grounded):
    """Greek in Greek, Russian in Russian and accents in Latin disguise nothing."""
    article = "Переговоры в Минске\n\nСтороны, a именно ООН и Россия, встретились. Αθήνα. Čapek."
    parties = [{"id": "x", "name": "Россия", "kind": "state", "aliases": ["Αθήνα", "ООН"]}]
    subject = grounded(article=article, parties=parties, agreements=[], positions=[])
    assert list(look_alike_letters(subject)) == []
