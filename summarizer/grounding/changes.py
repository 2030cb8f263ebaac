"""What an altered quotation changed, word by word, in terms that a reader understands."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\W_]+(?:['.,:][^\W_]+)*%?|[^\w\s]")
_NEGATIONS = frozenset(
    "no not never none nobody nothing neither nor nowhere without cannot".split()  # noqa: SIM905
)
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty "  # noqa: SIM905
    "sixty seventy eighty ninety hundred thousand million billion trillion half third first "
    "second".split()
)


def changes(quote: str, passage: str) -> tuple[str, ...]:
    """How `quote` differs from `passage` (both in normal form), in the order of the passage.

    Each is `dropped: words`, `added: words` or `changed: old -> new`, seen from the article; what
    turns a meaning comes as `negation dropped`, `negation added`, `number changed`. A difference
    in capitals alone is `case changed`.
    """
    said, wrote = _WORD.findall(quote), _WORD.findall(passage)
    matcher = SequenceMatcher(None, wrote, said, autojunk=False)
    return tuple(
        _named(wrote[a:b], said[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"
    )


def _named(old: list[str], new: list[str]) -> str:
    before, after = " ".join(old), " ".join(new)
    if before.casefold() == after.casefold():
        return f"case changed: {before} -> {after}"
    if _negates(old) and not _negates(new):
        return f"negation dropped: {_arrow(before, after)}"
    if _negates(new) and not _negates(old):
        return f"negation added: {_arrow(before, after)}"
    if _numbers(old) != _numbers(new):
        return f"number changed: {_arrow(before, after)}"
    if not old:
        return f"added: {after}"
    if not new:
        return f"dropped: {before}"
    return f"changed: {before} -> {after}"


def _arrow(before: str, after: str) -> str:
    return f"{before} -> {after}" if before and after else before or after


def _negates(words: list[str]) -> bool:
    return any(w.casefold() in _NEGATIONS or w.casefold().endswith("n't") for w in words)


def _numbers(words: list[str]) -> list[str]:
    return [w for w in words if w[0].isdigit() or w.casefold() in _NUMBER_WORDS]
