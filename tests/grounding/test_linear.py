"""Big inputs of repeated characters end: no search takes the square of their length.

Each would run for many minutes if one did; nothing is timed.
"""

from __future__ import annotations

import pytest

from summarizer.blocks import Block
from summarizer.document import Document
from summarizer.grounding import ground

LONG = 60_000

CASES = {
    "one letter": ("a" * LONG, "a" * 20_000 + "b"),
    "one word": ("a " * LONG, "a " * 10_000 + "b"),
    "cut at every place": ("ab " * LONG, "ab " * 6_000 + "a"),
    "inside one number": ("5." * LONG, "5." * 10_000 + "5"),
    "hyphens": ("a-" * LONG, "a-" * 10_000 + "b"),
    "hyphens at line breaks": ("ab-\n" * LONG, "ab-" * 6_000 + "b"),
    "soft hyphens": ("a\u00ad" * LONG, "b" + "a" * 20_000),
    "white space": ("x" + " " * LONG + "-" + "\n" * LONG, "x y"),
    "combining marks": ("a" + "\u0301\u0327" * LONG, "a\u0301" + "\u0327\u0301" * 10_000),
    "decomposed letters": ("a\u0323\u0302" * LONG, "a\u0302\u0323b"),
    "flags": ("x" + "🇦🇲" * LONG, "x" + "🇦🇲" * 10_000 + "z"),
    "joined emoji": ("x" + "👩\u200d" * LONG, "x 👩" * 5_000),
    "invisible characters": ("a\u200b" * LONG, "a\u200b" * 10_000 + "b"),
    "a script without spaces": ("ก" * LONG, "ก" * 10_000 + "ข"),
    "two ideographs": ("中国" * LONG, "国中" * 10_000 + "中"),
    "elisions": ("a b " * LONG, "a ... " * 3_000 + "c"),
    "a few elisions": ("a b " * LONG, "a ... " * 15 + "c"),
    "brackets": ("[a] " * LONG, "[" * 20_000 + "a"),
    "full stops": (". " * LONG + "a", ". " * 10_000 + "b a"),
    "quotation marks": ('"' * LONG, '"' * 20_000 + "a"),
    "common words alone": ("the of and " * LONG, "of the and of " * 1_400),
    "nothing in common": (
        " ".join(str(n * 7919 % 100_003) for n in range(40_000)),
        " ".join(str(n * 104_729 % 99_991) for n in range(3_000)),
    ),
    "every fifth word changed": (
        " ".join(str(n * 7919 % 100_003) for n in range(40_000)),
        " ".join(str(n * 7919 % 100_003) if n % 5 else "x" for n in range(3_000)),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "quote"), CASES.values(), ids=CASES)
def test_a_big_input_of_repeated_characters_ends(text, quote):
    """Long quotations that nearly match everywhere, or nowhere, are answered all the same."""
    article = Document(text, blocks=(Block("paragraph", 0, len(text), "one block"),))
    assert ground(quote, article).match in ("altered", "absent")


def test_a_hundred_thousand_places_are_all_found():
    """Each of them, in order."""
    text = "talks, " * 100_000
    article = Document(text, blocks=(Block("paragraph", 0, len(text), "one block"),))
    found = ground("talks", article)
    assert found.spans == tuple((start, start + 5) for start in range(0, len(text), 7))
