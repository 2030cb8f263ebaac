"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.quotations.words import closed_class, word_list

_END = re.compile(r"""[.!?…]+["'”’»›」)\]]*(?=\s+["'“‘«‹「(\[]*[^\W_a-z])""")
_LAST_WORD = re.compile(r"[\w.]+$")
_FIRST_WORD = re.compile(r"\W*(\w+)")


def split_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of `text[start:end]` as ranges without the white space between them.

    Quotation marks do not hide a sentence's end: a quotation of two sentences is two ranges.
    """
    position = start
    for found in _END.finditer(text, start, end):
        if found.group()[0] == "." and not ends_sentence(text, found.start(), position, end):
            continue
        yield position, found.end()
        position = _skip_space(text, found.end(), end)
    if position < end:
        yield position, end


def ends_sentence(text: str, dot: int, start: int, end: int) -> bool:
    """Whether the full stop at `dot` ends a sentence and not an abbreviation or an initial."""
    last = _LAST_WORD.search(text, max(start, dot - 20), dot)
    if last is None:
        return True
    word = last.group()
    if word in word_list("abbreviations") or (len(word) == 1 and word.isalpha() and word.isupper()):
        return False
    if "." not in word:
        return True
    following = _FIRST_WORD.match(text, dot + 1, end)
    return following is None or following.group(1).casefold() in closed_class()


def _skip_space(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position
