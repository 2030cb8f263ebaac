"""Borders of characters are those of the whole text, wherever in it they are asked for."""

from __future__ import annotations

import random

import pytest
import regex

from summarizer.grounding.clusters import widened

# A prepended letter, Thai SARA AM, Hangul jamo and syllables, Indic conjuncts, emoji, flags, CR LF.
PIECES = (
    "aB1 .\r\n\u0301\u200d\u0600\u0d4e\u0d15\u0e01\u0e33\u0e32\u1100\u1161\u11a8\uac00\uac01"
    "\u0915\u094d\u0937\u093f\u4e2d\u0663\u0628\u203c\ufe0f\U0001f468\U0001f1e6"
)


def whole(text, at):
    clusters = (match.span() for match in regex.finditer(r"\X", text))
    return next(((start, end) for start, end in clusters if start < at < end), (at, at))


@pytest.mark.parametrize(
    ("text", "at", "cluster"),
    [
        ("x \u0d4ea\u0301 y", 4, (2, 5)),  # what follows a prepended letter belongs to it
        ("\u0e01\u0e33\u0e48", 2, (0, 3)),  # SARA AM belongs to what it follows
        ("\u1100\u1161\u11a8", 2, (0, 3)),  # jamo make one syllable
        ("\u0915\u094d\u0937\u093f", 3, (0, 4)),  # a virama joins two consonants
        ("a\r\nb", 2, (1, 3)),
    ],
)
def test_a_letter_may_belong_to_the_one_before(text, at, cluster):
    """Being a letter does not make it the beginning of a character."""
    assert widened(text, at, at) == cluster


def test_every_offset_of_mixed_texts_is_judged_as_in_the_whole():
    """Counting from a border nearby gives what counting from the beginning gives."""
    chosen = random.Random(1)
    for _ in range(1500):
        text = "".join(chosen.choices(PIECES, k=chosen.randint(1, 10)))
        for at in range(len(text) + 1):
            assert widened(text, at, at) == whole(text, at), ascii(text)
