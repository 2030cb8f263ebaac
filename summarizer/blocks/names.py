"""Words that could be a name, by their capitals alone."""

from __future__ import annotations

_SMALL_WORDS = (
    "a af al an and at av bin bint d da de del della den der di do dos du e el en et for from ibn"
    " in la le los of on sur ten ter the to und van via von with y zu & | - / \u2013 \u2014 \u00b7"
)
_BETWEEN_NAMES = frozenset(_SMALL_WORDS.split())
_AROUND = ".,;()[]'\"\u2018\u2019\u201c\u201d*_"


def looks_like_names(text: str, *, also: frozenset[str] = frozenset()) -> bool:
    """Whether each word of `text` is capitalised, small as names have them, or one of `also`."""
    words = text.replace("/", " / ").split()
    return any(map(_is_capitalised, words)) and all(
        _is_capitalised(word)
        or word.strip(_AROUND) in _BETWEEN_NAMES
        or word.strip(_AROUND) in also
        for word in words
    )


def count_capitalised(text: str) -> int:
    """How many words of `text` begin with a capital."""
    return sum(map(_is_capitalised, text.split()))


def _is_capitalised(word: str) -> bool:
    first = word.strip(_AROUND)[:1]
    return first == "@" or (first.isalpha() and not first.islower())
