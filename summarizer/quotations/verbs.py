"""Which words are cues: forms of verbs that report speech, or a judgement or a wish.

Words are given as printed: one with a capital is a name or begins a headline, and is no cue.
"""

from __future__ import annotations

from functools import cache

from summarizer.quotations.words import Form, verb_forms

_LISTS = ("speech_verbs", "stance_verbs", "narrative_verbs")


def is_speech(word: str) -> bool:
    """Whether a word is a form of a verb of saying."""
    return word in verb_forms("speech_verbs")


def is_cue(word: str) -> bool:
    """Whether a word is a form of a verb that may govern words further on."""
    return word in verb_forms("speech_verbs") or word in verb_forms("stance_verbs")


def is_near_cue(word: str) -> bool:
    """Whether a word attributes a quotation that it stands next to."""
    return is_speech(word) or word in verb_forms("narrative_verbs")


@cache
def forms(word: str) -> frozenset[Form]:
    """What a word is a form of, as a cue."""
    nothing: frozenset[Form] = frozenset()
    return nothing.union(*(verb_forms(name).get(word, nothing) for name in _LISTS))
