"""Headline, overview, statements and topics: the article's own words, cut to the schema's lengths."""

from __future__ import annotations

from summarizer.document import Document
from summarizer.quotations.sentences import split_sentences

OVERVIEW_WORDS = 80
_SHORT = 300
_SENTENCE = 1000
_OVERVIEW = 2000
_MARKS = '"“”„‟＂«»‹›「」『』'


def cut(text: str, longest: int) -> str:
    """`text` on one line, cut at a word to at most `longest` code points.

    Lone surrogates, which no model field can hold, become question marks.
    """
    line = " ".join(text.encode("utf-8", "replace").decode().split())
    if len(line) <= longest:
        return line
    return line[: longest - 1].rsplit(" ", 1)[0][: longest - 1] + "…"


def headline(document: Document) -> str:
    """The title, else the first sentence."""
    title = document.title or next(iter(_first_sentences(document)), "")
    return cut(title, _SHORT)


def overview(document: Document) -> str:
    """The first sentences, at most 80 words, the first one cut if it alone is longer."""
    taken: list[str] = []
    for sentence in _first_sentences(document):
        if sum(len(part.split()) for part in [*taken, sentence]) > OVERVIEW_WORDS:
            break
        taken.append(sentence)
    if not taken:
        first = next(iter(_first_sentences(document)), "")
        taken = [" ".join(first.split()[:OVERVIEW_WORDS])]
    return cut(" ".join(taken), _OVERVIEW)


def _first_sentences(document: Document) -> list[str]:
    found: list[str] = []
    for block in document.of_kind("paragraph"):
        ranges = split_sentences(document.text, block.start, block.end)
        found.extend(document.slice(start, end) for start, end in ranges)
        if sum(len(sentence.split()) for sentence in found) > OVERVIEW_WORDS:
            break
    return found


def statement(sentence: str) -> str:
    """A sentence without quotation marks that hang open, fit for a `statement` or a `what`."""
    inner = sentence.strip()
    if sum(inner.count(mark) for mark in _MARKS) % 2:
        inner = inner.strip(_MARKS + " ")
    return cut(inner, _SENTENCE)
