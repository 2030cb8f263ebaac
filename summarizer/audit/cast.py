"""Which actor of the article a party of a summary is, and on whose side each party stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from summarizer.audit.reading.vocabulary import find_words, forms
from summarizer.audit.words import words
from summarizer.quotations import Actor
from summarizer.schemas.negotiation import Party


class Cast:
    """The parties of a summary, by id, beside the actors that rules found in its article."""

    def __init__(self, parties: Iterable[Party], actors: Sequence[Actor]) -> None:
        self.parties = {party.id: party for party in parties}
        self._actors = {actor.name: actor for actor in actors}
        self._played: dict[str, list[Party]] = {}

    @cached_property
    def _labels(self) -> dict[str, list[frozenset[str]]]:
        return {
            identifier: [_words(label) for label in (party.name, *party.aliases)]
            for identifier, party in self.parties.items()
        }

    def is_named_person(self, name: str) -> bool:
        """Whether an actor of this name is a person whom the article names."""
        actor = self._actors.get(name)
        return actor is not None and actor.named and actor.kind == "person"

    def playing(self, name: str) -> list[Party]:
        """The parties that an actor of this name may be: by name, alias or role."""
        if name not in self._played:
            self._played[name] = self._playing(name)
        return self._played[name]

    def _playing(self, name: str) -> list[Party]:
        actor = self._actors.get(name)
        called = [_words(label) for label in (name, *(actor.aliases if actor else ()))]
        found = [
            party
            for identifier, party in self.parties.items()
            if any(_is_same(one, other) for one in called for other in self._labels[identifier])
        ]
        return found or self._in_office(actor.role if actor and not actor.named else None)

    def _in_office(self, role: str | None) -> list[Party]:
        wanted = _words(role or "")
        return [p for p in self.parties.values() if p.role and wanted and wanted <= _words(p.role)]

    def sides(self, identifier: str) -> set[str]:
        """Whose side a party is on: that of the party for which it speaks, else its own.

        A group named after several parties ("Arvenia and Sorland") is on the sides of all.
        """
        party = self.parties.get(identifier)
        members = self._members(party) if party and party.kind == "group" else []
        return (
            {self._end(member) for member in members}
            if len(members) > 1
            else {self._end(identifier)}
        )

    def same_side(self, one: str, other: str) -> bool:
        return not self.sides(one).isdisjoint(self.sides(other))

    def _members(self, group: Party) -> list[str]:
        labels = self._labels[group.id]
        return [
            party.id
            for party in self.parties.values()
            if party.kind != "group"
            and any(
                name and name < label for name in self._labels[party.id][:1] for label in labels
            )
        ]

    def _end(self, identifier: str) -> str:
        """The party at the end of the chain of `represents`; a circle ends where it closes."""
        seen = [identifier]
        while (party := self.parties.get(seen[-1])) and party.represents:
            if party.represents in seen:
                return min(seen[seen.index(party.represents) :])
            seen.append(party.represents)
        return seen[-1]


def _words(label: str) -> frozenset[str]:
    """The words that tell who is meant: a form of address and "the" tell nothing."""
    plain = (forms(match[0])[0] for match in find_words(label))
    return frozenset(word for word in plain if word not in _FORMS_OF_ADDRESS)


_FORMS_OF_ADDRESS = frozenset(
    {"the", "a", "an", "of", "mr", "mrs", "ms", "mx", "miss", "dr", "sir"}
)


def _is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one label has all words of the other, and a word that is more than an office."""
    shared = one & other
    return shared in (one, other) and not shared <= words("names", "common")
