"""The actors of an article, and whom a phrase, a pronoun or a description in it means."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence

from summarizer.quotations.actors import kind_of, may_be_person
from summarizer.quotations.clusters import Cluster, last_before
from summarizer.quotations.names import gender_of
from summarizer.quotations.words import genders, is_closed_class

_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+|\n\s*\n")
_INDEFINITE = re.compile(r"(?:an?|one|another|some|two|three|several|many)\s", re.IGNORECASE)
_FURTHEST = 1500
_STEM = 4
_NOBODY = frozenset({"we", "i", "you"})


class Cast:
    """Who is in the article. Offsets are code points into its text."""

    def __init__(
        self, text: str, clusters: list[Cluster], quoted: Sequence[tuple[int, int]]
    ) -> None:
        self._text = text
        self._quoted = quoted
        self.clusters: list[Cluster] = []
        self._places: list[tuple[int, int, int]] = []
        self._named: dict[str, int] = {}
        self._officers: defaultdict[str, list[int]] = defaultdict(list)
        self._surnamed: dict[str, int] = {}
        self._adjectives: dict[str, int] = {}
        for cluster in clusters:
            self._enter(cluster)
        self._places.sort()
        self._told = [place for place in self._places if not self._is_quoted(place[0])]

    def _enter(self, cluster: Cluster) -> int:
        number = len(self.clusters)
        self.clusters.append(cluster)
        self._places.extend((start, end, number) for start, end in cluster.mentions)
        for name in cluster.names:
            self._named.setdefault(_bare(name), number)
        for word in {word for office in _offices(cluster) for word in _content(office)}:
            self._officers[word].append(number)
        for adjective in cluster.adjectives:
            self._adjectives.setdefault(adjective, number)
        self._surnamed.setdefault(cluster.name.casefold().split()[-1], number)
        return number

    def _is_quoted(self, position: int) -> bool:
        at = bisect_left(self._quoted, (position + 1, 0)) - 1
        return at >= 0 and self._quoted[at][0] <= position < self._quoted[at][1]

    def name(self, actor: int) -> str:
        """The fullest name of an actor."""
        return self.clusters[actor].name

    def may_be_person(self, actor: int) -> bool:
        """Whether an actor is a person as far as the text tells."""
        return may_be_person(self.clusters[actor])

    def named(self, start: int, end: int) -> int | None:
        """The actor whose name makes up the phrase `start` to `end`, or ends it."""
        if _INDEFINITE.match(self._text, start, end):
            return None
        inside = [place for place in self._between(start, end) if place[1] <= end + 2]
        for begin, finish, number in reversed(inside):
            if finish >= end and (
                begin <= start + 5 or self.clusters[number].told or not self._is_owned(start, begin)
            ):
                return number
        return None

    def _is_owned(self, start: int, begin: int) -> bool:
        return bool(
            re.search(r"\b(?:of|for|at|in|to|with|from)\s(?:the\s)?$", self._text[start:begin])
        )

    def _between(self, start: int, end: int) -> list[tuple[int, int, int]]:
        first = bisect_left(self._places, (start, 0, 0))
        found = []
        while first < len(self._places) and self._places[first][0] < end:
            found.append(self._places[first])
            first += 1
        return found

    def described(self, description: str, position: int) -> int | None:
        """The actor whose office fits a description ("the defence secretary"), the last before."""
        words = _content(description)
        head = next((word for word in reversed(words) if word in genders("roles")), None)
        if _INDEFINITE.match(description):
            return None
        if words[-1:] == ["government"] and (state := self._governed(words[:-1])) is not None:
            return state
        if head is None:
            return self._named.get(_bare(description))
        scored = [
            (_fit(words, head, self.clusters[number]), number) for number in self._officers[head]
        ]
        fitting = [
            (score, last_before(self.clusters[number], position), number)
            for score, number in scored
            if score > 0
        ]
        return max(fitting)[2] if fitting else None

    def _governed(self, words: list[str]) -> int | None:
        """The state whose government is meant: "the Arvenian government"."""
        key = " ".join(words)
        return self._adjectives.get(key, self._named.get(key))

    def joined(self, phrase: str) -> int | None:
        """The actor that several make together, if they were named so before: Vel and Tal."""
        return self._named.get(_bare(phrase))

    def labelled(self, label: str, start: int, end: int) -> int:
        """The actor whom a transcript's label names: SECRETARY VEL."""
        words = [word.strip(".,").casefold() for word in label.split("(", maxsplit=1)[0].split()]
        number = self._surnamed.get(words[-1]) if words else None
        if number is None:
            number = self._named.get(_bare(label))
        if number is None:
            return self.add(label, start, end)
        self.note(start, end, number)
        return number

    def pronoun(self, key: str, position: int) -> int | None:
        """The actor that a pronoun at `position` means: the last fitting one, subjects first."""
        if key in _NOBODY:
            return None
        start = max(0, position - _FURTHEST)
        ends = (found.end() for found in _SENTENCE_END.finditer(self._text, start, position))
        bounds = [start, *ends]
        ranges = list(zip(reversed(bounds), [position, *reversed(bounds)], strict=False))
        for certain in (True, False):
            for lower, upper in ranges:
                for _, __, number in self._told_between(lower, upper):
                    if fits_pronoun(self.clusters[number], key, certain=certain):
                        return number
        return None

    def _told_between(self, start: int, end: int) -> list[tuple[int, int, int]]:
        first = bisect_left(self._told, (start, 0, 0))
        last = bisect_left(self._told, (end, 0, 0))
        return self._told[first:last]

    def spoke(self, actor: int) -> None:
        """Remembers that an actor is the subject of a cue."""
        self.clusters[actor].spoke = True

    def note(self, start: int, end: int, number: int) -> None:
        """Remembers that the phrase `start` to `end` means an actor."""
        mentions = self.clusters[number].mentions
        at = bisect_left(mentions, (start, end))
        if mentions[at : at + 1] != [(start, end)]:
            mentions.insert(at, (start, end))
            if not self._is_quoted(start):
                insort(self._told, (start, end, number))

    def unknown(self, pronoun: str, start: int, end: int) -> int:
        """The actor of a pronoun that means nobody known, the same one each time."""
        number = self._named.get(pronoun.casefold())
        return number if number is not None else self.add(pronoun, start, end)

    def add(self, description: str, start: int, end: int) -> int:
        """A new actor who has no name but a description."""
        gender = gender_of(None, description)
        number = self._enter(Cluster(description, [description], gender=gender, description=True))
        self.note(start, end, number)
        return number


def fits_pronoun(cluster: Cluster, key: str, *, certain: bool) -> bool:
    """Whether a pronoun may mean an actor; with `certain`, by what the text tells of it."""
    kind = kind_of(cluster)
    if key in {"he", "she"}:
        other = "f" if key == "he" else "m"
        return cluster.gender != other and (
            kind == "person" or (not certain and may_be_person(cluster))
        )
    if key == "they":
        return kind in {"group", "organisation"}
    return kind in {"organisation", "state"}


def _fit(words: list[str], head: str, cluster: Cluster) -> int:
    best = 0
    for office in _offices(cluster):
        theirs = _content(office)
        if head not in theirs:
            continue
        others = [word for word in words if word != head]
        matched = sum(any(_same_stem(word, other) for other in theirs) for word in others)
        small = [word for word in others if word in genders("roles") or word.islower()]
        missing = sum(not any(_same_stem(word, other) for other in theirs) for word in small)
        best = max(best, 10 + 3 * matched - 2 * missing)
    return best


def _offices(cluster: Cluster) -> list[str]:
    return cluster.names if cluster.description else [*cluster.offices, *cluster.captioned]


def _same_stem(word: str, other: str) -> bool:
    return word == other or (
        len(word) > _STEM and len(other) > _STEM and word[:_STEM] == other[:_STEM]
    )


def _content(description: str) -> list[str]:
    plain = re.sub(r"['’]s\b|(?<=\b\w)\.", "", description)
    words = re.findall(r"\w+(?:[.-]\w+)*", plain)
    return [word.casefold() for word in words if not is_closed_class(word)]


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()
