"""Who acts and speaks in an article, and of what kind they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from summarizer.quotations.clusters import Cluster, head_of, is_body
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


def is_certain(cluster: Cluster) -> bool:
    """Whether a cluster is more than a word that always begins a sentence."""
    if cluster.firm or cluster.state or cluster.spoke or cluster.description:
        return True
    return " " in cluster.name or cluster.name.isupper()


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
    seen = {name.casefold(), *_PRONOUNS, *genders("roles")}
    shouted = {word.upper() for word in name.split()}
    for other in printed:
        if other.casefold() not in seen and other not in shouted:
            seen.add(other.casefold())
            yield other


_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "which"})


def kind_of(cluster: Cluster) -> ActorKind:
    """The kind of an actor as far as its name, its offices and the words beside it tell."""
    words = cluster.name.casefold().split()
    if cluster.told:
        return "person"
    if not cluster.description:
        return _kind_of_name(cluster, words)
    if words[-1] in plurals("roles") or words[-1] in word_list("groups") or "and" in words:
        return "group"
    return "person" if words[-1] in genders("roles") else "organisation"


def _kind_of_name(cluster: Cluster, words: list[str]) -> ActorKind:
    if head_of(cluster.name) in word_list("polities"):
        return "state"
    if is_body(cluster.name):
        return "organisation"
    if cluster.state or cluster.places:
        return "state"
    if words[-1] in plurals("roles") or words[-1] in word_list("groups"):
        return "group"
    known = len(words) > 1 and (cluster.spoke or len(cluster.names) > 1)
    return "person" if known and may_be_person(cluster) else "organisation"


def may_be_person(cluster: Cluster) -> bool:
    """Whether nothing in the text speaks against an actor's being a person."""
    if cluster.told or cluster.description:
        return kind_of(cluster) == "person"
    if cluster.places or cluster.definite or cluster.state or cluster.name.isupper():
        return False
    return cluster.may_be_person() or " " not in cluster.name
