"""Which words of a passage differ from what a summary quoted as it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import groupby

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_LONGEST = 1_000
"""Tokens beyond which nothing is compared: the time grows with the square, and nobody reads it."""


def differences(text: str, other: str) -> list[tuple[str, bool]]:
    """`text` in pieces that join up to it, each with whether `other` lacks its words."""
    tokens, others = _TOKEN.findall(text), _TOKEN.findall(other)
    if not tokens or max(len(tokens), len(others)) > _LONGEST:
        return [(text, False)]
    differs = [True] * len(tokens)
    matcher = SequenceMatcher(None, tokens, others, autojunk=False)
    for start, _, size in matcher.get_matching_blocks():
        differs[start : start + size] = [False] * size
    pairs = zip(tokens, differs, strict=True)
    return [
        ("".join(token for token, _ in group), changed)
        for changed, group in groupby(pairs, key=lambda pair: pair[1])
    ]
