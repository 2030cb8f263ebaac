"""Characters that nobody sees, in the article and in what the summary takes from it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from summarizer.audit.subject import Subject
from summarizer.schemas.evidence import Span
from summarizer.shown import on_one_line, runs
from summarizer.summary import Finding

_NOTED = frozenset("\x00\r")
"""The reader of the file notes these."""
_COMMON = frozenset("\xad\ufeff\u200b\u200e\u200f")
"""These come with ordinary pages, and are a note where they do not divide a word."""
_LONGEST = 200


def hidden_characters(subject: Subject) -> Iterator[Finding]:
    """`hidden-characters`: in a quote, a name or a claim; and in the article, once a character."""
    given = [(at, quote.text) for at, quote in subject.quotes]
    given += [(claim.at, claim.text) for claim in subject.claims]
    for at, words in given:
        if found := _suspects(words):
            yield Finding(
                code="hidden-characters",
                severity="note" if found <= _COMMON else "warning",
                at=at,
                message=f"Characters that nobody sees stand here: {on_one_line(words)[:_LONGEST]}",
            )
    text = subject.document.text
    suspects = _suspects(text)
    tags = {character for character in suspects if _is_tag(character)}
    if tags:
        yield _tagged(text)
    for character in sorted(suspects - tags):
        yield _counted(text, character)


def _suspects(text: str) -> set[str]:
    """The hidden characters of a text, in a place where writing does not need them."""
    if text.isascii() and text.isprintable():
        return set()
    strange = (c for c in set(text) if not " " <= c <= "~" and c not in "\n\t")
    if not any(mark for c in strange for _, mark in runs(c)):
        return set()
    return {c for piece, mark in runs(text) if mark for c in piece} - _NOTED


def _is_tag(character: str) -> bool:
    return "\U000e0000" <= character <= "\U000e007f"


def _tagged(text: str) -> Finding:
    """Tag characters spell a text of their own."""
    places = [at for at, character in enumerate(text) if _is_tag(character)]
    spelt = "".join(chr(ord(text[at]) - 0xE0000) for at in places)
    return Finding(
        code="hidden-characters",
        severity="warning",
        span=Span(start=places[0], end=places[-1] + 1),
        message=f"{len(places)} tag characters (U+E0000 to U+E007F), which nobody sees, spell: "
        f"{on_one_line(spelt)[:_LONGEST]}",
    )


def _counted(text: str, character: str) -> Finding:
    first = text.index(character)
    divides = any(
        text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()
        for at, other in enumerate(text)
        if other == character and character != "\xad"
    )
    name = unicodedata.name(character, "control character")
    return Finding(
        code="hidden-characters",
        severity="note" if character in _COMMON and not divides else "warning",
        span=Span(start=first, end=first + 1),
        message=f"The article has U+{ord(character):04X} {name}, which nobody sees, "
        f"{text.count(character)} time(s).",
    )
