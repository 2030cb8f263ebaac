"""The passage that an altered quotation was made from.

Words that the quotation shares with the article vote for where it would stand; around the best
places its words are aligned with the article's (Levenshtein, by rapidfuzz), and what is left at
the ends is compared letter by letter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein, MatchingBlock

from summarizer.grounding.borders import whole_words
from summarizer.grounding.letters import folded
from summarizer.grounding.words import Words, words_of

MOST_CHANGED = 0.4
"""Edits a passage may be away, as a share of the longer text's code points."""

_LEAST_SHARED = 0.5
"""Share of the quotation's code points in words that a passage has as well, to be looked at."""

_LONG_STRETCH = 40
_LEAST_STRETCH = 0.3
"""Code points of one stretch, and their share of the quotation, that show a passage whatever else the
quotation has: an invented tail may be longer than what it hangs on."""

_NEAR_ENOUGH = 0.15
"""A passage at this distance is not looked beyond."""

_CANDIDATES = 4
_VOTES = 100
"""Places that may vote for where a quotation stands; a word with more of them is too common."""

_FEWEST_VOTERS = 3
_PAIRS = 6
_MOST_PAIRS = 18

_GAP_COST = 0.5
"""What a code point between two aligned stretches takes off, one inside them being 1."""

_MARGIN = 16
_ENDS = 6
"""Borders that are tried as the end of a passage, and how much farther than expected they may be."""

_SHORT_REST = 24
_UNLIKE = 0.7
"""Share of a longer rest's code points that differ when what stands in its place is something else."""

_BORDERED = re.compile(r"\w+|[^\w\s]")
"""What a passage may begin or end with: a word, or a mark."""

Voter = tuple[int, list[int]]
"""The number of a word in the quotation, and of those in the text that are the same."""


class Found(NamedTuple):
    """A passage, and how far the quotation is from it: 0 the same, 1 nothing in common.

    `stretch` is how many code points the longest stretch of words has that are the same.
    """

    distance: float
    start: int
    end: int
    stretch: int

    def is_near(self, quote: str) -> bool:
        """Whether `quote` may have been made from this passage."""
        return self.distance <= MOST_CHANGED or _is_long(self.stretch, quote)


class WordIndex:
    """Where each word of a normal form stands; built once a text, in time linear in it.

    Capitals, accents, look-alike letters and characters that nobody sees do not count: a passage
    that differs in them alone is the nearest there can be.
    """

    def __init__(self, text: str) -> None:
        self.text = folded(text)
        self._words = words_of(self.text)
        self._places: dict[str, list[int]] = defaultdict(list)
        for number, key in enumerate(self._words.keys):
            self._places[key].append(number)

    def nearest(self, quote: str) -> Found | None:
        """The passage nearest to `quote`, in normal form, or None when nothing is near."""
        quote = folded(quote)
        words = words_of(quote)
        known = sum(len(key) + 1 for key in words.keys if key in self._places)
        best: Found | None = None
        if known < _LEAST_STRETCH * len(quote):
            return None
        for begin in self._beginnings(words):
            found = self._aligned(quote, words, begin)
            if found and (best is None or found < best):
                best = found
            if best and best.distance <= _NEAR_ENOUGH:
                break
        return best if best and best.is_near(quote) else None

    def _beginnings(self, words: Words) -> list[int]:
        """Numbers of the words at which the quote may begin, best first: rare words agree on them."""
        width = max(4, len(words.keys) // 4)
        votes: dict[int, float] = defaultdict(float)
        for number, places in self._voters(words):
            weight = 1 / len(places)
            for place in places:
                votes[(place - number) // width] += weight
        ranked = sorted(votes, key=lambda at: (-votes[at] - votes.get(at + 1, 0), at))
        chosen: list[int] = []
        for bucket in ranked:
            if len(chosen) == _CANDIDATES:
                break
            if not {bucket - 1, bucket, bucket + 1}.intersection(chosen):
                chosen.append(bucket)
        return [bucket * width for bucket in chosen]

    def _voters(self, words: Words) -> Iterator[Voter]:
        """The quote's rarest words, until they have places enough; where those are few, pairs too."""
        known = [(n, self._places[key]) for n, key in enumerate(words.keys) if key in self._places]
        known.sort(key=lambda voter: len(voter[1]))
        cast = voted = 0
        for number, places in known:
            if voted >= _FEWEST_VOTERS and cast + len(places) > _VOTES:
                break
            yield number, places[:_VOTES]
            cast += len(places)
            voted += 1
        if 2 * voted < len(known):
            yield from islice(self._pairs(words), _PAIRS)

    def _pairs(self, words: Words) -> Iterator[Voter]:
        """The rarest pairs of neighbours in the quote that are neighbours in the text."""
        keys, places = self._words.keys, self._places
        pairs = {
            (one, other): number
            for number, (one, other) in enumerate(pairwise(words.keys))
            if one in places and other in places
        }
        rarest = sorted(pairs, key=lambda pair: min(len(places[pair[0]]), len(places[pair[1]])))
        for one, other in rarest[:_MOST_PAIRS]:
            if len(places[one]) <= len(places[other]):
                found = [at for at in places[one] if keys[at + 1 : at + 2] == [other]]
            else:
                found = [at - 1 for at in places[other] if at and keys[at - 1] == one]
            if found:
                yield pairs[one, other], found[:_VOTES]

    def _aligned(self, quote: str, words: Words, begin: int) -> Found | None:
        """The passage around the word of number `begin` that the quote's words align with."""
        length = len(words.keys)
        slack = max(6, length // 2)
        here = self._words.between(begin - slack, begin + length + 2 * slack)
        blocks = Levenshtein.opcodes(words.keys, here.keys).as_matching_blocks()[:-1]
        stretches = [_length(words, block.a, block) for block in blocks]
        longest = max(stretches, default=0)
        if sum(stretches) < _LEAST_SHARED * len(quote) and not _is_long(longest, quote):
            return None
        first, last = _best_run(blocks, words, here)
        start = self._begun(quote[: words.starts[first.a]], here.starts[first.b])
        end = self._ended(quote[_end(words, last.a, last) :], _end(here, last.b, last))
        start, end = whole_words(self.text, start, end)
        distance = Levenshtein.normalized_distance(quote, self.text[start:end])
        return Found(distance, start, end, longest)

    def _begun(self, head: str, at: int) -> int:
        """Where a passage begins that is aligned from `at` on, and before that is like `head`."""
        if not head:
            return at
        left = max(0, at - 2 * len(head) - _MARGIN)
        borders = [left + match.start() for match in _BORDERED.finditer(self.text[left:at])]
        likely = sorted(borders, key=lambda border: abs(at - len(head) - border))[:_ENDS]
        return _likest(at, likely, head, lambda border: self.text[border:at])

    def _ended(self, tail: str, at: int) -> int:
        """Where a passage ends that is aligned up to `at`, and after that is like `tail`."""
        if not tail:
            return at
        right = at + 2 * len(tail) + _MARGIN
        borders = [at + match.end() for match in _BORDERED.finditer(self.text[at:right])]
        likely = sorted(borders, key=lambda border: abs(at + len(tail) - border))[:_ENDS]
        return _likest(at, likely, tail, lambda border: self.text[at:border])


def _is_long(stretch: int, quote: str) -> bool:
    return stretch >= max(_LONG_STRETCH, _LEAST_STRETCH * len(quote))


def _likest(at: int, borders: list[int], rest: str, to: Callable[[int], str]) -> int:
    """The border up to which the text is like `rest`; `at` itself where a long `rest` is unlike all."""
    distances = [(Levenshtein.distance(rest, to(border)), n) for n, border in enumerate(borders)]
    distance, best = min(distances, default=(len(rest), 0))
    most = len(rest) if len(rest) <= _SHORT_REST else _UNLIKE * len(rest)
    return borders[best] if distance < most else at


def _best_run(
    blocks: list[MatchingBlock], words: Words, here: Words
) -> tuple[MatchingBlock, MatchingBlock]:
    """The first and last of the aligned stretches that are worth the gaps between them."""
    best = run = 0.0
    begin = previous = blocks[0]
    chosen = begin, begin
    for block in blocks:
        run -= _GAP_COST * _gap(previous, block, words, here)
        if run <= 0:
            run, begin = 0, block
        run += _length(here, block.b, block)
        if run > best:
            best, chosen = run, (begin, block)
        previous = block
    return chosen


def _gap(one: MatchingBlock, other: MatchingBlock, words: Words, here: Words) -> int:
    """Code points between two stretches, in the text where they are farther apart."""
    if one is other:
        return 0
    return max(
        words.starts[other.a] - _end(words, one.a, one),
        here.starts[other.b] - _end(here, one.b, one),
    )


def _length(words: Words, first: int, block: MatchingBlock) -> int:
    return _end(words, first, block) - words.starts[first]


def _end(words: Words, first: int, block: MatchingBlock) -> int:
    """Where the stretch of `block` ends that begins with the word of number `first`."""
    return words.ends[first + block.size - 1]
