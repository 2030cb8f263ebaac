"""Who acts and speaks in an article, and of what kind they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from summarizer.quotations.clusters import Cluster, is_body
from summarizer.quotations.words import genders, plurals, word_list

ActorKind = Literal["person", "state", "organisation", "group"]


@dataclass(frozen=True, slots=True)
class Actor:
    """One who acts or speaks in an article.

    `name` is the fullest that the article gives, `aliases` its other names and descriptions,
    `role` the office or description, `mentions` the places of names and resolved descriptions in
    the body (code points, end exclusive). `kind` is a guess by rule. `named` is false for an actor
    known by a description alone ("a senior official").
    """

    name: str
    kind: ActorKind
    role: str | None
    aliases: tuple[str, ...]
    mentions: tuple[tuple[int, int], ...]
    named: bool


def to_actor(text: str, cluster: Cluster) -> Actor:
    """The actor that a cluster has become when the article is read."""
    name = cluster.name
    mentions = sorted(set(cluster.mentions))
    printed = [*cluster.names, *(text[start:end] for start, end in mentions)]
    return Actor(
        name=name,
        kind=kind_of(cluster),
        role=max(cluster.offices, key=len) if cluster.offices else None,
        aliases=tuple(_others(name, printed)),
        mentions=tuple(mentions),
        named=not cluster.description,
    )


def _others(name: str, printed: Iterable[str]) -> Iterable[str]:
    seen = {name.casefold(), *_PRONOUNS}
    for other in printed:
        if other.casefold() not in seen:
            seen.add(other.casefold())
            yield other


_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "which"})


def kind_of(cluster: Cluster) -> ActorKind:
    """The kind of an actor as far as its name, its offices and the words beside it tell."""
    name = cluster.name
    last = name.casefold().split()[-1]
    if cluster.told:
        return "person"
    if last in plurals("roles") or last in word_list("groups"):
        return "group"
    if cluster.description:
        return "person" if last in genders("roles") else "organisation"
    if any(word in word_list("polities") for word in name.casefold().split()) or cluster.state:
        return "state"
    if is_body(name) or cluster.definite or name.isupper():
        return "organisation"
    if cluster.places:
        return "state"
    return "person" if looks_personal(cluster) else "organisation"


def looks_personal(cluster: Cluster) -> bool:
    """Whether an actor is a person as far as names and offices tell."""
    if cluster.told:
        return True
    if cluster.places or cluster.definite or cluster.state or is_body(cluster.name):
        return False
    words = cluster.name.split()
    return len(words) in {2, 3} and " of " not in cluster.name and not cluster.name.isupper()
