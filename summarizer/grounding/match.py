"""One quotation against one article: exact, altered or absent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarizer.document import Document
from summarizer.grounding.borders import cuts_a_word, widened
from summarizer.grounding.changes import changes
from summarizer.grounding.nearest import WordIndex
from summarizer.grounding.normalise import Normalised, has_line_hyphen, normalise, normalised_text
from summarizer.schemas.evidence import Match

Range = tuple[int, int]

_ELISION = re.compile(r"\s*(?:[\[(]\s*\.\.\.\s*[\])]|\.\.\.|\[[^\[\]]*\])\s*")
_LONGEST_GAP = 600
"""Code points that an elision may leave out before its parts count as unrelated."""


@dataclass(frozen=True, slots=True)
class Grounding:
    """What the article says of a quotation. Ranges are code points into its text, end exclusive.

    `spans` are all the places of an exact match, in order; `nearest` the passage of an altered
    one; `changes` how it differs from that; `parts` where the parts of an elided one stand.
    """

    match: Match
    normalised: bool = False
    spans: tuple[Range, ...] = ()
    nearest: Range | None = None
    changes: tuple[str, ...] = ()
    parts: tuple[Range, ...] = ()


def ground(quote_text: str, document: Document) -> Grounding:
    """Whether `document` has the words of `quote_text`, and where. Never raises."""
    quote = normalised_text(quote_text)
    if not any(character.isalnum() for character in quote):
        return Grounding("absent")
    article = _prepared(document.text)
    if spans := article.exact(quote):
        verbatim = any(document.slice(*span) == quote_text for span in spans)
        return Grounding("exact", normalised=not verbatim, spans=spans)
    return article.elided(quote) or article.altered(quote)


class _Article:
    """A text made ready for many look-ups."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def forms(self) -> list[Normalised]:
        """The normal form; and another, where a hyphen at a line break can be read two ways."""
        forms = [normalise(self.text)]
        if has_line_hyphen(self.text):
            forms.append(normalise(self.text, join_line_hyphens=False))
        return forms

    @cached_property
    def index(self) -> WordIndex:
        return WordIndex(self.forms[0].text)

    def exact(self, quote: str) -> tuple[Range, ...]:
        return next((spans for form in self.forms if (spans := self._whole(quote, form))), ())

    def _whole(self, quote: str, form: Normalised) -> tuple[Range, ...]:
        """The ranges of the original that are `quote`, cut out of no longer word."""
        ranges = []
        for start in _occurrences(quote, form.text):
            end = start + len(quote)
            if cuts_a_word(form.text, start, end):
                continue
            place = form.original(start, end)
            if normalised_text(self.text[slice(*place)]) == quote:
                ranges.append(widened(self.text, *place))
        return tuple(ranges)

    def elided(self, quote: str) -> Grounding | None:
        """A quotation with gaps of its own, all of whose parts stand in the article in order."""
        parts = [part for part in _ELISION.split(quote) if any(map(str.isalnum, part))]
        if len(parts) < 2 and not (parts and _ELISION.search(quote)):
            return None
        places = self._in_order(parts)
        if not places:
            return None
        whole = (places[0][0], places[-1][1])
        return Grounding("altered", nearest=whole, changes=("elision",), parts=places)

    def _in_order(self, parts: list[str]) -> tuple[Range, ...]:
        """The closest run of places at which the parts stand one after another."""
        every = [self._whole(part, self.forms[0]) for part in parts]
        runs = []
        for first in every[0]:
            run = [first]
            for places in every[1:]:
                after = next((p for p in places if p[0] >= run[-1][1]), None)
                if after is None or after[0] - run[-1][1] > _LONGEST_GAP:
                    break
                run.append(after)
            if len(run) == len(parts):
                runs.append(tuple(run))
        return min(runs, key=lambda run: run[-1][1] - run[0][0], default=())

    def altered(self, quote: str) -> Grounding:
        place = self.index.nearest(quote)
        if place is None:
            return Grounding("absent")
        form = self.forms[0]
        differences = changes(quote, form.text[slice(*place)]) or ("cut inside a word",)
        return Grounding("altered", nearest=form.original(*place), changes=differences)


@lru_cache(maxsize=16)
def _prepared(text: str) -> _Article:
    return _Article(text)


def _occurrences(quote: str, text: str) -> list[int]:
    found = []
    start = text.find(quote)
    while start >= 0:
        found.append(start)
        start = text.find(quote, start + 1)
    return found
