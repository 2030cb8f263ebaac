"""An invented text and quotations whose true places are known: what grounding is measured on."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

_FUNCTION_WORDS = [
    "the",
    "of",
    "and",
    "to",
    "a",
    "in",
    "that",
    "is",
    "for",
    "on",
    "with",
    "as",
    "by",
    "it",
    "at",
    "from",
    "will",
    "be",
    "not",
    "this",
    "have",
    "are",
    "or",
    "an",
    "they",
    "which",
    "but",
    "has",
    "had",
    "would",
    "their",
    "its",
    "we",
    "there",
    "said",
    "can",
    "who",
    "all",
    "were",
    "been",
    "no",
    "more",
    "if",
    "out",
    "so",
    "when",
]
_SYLLABLES = "ba do fen gar hil jo kel lum mar nes or pel quin ras sol tor ul vam wes yar".split()  # noqa: SIM905
_VOCABULARY = 8_000


@dataclass(frozen=True)
class Asked:
    """A quotation, its kind, and the range that it was made from (None: the text lacks it)."""

    text: str
    kind: str
    place: tuple[int, int] | None


class Author:
    """Writes text in sentences of made-up words, as common or rare as words are (Zipf)."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        words = list(_FUNCTION_WORDS)
        while len(words) < _VOCABULARY:
            words.append("".join(self.random.choices(_SYLLABLES, k=self.random.randint(2, 4))))
        self.words = words
        self.weights = list(accumulate(1 / rank for rank in range(1, _VOCABULARY + 1)))

    def sentence(self) -> str:
        drawn = self.random.choices(
            self.words, cum_weights=self.weights, k=self.random.randint(9, 24)
        )
        drawn[0] = drawn[0].capitalize()
        middle = self.random.randrange(2, len(drawn) - 2)
        drawn[middle] = self.random.choice(
            [f"{drawn[middle]},", f"{drawn[middle]} —", str(self.random.randint(2, 900))]
        )
        sentence = " ".join(drawn)
        return f"“{sentence},” he said." if self.random.random() < 0.25 else f"{sentence}."

    def text(self, length: int) -> str:
        """About `length` code points, in paragraphs."""
        parts: list[str] = []
        size = 0
        while size < length:
            ending = "\n\n" if self.random.random() < 0.2 else " "
            parts.append(self.sentence() + ending)
            size += len(parts[-1])
        return "".join(parts)

    def quotations(self, text: str, present: Sequence[str], absent: int) -> list[Asked]:
        """One quotation of each kind in `present` from `text`, and `absent` ones from elsewhere."""
        asked = [self._quotation(text, kind) for kind in present]
        elsewhere = self.text(400 * absent) if absent else ""
        for _ in range(absent):
            start, end = self._passage(elsewhere)
            asked.append(Asked(elsewhere[start:end], "absent", None))
        self.random.shuffle(asked)
        return asked

    def _quotation(self, text: str, kind: str) -> Asked:
        start, end = self._passage(text)
        return Asked(_KINDS[kind](text[start:end], self), kind, (start, end))

    def _passage(self, text: str) -> tuple[int, int]:
        """A range of 8 to 26 words, within one paragraph."""
        while True:
            start = self.random.randrange(max(1, len(text) - 400))
            words = list(re.finditer(r"\S+", text[start : start + 400]))[1:-1]
            words = words[: self.random.randint(8, 26)]
            start, end = start + words[0].start(), start + words[-1].end()
            if len(words) >= 8 and "\n" not in text[start:end]:
                return start, end


def _verbatim(passage: str, _: Author) -> str:
    return passage


def _reshaped(passage: str, author: Author) -> str:
    """Straight marks, plain dashes, a line break and a wide space: the words are the same."""
    plain = passage.translate({0x201C: '"', 0x201D: '"', 0x2014: "-"})
    spaces = [match.start() for match in re.finditer(" ", plain)]
    first, second = author.random.sample(spaces, 2)
    wrapped = plain[:first] + "\n" + plain[first + 1 :]
    return wrapped[:second] + "\u00a0" + wrapped[second + 1 :]


def _edited(passage: str, author: Author) -> str:
    """One word or two dropped, put in, or replaced."""
    words = passage.split(" ")
    for _ in range(author.random.randint(1, 2)):
        at = author.random.randrange(1, len(words) - 1)
        new = author.random.choice(author.words[50:])
        words[at : at + 1] = author.random.choice([[], [words[at], new], [new]])
    return " ".join(words)


_KINDS: dict[str, Callable[[str, Author], str]] = {
    "verbatim": _verbatim,
    "reshaped": _reshaped,
    "edited": _edited,
}
