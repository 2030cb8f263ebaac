"""Names topics by words of the sentence that the article uses often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from summarizer.document import Document
from summarizer.extractive.wording import cut
from summarizer.quotations.words import closed_class, verb_forms

_MOST_WORDS = 4
_OFTEN = 5
_SHORT = 300
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


class Topics:
    """The topics of one article's sentences."""

    def __init__(self, document: Document) -> None:
        self._counts = Counter(word.casefold() for word in _WORD.findall(document.text))

    def topic(self, sentence: str, omitted: Sequence[str] = ()) -> str:
        """Two to four neighbouring words of a sentence that tell most of what it is about.

        `omitted` are lower-case words that tell nothing here: the speaker's name.
        """
        runs = _runs(sentence, frozenset(omitted))
        windows = [
            run[start : start + size]
            for run in runs
            for size in range(1, _MOST_WORDS + 1)
            for start in range(len(run) - size + 1)
        ]
        if not windows:
            return cut(sentence, 40) or "statement"
        best = max(windows, key=self._weight)
        if len(best) == 1:
            others = [word for run in runs for word in run if word not in best]
            best = [*best, *others[:1]]
        return cut(" ".join(best), _SHORT)

    def _weight(self, words: Sequence[str]) -> float:
        often = sum(min(self._counts[word.casefold()], _OFTEN) for word in words)
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
