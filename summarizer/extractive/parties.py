"""Actors that become parties: only those that an agreement or a position names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from summarizer.extractive.phrases import words
from summarizer.extractive.wording import cut
from summarizer.quotations import Actor
from summarizer.quotations.clusters import is_demonym
from summarizer.schemas.negotiation import Party

_MOST = 500
_SHORT = 300
_MOST_ALIASES = 100
_SLUG = 40
_SPEAKS_FOR = re.compile(
    r"\b(?:president|minister|secretary|premier|chancellor|leader|monarch|king|queen|ambassador"
    r"|envoy|diplomat|negotiator|spokes\w+|delegate|official|general|commander|chief)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|an?)\s", re.IGNORECASE)


class Parties:
    """The parties of one summary, each made when an item first names its actor."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._actors = {actor.name: actor for actor in actors}
        self._ids: dict[str, str] = {}

    def add_group(self, name: str, aliases: Sequence[str]) -> None:
        """Makes those who issue a text together an actor, unless there is one of this name."""
        group = Actor(name, "group", None, tuple(aliases), (), named=True)
        self._actors.setdefault(name, group)

    def tell_state(self, name: str) -> None:
        """Takes an actor for a state."""
        self._actors[name] = replace(self._actors[name], kind="state")

    def named_in(self, text: str) -> list[str]:
        """The names of the actors that a text names."""
        padded = f" {_plain(text)} "
        return [
            actor.name
            for actor in self._actors.values()
            if actor.named and f" {_plain(actor.name)} " in padded
        ]

    def actor(self, name: str) -> Actor | None:
        """The actor of this name."""
        return self._actors.get(name)

    def id_of(self, name: str) -> str | None:
        """The id of the party that the actor of this name is; `None` when the list is full."""
        if name not in self._ids:
            if len(self._ids) >= _MOST or name not in self._actors:
                return None
            self._ids[name] = self._slug(name)
        return self._ids[name]

    def _slug(self, name: str) -> str:
        actor = self._actors[name]
        words_ = _ARTICLE.sub("", name).split()
        base = words_[-1:] if actor.kind == "person" and actor.named else words_
        plain = unicodedata.normalize("NFKD", " ".join(base)).encode("ascii", "ignore").decode()
        slug = re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")[:_SLUG].strip("-") or "party"
        taken, number, unique = set(self._ids.values()), 2, slug
        while unique in taken:
            unique, number = f"{slug}-{number}", number + 1
        return unique

    def state_of(self, name: str) -> str | None:
        """The name of the state that an actor's office names: the Arvenian foreign minister's."""
        actor = self._actors.get(name)
        if actor is None or not actor.role or not _SPEAKS_FOR.search(actor.role):
            return None
        office = re.findall(r"[^\W\d_][\w.-]*", actor.role.replace("’s", "").replace("'s", ""))
        for other in self._actors.values():
            if other.kind == "state" and other.named and _names(office, other):
                return other.name
        return None

    def listed(self) -> list[Party]:
        """The parties in the order in which items named them, with whom they speak for."""
        for name in list(self._ids):
            state = self.state_of(name)
            if state and self._actors[name].kind == "person":
                self.id_of(state)
        return [self._party(name, identifier) for name, identifier in self._ids.items()]

    def _party(self, name: str, identifier: str) -> Party:
        actor = self._actors[name]
        state = self.state_of(name) if actor.kind == "person" else None
        return Party(
            id=identifier,
            name=_short(_ARTICLE.sub("", name) if actor.named else name),
            kind=actor.kind,
            role=_short(actor.role) if actor.role else None,
            represents=self._ids.get(state) if state else None,
            aliases=[_short(alias) for alias in actor.aliases[:_MOST_ALIASES]],
        )


def _names(office: Sequence[str], state: Actor) -> bool:
    names = (state.name, *state.aliases)
    joined = " ".join(office)
    return any(
        name in office
        or f" {name} " in f" {joined} "
        or any(is_demonym(word, name) for word in office)
        for name in names
    )


def takes_part(actor: Actor) -> bool:
    """Whether an actor may bind itself: not a strait, a city square, a mere description."""
    last = actor.name.casefold().split()[-1]
    return actor.named and last not in words("no_parties")


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold())


def _short(text: str) -> str:
    return cut(text, _SHORT)
