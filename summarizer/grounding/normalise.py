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
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

Edit = tuple[int, int, str]
"""A range of the original, code points, and what stands for it in the normal form."""

_SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680" + "".join(
    map(chr, range(0x2000, 0x200B))
) + "\u2028\u2029\u202f\u205f\u3000"  # fmt: skip
_SHAPES = {
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u301d\u301e\u301f\uff02",
    "'": "\u2018\u2019\u201a\u201b\u2039\u203a\u02bc\uff07",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
    " ": _SPACES,
}
_SOFT_HYPHEN = "\u00ad"
_LONGER = {"\u2026": "...", _SOFT_HYPHEN: ""} | {
    chr(code): unicodedata.normalize("NFKD", chr(code)).replace("\u017f", "s")
    for code in range(0xFB00, 0xFB07)
}
_SPECIAL = re.compile("[" + "".join(_LONGER) + "]")
_RUN = re.compile(r"[\s\u00ad][\s\u00ad]+")
_LINE_HYPHEN = re.compile(r"[-\u2010\u00ad](?<=\w.)[ \t]*(?:\r\n?|\n)[ \t]*(?=\w)")
_PLAIN = re.compile(r"[!-~]++(?: [!-~]++)*+")
_WORD = re.compile(r"\S+")
_LONGEST_CLUSTER = 32
"""Code points beyond which a cluster is left as it is (composing it takes the square of its length).

No writing needs more: UAX #15 calls a text with at most 30 marks in a row safe for streams.
"""


@dataclass(frozen=True, slots=True)
class Normalised:
    """A normalised text and where each stretch of it came from.

    `starts` are offsets into `text`; the piece that begins there is what `begins` to `ends` of the
    original became, code points. A piece of equal length maps one to one; any other is
    indivisible. `line_hyphens` are the offsets at which a hyphen at a line break was left out.
    """

    text: str
    starts: array[int]
    begins: array[int]
    ends: array[int]
    line_hyphens: list[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original whose normalised form holds `text[start:end]`, `start < end`."""
        return self._place(start)[0], self._place(end - 1)[1]

    def divides_no_piece(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` is all of what its range of the original becomes."""
        return self._place(start)[2] == start and self._place(end - 1)[3] == end

    def _place(self, offset: int) -> tuple[int, int, int, int]:
        """The smallest range of the original around `offset`, and what it is in `text`."""
        index = bisect_right(self.starts, offset) - 1
        begin, finish, first = self.begins[index], self.ends[index], self.starts[index]
        last = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        if finish - begin != last - first:
            return begin, finish, first, last
        at = begin + offset - first
        return at, at + 1, offset, offset + 1


def normalise(text: str) -> Normalised:
    """`text` in its normal form. A hyphen at a line break inside a word is left out of it."""
    starts, begins, ends, line_hyphens = array("I"), array("I"), array("I"), list[int]()
    pieces: list[str] = []
    length = 0
    flat = _flattened(text)
    for begin, finish, piece in _pieces(text, flat):
        if piece:
            pieces.append(piece)
            starts.append(length)
            begins.append(begin)
            ends.append(finish)
            length += len(piece)
        elif finish - begin > 1 and text[begin] != _SOFT_HYPHEN:
            line_hyphens.append(length)
    return Normalised("".join(pieces), starts, begins, ends, line_hyphens)


def normalised_text(text: str) -> str:
    """The normal form of `text` alone."""
    if _PLAIN.fullmatch(text):
        return text
    return normalise(text).text


def _flattened(text: str) -> str:
    """`text` with every shape of a mark, dash or space as the plain one; its length is kept."""
    for plain, shapes in _SHAPES.items():
        for shape in shapes:
            text = text.replace(shape, plain)
    return text


def _pieces(text: str, flat: str) -> Iterator[Edit]:
    """Ranges of the text in order, each with its normal form; none for white space at the ends."""
    at = len(text) - len(text.lstrip(_SPACES + _SOFT_HYPHEN + " "))
    end = len(text.rstrip(_SPACES + _SOFT_HYPHEN + " "))
    edits = [*_line_hyphens(text), *_runs(text), *_composed(text), *_longer(text)]
    for begin, finish, replacement in sorted(edits, key=lambda edit: edit[0]):
        if begin < at or finish > end:
            continue
        if at < begin:
            yield at, begin, flat[at:begin]
        yield begin, finish, replacement
        at = finish
    if at < end:
        yield at, end, flat[at:end]


def _line_hyphens(text: str) -> Iterator[Edit]:
    """A hyphen and a line break between letters go; before a capital or a digit the hyphen stays."""
    for match in _LINE_HYPHEN.finditer(text):
        before, after = text[match.start() - 1], text[match.end()]
        joined = before.isalpha() and after.isalpha() and (before.isupper() or not after.isupper())
        soft = match.group()[0] == _SOFT_HYPHEN
        yield match.start(), match.end(), "" if joined or soft else "-"


def _runs(text: str) -> Iterator[Edit]:
    for match in _RUN.finditer(text):
        yield match.start(), match.end(), " " if match.group().strip(_SOFT_HYPHEN) else ""


def _longer(text: str) -> Iterator[Edit]:
    for match in _SPECIAL.finditer(text):
        yield match.start(), match.end(), _LONGER[match.group()]


def _composed(text: str) -> Iterator[Edit]:
    """The grapheme clusters that NFC changes, each with its composed form."""
    if unicodedata.is_normalized("NFC", text):
        return
    import regex  # 10 ms that a text in NFC need not spend

    clusters = regex.compile(r"\X")
    for word in _WORD.finditer(text):
        if unicodedata.is_normalized("NFC", word.group()):
            continue
        for match in clusters.finditer(text, word.start(), word.end()):
            form = _normal_cluster(match.group())
            if form != _flattened(match.group()):
                yield match.start(), match.end(), form


def _normal_cluster(cluster: str) -> str:
    if len(cluster) > _LONGEST_CLUSTER:
        return _flattened(cluster)
    plain = "".join(_LONGER.get(letter, letter) for letter in cluster)
    return _flattened(unicodedata.normalize("NFC", plain))
