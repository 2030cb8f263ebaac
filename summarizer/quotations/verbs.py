"""Which words are cues: forms of verbs that report speech, or a judgement or a wish."""

from __future__ import annotations

from summarizer.quotations.words import Form, verb_forms


def is_speech(key: str) -> bool:
    """Whether a lower-case word is a form of a verb of saying."""
    return key in verb_forms("speech_verbs")


def is_cue(key: str) -> bool:
    """Whether a lower-case word is a form of any verb that may govern quoted words."""
    return key in verb_forms("speech_verbs") or key in verb_forms("stance_verbs")


def forms(key: str) -> frozenset[Form]:
    """What a word is a form of, as a cue."""
    nothing: frozenset[Form] = frozenset()
    return verb_forms("speech_verbs").get(key, nothing) | verb_forms("stance_verbs").get(
        key, nothing
    )
