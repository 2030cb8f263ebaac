"""Names that a prompt's stable text has: those of its example."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_NAME_IN_SENTENCE = re.compile(r"(?<=[^\W\d_,;] )[A-Z][^\W\d_]{2,}")


@lru_cache(maxsize=4)
def names_in_prompt(stable_text: str) -> frozenset[str]:
    """The words that it writes with a capital inside a sentence, and never without."""
    plain = {word for word in _WORD.findall(stable_text) if word.islower()}
    return frozenset(
        name for name in _NAME_IN_SENTENCE.findall(stable_text) if name.lower() not in plain
    )
