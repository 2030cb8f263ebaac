"""Which changes of words turn what is said: negations, numbers, dates, names, tense and mood."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from summarizer.grounding.letters import NEGATING_IDEOGRAPHS

_NEGATIONS = frozenset(
    "no not never none nobody nothing neither nor nowhere without cannot non hardly barely".split()  # noqa: SIM905
) | frozenset(NEGATING_IDEOGRAPHS)
_NEGATING = ("un", "in", "im", "il", "ir", "dis", "non")
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "  # noqa: SIM905
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion trillion half third quarter first second once twice "
    "dozen".split()
)
_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "  # noqa: SIM905
    "june july august september october november december today tomorrow yesterday".split()
)
_AUXILIARIES = frozenset(
    "am is are was were be been being has have had do does did will would shall should can could "  # noqa: SIM905
    "may might must ought".split()
)
_ENDINGS = ("ings", "ing", "ies", "ied", "ed", "es", "ly", "'s", "d", "s", "e", "y")


class Word(NamedTuple):
    """A word or mark of a text. `opens` tells that it begins a sentence, where capitals tell nothing."""

    text: str
    start: int
    end: int
    opens: bool

    @property
    def small(self) -> str:
        return self.text.lower()


def turn(old: list[Word], new: list[Word]) -> str | None:
    """What a change from `old` words to `new` ones turns, e.g. `negation dropped`; None for nothing."""
    if lost := _negations(old, new) - _negations(new, old):
        return "negation dropped" if lost > 0 else "negation added"
    kinds = _KINDS if max(len(old), len(new)) <= _FEW else _KINDS[:1]
    for kind, belongs in kinds:
        before = Counter(word.small for word in old if belongs(word))
        after = Counter(word.small for word in new if belongs(word))
        if before != after:
            return f"{kind} {_way(before, after)}"
    if old and new and all(word.small in _AUXILIARIES for word in [*old, *new]):
        return "tense or mood changed"
    if len(old) == len(new) == 1 and _stem(old[0].small) == _stem(new[0].small):
        return "word form changed"
    return None


def _way(before: Counter[str], after: Counter[str]) -> str:
    return "changed" if before and after else "dropped" if before else "added"


def _negations(words: list[Word], others: list[Word]) -> int:
    """How many of `words` negate, by themselves or by a prefix that one of `others` lacks."""
    plain = {word.small for word in others}
    return sum(
        word.small in _NEGATIONS
        or word.small.endswith("n't")
        or any(word.small.startswith(p) and word.small[len(p) :] in plain for p in _NEGATING)
        for word in words
    )


def _is_number(word: Word) -> bool:
    return any(map(str.isdigit, word.text)) or word.small in _NUMBER_WORDS


def _is_date(word: Word) -> bool:
    return word.small in _DATES and word.text not in ("may", "march")


def _is_name(word: Word) -> bool:
    return word.text[0].isupper() and not word.opens and len(word.text) > 1


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


_FEW = 3
"""Words up to which a change can be told by the one kind that they are of."""

_KINDS = (("number", _is_number), ("date", _is_date), ("name", _is_name))
"""What a change is told by, the gravest first; numbers however long the change is."""
