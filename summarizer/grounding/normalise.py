"""The declared normalisation, with a map back to the text as it was.

What may differ between a quotation and the article and still count as the same words:

* the shapes of double quotation marks, and the shapes of single ones and apostrophes,
* the shapes of dashes, and of white space (any run of it is one space, none at the ends),
* NFC, the ellipsis character, the ligatures U+FB00 to U+FB06,
* soft hyphens, and hyphens at a line break inside a word.

Nothing else: single and double marks, case, words, digits and negations never equal each other.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u301d\u301e\u301f\uff02"
_SINGLE = "\u2018\u2019\u201a\u201b\u2039\u203a\u02bc\uff07"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680" + "".join(
    map(chr, range(0x2000, 0x200B))
) + "\u2028\u2029\u202f\u205f\u3000"  # fmt: skip

_ONE_TO_ONE = str.maketrans(
    dict.fromkeys(_DOUBLE, '"')
    | dict.fromkeys(_SINGLE, "'")
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_SPACES, " ")
)
_LONGER = {"\u2026": "..."} | {
    chr(code): unicodedata.normalize("NFKD", chr(code)).replace("\u017f", "s")
    for code in range(0xFB00, 0xFB07)
}
_LINE_HYPHEN = r"(?<=\w)[-\u2010][ \t]*(?:\r\n|\r|\n)[ \t]*(?=\w)"
_UNEQUAL = re.compile(rf"[\u2026\ufb00-\ufb06\u00ad]|{_LINE_HYPHEN}|\s{{2,}}|\A\s+|\s+\Z")
_UNEQUAL_KEEPING_HYPHENS = re.compile(r"[\u2026\ufb00-\ufb06\u00ad]|\s{2,}|\A\s+|\s+\Z")
_LINE_HYPHENS = re.compile(_LINE_HYPHEN)
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Normalised:
    """A normalised text and where each stretch of it came from.

    `starts` are offsets into `text`; `origins` the matching ranges of the original, code points.
    A piece of equal length maps one to one; any other is one indivisible piece.
    """

    text: str
    starts: list[int]
    origins: list[tuple[int, int]]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original whose normalised form holds `text[start:end]`, `start < end`."""
        return self._place(start)[0], self._place(end - 1)[1]

    def _place(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self.starts, offset) - 1
        begin, finish = self.origins[index]
        following = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        if finish - begin != following - self.starts[index]:
            return begin, finish
        at = begin + offset - self.starts[index]
        return at, at + 1


def normalise(text: str, *, join_line_hyphens: bool = True) -> Normalised:
    """`text` in its normal form.

    `join_line_hyphens=False` keeps the hyphen of "long-<line break>term": both readings of such a
    hyphen are possible, so a caller that looks for words tries both.
    """
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[tuple[int, int]] = []
    length = 0
    for begin, finish, piece in _pieces(text, join_line_hyphens=join_line_hyphens):
        if piece:
            pieces.append(piece)
            starts.append(length)
            origins.append((begin, finish))
            length += len(piece)
    return Normalised("".join(pieces), starts, origins)


def normalised_text(text: str) -> str:
    """The normal form of `text` alone."""
    return normalise(text).text


def has_line_hyphen(text: str) -> bool:
    """Whether `text` has a hyphen at a line break, which may or may not belong to the word."""
    return _LINE_HYPHENS.search(text) is not None


def _pieces(text: str, *, join_line_hyphens: bool) -> Iterator[tuple[int, int, str]]:
    """Ranges of the text in order, each with its normal form."""
    composed = unicodedata.is_normalized("NFC", text)
    pattern = _UNEQUAL if join_line_hyphens else _UNEQUAL_KEEPING_HYPHENS
    at = 0
    for match in pattern.finditer(text):
        yield from _equal(text, at, match.start(), composed=composed)
        yield match.start(), match.end(), _replacement(match, len(text))
        at = match.end()
    yield from _equal(text, at, len(text), composed=composed)


def _replacement(match: re.Match[str], length: int) -> str:
    found = match.group()
    if found.isspace():
        at_border = match.start() == 0 or match.end() == length
        return "" if at_border else " "
    return _LONGER.get(found, "")


def _equal(text: str, start: int, end: int, *, composed: bool) -> Iterator[tuple[int, int, str]]:
    """A stretch in which each code point has one of its own, but for words that NFC composes."""
    at = start
    if not composed:
        for match in _WORD.finditer(text, start, end):
            if not unicodedata.is_normalized("NFC", match.group()):
                yield at, match.start(), text[at : match.start()].translate(_ONE_TO_ONE)
                yield from _composed(match.group(), match.start())
                at = match.end()
    if at < end:
        yield at, end, text[at:end].translate(_ONE_TO_ONE)


def _composed(word: str, offset: int) -> Iterator[tuple[int, int, str]]:
    """The clusters of a word that is not in NFC, each with its composed form."""
    begin = 0
    for at in range(1, len(word) + 1):
        if at == len(word) or _stands_alone(word[begin:at], word[at]):
            form = unicodedata.normalize("NFC", word[begin:at]).translate(_ONE_TO_ONE)
            yield offset + begin, offset + at, form
            begin = at


def _stands_alone(cluster: str, following: str) -> bool:
    """Whether `following` neither combines with `cluster` nor moves within it."""
    if unicodedata.combining(following):
        return False
    apart = unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", following)
    return unicodedata.normalize("NFC", cluster + following) == apart
