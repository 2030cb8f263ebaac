"""One quotation against one article: exact, altered or absent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Literal

from summarizer.document import Document
from summarizer.grounding import elisions
from summarizer.grounding.borders import whole_words
from summarizer.grounding.clusters import widened
from summarizer.grounding.letters import folded
from summarizer.grounding.line_hyphens import HyphenlessText
from summarizer.grounding.normalise import normalise, normalised_text
from summarizer.grounding.search import Range, occurrences
from summarizer.grounding.splices import pieces
from summarizer.schemas.evidence import Match

if TYPE_CHECKING:
    from summarizer.grounding.nearest import Found, WordIndex

Choice = Literal["only", "nearest", "mention", "body", "first"]
"""Why a place was chosen: it is the only one, the nearest to other evidence or to a mention of the
speaker, the first in the body, the first."""

_SAME = 0.1
"""A passage at this distance is what the quotation was made from; of one farther off, its words may
have been put in another order."""

_ALIKE = 0.25
"""Beyond this distance, a quotation of which other passages have all the words was made from those."""

_FAR_APART = 150
"""Code points between the pieces of a quotation, beyond which they are passages of their own."""

_LONGEST_COMPARED = 100_000
"""Code points: aligning takes time with the square of the length."""


@dataclass(frozen=True, slots=True)
class Grounding:
    """What the article says of a quotation. Ranges are code points into its text, end exclusive.

    `spans` are all the places of an exact match, in order; `chosen` is the one to show, and `choice`
    says why that one. `nearest` is the passage of an altered one, and `changes` how it differs from
    that; `parts` are the places of what has gaps of its own or was put together.
    """

    match: Match
    normalised: bool = False
    spans: tuple[Range, ...] = ()
    nearest: Range | None = None
    changes: tuple[str, ...] = ()
    parts: tuple[Range, ...] = ()
    chosen: Range | None = None
    choice: Choice | None = None


def ground(quote_text: str, document: Document) -> Grounding:
    """Whether `document` has the words of `quote_text`, and where. Never raises.

    Exact means the same words in the same order, whole, after the declared normalisation of both; a
    quotation without any letter or digit is absent. What is altered shows the nearest passage and
    its `changes`: those that `changes.changes` names; or `elision` for gaps that the quotation marks
    itself, alone when all its parts stand in order; `reordered` for clauses that changed places; and
    `spliced: 2 passages` for stretches that stand apart, all shown in `parts`, the longest as nearest.
    """
    quote = normalised_text(quote_text)
    if not any(map(str.isalnum, quote)):
        return Grounding("absent")
    article = _prepared(document.text)
    if spans := article.exact(quote):
        verbatim = any(document.slice(*span) == quote_text for span in spans)
        return Grounding(
            "exact",
            normalised=not verbatim,
            spans=spans,
            chosen=spans[0],
            choice="first" if len(spans) > 1 else "only",
        )
    return article.elided(quote) or article.altered(quote) or Grounding("absent")


class _Article:
    """A text made ready for many look-ups. Places are ranges of its normal form until they are told."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.form = normalise(text)

    @cached_property
    def index(self) -> WordIndex:
        # Loads rapidfuzz: 10 ms that exact quotations need not spend.
        from summarizer.grounding.nearest import WordIndex

        return WordIndex(self.form.text)

    @cached_property
    def hyphenless(self) -> HyphenlessText:
        return HyphenlessText(self.form)

    def exact(self, quote: str) -> tuple[Range, ...]:
        """The ranges of the text that are `quote`."""
        return tuple(self._original(place) for place in self._places(quote))

    def _places(self, quote: str) -> Iterator[Range]:
        whole = occurrences(quote, self.form.text)
        places = (place for place in whole if self.form.divides_no_piece(*place))
        if not self.form.line_hyphens or "-" not in quote:
            return places
        return iter(sorted({*places, *self.hyphenless.find(quote)}))

    def _original(self, place: Range) -> Range:
        return widened(self.text, *self.form.original(*place))

    def elided(self, quote: str) -> Grounding | None:
        """A quotation with gaps of its own, all of whose parts stand in the article."""
        parts = elisions.parts(quote)
        if not parts:
            return None
        if run := elisions.closest_run(parts, self.form.text):
            return self._put_together(run, (run[0][0], run[-1][1]), "elision")
        apart = [place for part in parts for place in islice(self._places(part), 1)]
        if len(apart) < len(parts):
            return None
        return self._put_together(apart, max(apart, key=_length), "elision", _apart(apart))

    def altered(self, quote: str) -> Grounding | None:
        """A quotation that was made from one passage, or from several."""
        if len(quote) > _LONGEST_COMPARED:
            return self._altered_beginning(quote)
        unmarked = elisions.unmarked(quote)
        readings = [quote] if unmarked == quote else [quote, unmarked]
        found = [(near, text) for text in readings if (near := self.index.nearest(text))]
        near, read = min(found, default=(None, unmarked))
        if (near is None or near.distance > _SAME) and (spliced := self._spliced(read, near)):
            return spliced
        place = (near.start, near.end) if near else self._cut(read)
        if place is None:
            return None
        told = self._changes(read, place)
        gaps = ("elision",) if read != quote else ()
        return Grounding("altered", nearest=self._original(place), changes=gaps + told)

    def _altered_beginning(self, quote: str) -> Grounding | None:
        """A quotation too long to be compared, judged by its beginning."""
        beginning = self.altered(quote[:_LONGEST_COMPARED].rsplit(" ", 1)[0])
        told = f"only the first {_LONGEST_COMPARED:,} characters were compared"
        return beginning and replace(beginning, changes=(*beginning.changes, told))

    def _cut(self, quote: str) -> Range | None:
        """The words that `quote` is cut out of, when it is most of them."""
        start = self.form.text.find(quote)
        if start < 0:
            return None
        place = whole_words(self.form.text, start, start + len(quote))
        return place if len(quote) * 2 > _length(place) else None

    def _spliced(self, quote: str, near: Found | None) -> Grounding | None:
        """A quotation of stretches that stand apart in the article, or in another order."""
        about = near.start if near else None
        places = [place for _, place in pieces(folded(quote), self.index.text, about)]
        if not places:
            return None
        hull = min(start for start, _ in places), max(end for _, end in places)
        if _length(hull) > len(quote) + _FAR_APART:
            if near and near.distance <= _ALIKE:
                return None
            return self._put_together(places, max(places, key=_length), _apart(places))
        if places != sorted(places):
            return self._put_together(places, hull, "reordered")
        told = self._changes(quote, hull)
        return Grounding("altered", nearest=self._original(hull), changes=told)

    def _changes(self, quote: str, place: Range) -> tuple[str, ...]:
        from summarizer.grounding.changes import changes

        return changes(quote, self.form.text[slice(*place)])

    def _put_together(self, parts: Sequence[Range], nearest: Range, *told: str) -> Grounding:
        return Grounding(
            "altered",
            nearest=self._original(nearest),
            changes=told,
            parts=tuple(map(self._original, parts)),
        )


def _length(place: Range) -> int:
    return place[1] - place[0]


def _apart(places: Sequence[Range]) -> str:
    return f"spliced: {len(places)} passages"


@lru_cache(maxsize=4)
def _prepared(text: str) -> _Article:
    return _Article(text)
