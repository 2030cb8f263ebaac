"""Headline, overview, statements and topics: the article's own words, cut to the schema's lengths."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from summarizer.document import Document
from summarizer.quotations.sentences import split_sentences
from summarizer.quotations.words import closed_class, verb_forms

OVERVIEW_WORDS = 80
_SHORT = 300
_SENTENCE = 1000
_OVERVIEW = 2000
_TOPIC_WORDS = 4
_MARKS = '"“”„‟＂«»‹›「」『』'
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


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


class Topics:
    """Names topics by the words that a document uses most."""

    def __init__(self, document: Document) -> None:
        self._counts = Counter(word.casefold() for word in _WORD.findall(document.text))

    def topic(self, sentence: str, omitted: Sequence[str] = ()) -> str:
        """Two to four neighbouring words of a sentence that tell most of what it is about.

        `omitted` are words, lower-case, that tell nothing here: the speaker's name.
        """
        runs = _runs(sentence, frozenset(omitted))
        if not runs:
            return cut(sentence, 40) or "statement"
        windows = [
            run[start : start + size]
            for run in runs
            for size in range(1, _TOPIC_WORDS + 1)
            for start in range(len(run) - size + 1)
        ]
        best = max(windows, key=self._weight)
        if len(best) == 1:
            best = (best + [word for run in runs for word in run if word not in best])[:2]
        return cut(" ".join(best), _SHORT)

    def _weight(self, words: Sequence[str]) -> float:
        often = sum(min(self._counts[word.casefold()], 5) for word in words)
        return often * min(len(words), 3) / len(words) + 0.1 * len(words)


def _runs(sentence: str, omitted: frozenset[str]) -> list[list[str]]:
    """The stretches of open-class words that are no verbs of speech."""
    runs: list[list[str]] = [[]]
    end = 0
    for found in _WORD.finditer(sentence):
        word = found.group()
        key = word.casefold().replace("’", "'").removesuffix("'s")
        if sentence[end : found.start()].strip():
            runs.append([])
        end = found.end()
        if _tells_nothing(key) or key in omitted:
            runs.append([])
        else:
            runs[-1].append(word)
    return [run for run in runs if run]


def _tells_nothing(key: str) -> bool:
    if len(key) < 3 or key in closed_class() or key.endswith("ly"):
        return True
    return key in verb_forms("speech_verbs") or key in verb_forms("stance_verbs")
