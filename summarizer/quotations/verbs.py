"""Which words are cues: forms of verbs that report speech, or a judgement or a wish."""

from __future__ import annotations

from functools import cache

from summarizer.quotations.words import Form, verb_forms

_LISTS = ("speech_verbs", "stance_verbs", "narrative_verbs")


def is_speech(key: str) -> bool:
    """Whether a lower-case word is a form of a verb of saying."""
    return key in verb_forms("speech_verbs")


def is_cue(key: str) -> bool:
    """Whether a lower-case word is a form of a verb that may govern words further on."""
    return key in verb_forms("speech_verbs") or key in verb_forms("stance_verbs")


def is_near_cue(key: str) -> bool:
    """Whether a lower-case word attributes a quotation that it stands next to."""
    return is_speech(key) or key in verb_forms("narrative_verbs")


@cache
def forms(key: str) -> frozenset[Form]:
    """What a word is a form of, as a cue."""
    nothing: frozenset[Form] = frozenset()
    return nothing.union(*(verb_forms(name).get(key, nothing) for name in _LISTS))
