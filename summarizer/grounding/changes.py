"""What an altered quotation changed, word by word, in terms that a reader understands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from summarizer.grounding.letters import (
    INVISIBLE,
    UNSPACED_RANGES,
    without_accents,
    without_look_alikes,
)
from summarizer.grounding.meaning import Word, turn
from summarizer.shown import shown

_LETTER = rf"[^\W_{UNSPACED_RANGES}]"
_TOKEN = re.compile(
    rf"[$\u20ac\u00a3\u00a5]?{_LETTER}+(?:(?:['.,:]|{INVISIBLE.pattern}+){_LETTER}+)*[%\u2030]?"
    r"|\S"
)

_ENDS_SHOWN = 150
_LOOK_ALIKE = "look-alike letters"

Block = tuple[list[Word], list[Word]]
"""Words of the passage, and those that the quotation has in their place."""


def changes(quote: str, passage: str) -> tuple[str, ...]:
    """How `quote` differs from `passage` (both in normal form), in the order of the passage.

    Each is `kind: old -> new` or, where one side has nothing, `kind: words`; old is what the
    article has. Kinds are `negation dropped` (or `added`), `number changed` (`dropped`, `added`),
    `date changed` and `name changed` likewise, `tense or mood changed`, `word form changed`, `case
    changed`, `accents changed`, `look-alike letters`, `invisible characters`, `punctuation changed`
    likewise, `moved`, and for all else `changed`, `dropped` and `added`. Where no word differs it
    is `spacing changed`, or `cut inside a word`.
    """
    blocks = list(_blocks(passage, quote))
    if not blocks:
        return ("cut inside a word" if quote == passage else "spacing changed",)
    moved = {_said(old) for old, new in blocks if not new} & {
        _said(new) for old, new in blocks if not old
    }
    return tuple(
        f"moved: {_short(_slice(old, passage))}"
        if _said(old) in moved
        else _told(old, new, quote, passage)
        for old, new in blocks
        if old or _said(new) not in moved
    )


def _word(match: re.Match[str]) -> Word:
    opens = match[0][0].isupper() and _opens(match.string, match.start())
    return Word(match[0], match.start(), match.end(), opens)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins at `start`, as far as marks tell."""
    before = text[max(0, start - 4) : start].rstrip(" \"'([-")
    return not before or before[-1] in ".!?:"


def _blocks(passage: str, quote: str) -> Iterator[Block]:
    """The words that differ, between the words that are the same."""
    old, new = list(_TOKEN.finditer(passage)), list(_TOKEN.finditer(quote))
    at = to = 0
    keys = [match[0] for match in old], [match[0] for match in new]
    for same in Levenshtein.opcodes(*keys).as_matching_blocks():
        if same.a > at or same.b > to:
            yield [_word(m) for m in old[at : same.a]], [_word(m) for m in new[to : same.b]]
        at, to = same.a + same.size, same.b + same.size


def _told(old: list[Word], new: list[Word], quote: str, passage: str) -> str:
    before, after = _slice(old, passage), _slice(new, quote)
    kind = _look(before, after) or turn(old, new) or _plain_kind(before, after)
    detail = " -> ".join(_short(text) for text in (before, after) if text)
    return f"{kind}: {shown(detail)}{_code_points(before, after) if kind == _LOOK_ALIKE else ''}"


def _look(before: str, after: str) -> str | None:
    """How two texts differ that read the same."""
    if INVISIBLE.sub("", before) == INVISIBLE.sub("", after):
        return "invisible characters"
    if without_look_alikes(before) == without_look_alikes(after):
        return _LOOK_ALIKE
    if before.lower() == after.lower():
        return "case changed"
    if without_accents(before) == without_accents(after):
        return "accents changed"
    return None


def _plain_kind(before: str, after: str) -> str:
    words = any(map(str.isalnum, before + after))
    way = "changed" if before and after else "dropped" if before else "added"
    return way if words else f"punctuation {way}"


def _code_points(before: str, after: str) -> str:
    """The letters that are not what they look like, by number."""
    pairs = zip(before, after, strict=False)
    codes = (f"U+{ord(max(pair)):04X}" for pair in pairs if pair[0] != pair[1])
    return f" ({', '.join(dict.fromkeys(codes))})"


def _slice(words: list[Word], text: str) -> str:
    return text[words[0].start : words[-1].end] if words else ""


def _short(text: str) -> str:
    """`text`, or its beginning and end where it is more than a reader compares."""
    return (
        text if len(text) <= 2 * _ENDS_SHOWN else f"{text[:_ENDS_SHOWN]} ... {text[-_ENDS_SHOWN:]}"
    )


def _said(words: list[Word]) -> tuple[str, ...]:
    return tuple(word.small for word in words)
