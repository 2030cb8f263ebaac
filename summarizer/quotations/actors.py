"""Who acts and speaks in an article: mentions clustered by name, surname, initials and office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from summarizer.quotations.names import NameMention
from summarizer.quotations.words import Gender, closed_class, genders, plurals, word_list

ActorKind = Literal["person", "state", "organisation", "group"]


@dataclass(frozen=True, slots=True)
class Actor:
    """One who acts or speaks in an article.

    `name` is the fullest that the article gives, `aliases` the other names and descriptions,
    `role` the office or description, `mentions` the places (code points, end exclusive) of names
    and resolved descriptions in the body. `kind` is a guess by rule.
    """

    name: str
    kind: ActorKind
    role: str | None
    aliases: tuple[str, ...]
    mentions: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Cluster:
    """An actor while the article is read."""

    names: list[str]
    mentions: list[tuple[int, int]] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    gender: Gender = "-"
    told: bool = False
    kind: ActorKind | None = None

    @property
    def name(self) -> str:
        return max(self.names, key=lambda name: (len(name.split()), len(name)))

    def add(self, mention: NameMention, *, in_body: bool) -> None:
        """Takes a mention; one outside the body tells who is who and is not a place."""
        if in_body:
            self.mentions.append((mention.start, mention.end))
            if mention.name not in self.names:
                self.names.append(mention.name)
        if mention.office and mention.office not in self.offices:
            self.offices.append(mention.office)
        if mention.gender != "-":
            self.gender = mention.gender
        self.told = self.told or mention.told


def cluster_names(
    text: str, body: Sequence[NameMention], captions: Sequence[NameMention]
) -> list[Cluster]:
    """The clusters of the body's names, in the order of their first mention."""
    clusters: list[Cluster] = []
    written_small = set(re.findall(r"\b[a-z]{2,}\b", text))
    rest: list[NameMention] = []
    for mention in body:
        if len(mention.name.split()) > 1:
            _place_full(clusters, mention, in_body=True)
        elif mention.name and not _is_common(mention, written_small):
            rest.append(mention)
    for mention in rest:
        _place_short(clusters, mention)
    for mention in captions:
        _learn(clusters, mention)
    for cluster in clusters:
        cluster.mentions.sort()
    return sorted(clusters, key=lambda cluster: cluster.mentions[0])


def _place_full(clusters: list[Cluster], mention: NameMention, *, in_body: bool) -> None:
    found = next((c for c in clusters if _same_full(c, mention)), None)
    if found is None:
        found = Cluster([mention.name])
        clusters.append(found)
    found.add(mention, in_body=in_body)


def _same_full(cluster: Cluster, mention: NameMention) -> bool:
    key = mention.name.casefold()
    for name in cluster.names:
        if name.casefold() == key:
            return True
        ours, theirs = name.casefold().split(), key.split()
        persons = cluster.told or mention.told
        if persons and len(ours) > 1 and ours[0] == theirs[0] and ours[-1] == theirs[-1]:
            return True
    return False


def _place_short(clusters: list[Cluster], mention: NameMention) -> None:
    """A single word: a surname, the initials of a full name, or a name of its own."""
    fitting = [c for c in clusters if _same_short(c, mention)]
    if fitting:
        before = [c for c in fitting if any(start < mention.start for start, _ in c.mentions)]
        chosen = max(before or fitting, key=lambda c: _last_before(c, mention.start))
    else:
        chosen = Cluster([mention.name])
        clusters.append(chosen)
    chosen.add(mention, in_body=True)


def _last_before(cluster: Cluster, position: int) -> int:
    return max((start for start, _ in cluster.mentions if start < position), default=-1)


def _same_short(cluster: Cluster, mention: NameMention) -> bool:
    key = mention.name.replace(".", "")
    if mention.gender != "-" and cluster.gender not in {"-", mention.gender}:
        return False
    for name in cluster.names:
        words = name.split()
        if name.replace(".", "").casefold() == key.casefold():
            return True
        if len(words) > 1 and words[-1].casefold() == key.casefold() and _may_be_person(cluster):
            return True
        if len(key) > 1 and key.isupper() and key == initials(name):
            return True
    return False


def _may_be_person(cluster: Cluster) -> bool:
    name = cluster.name
    return cluster.told or (
        len(name.split()) in {2, 3} and " of " not in name and not is_body(name)
    )


def _learn(clusters: Iterable[Cluster], mention: NameMention) -> None:
    """A caption's mention tells the office of somebody whom the body names."""
    if not mention.told:
        return
    surname = mention.name.split()[-1].casefold()
    for cluster in clusters:
        if surname == cluster.name.split()[-1].casefold() and _may_be_person(cluster):
            cluster.add(mention, in_body=False)
            return


def _is_common(mention: NameMention, written_small: set[str]) -> bool:
    """Whether a single capitalised word is an ordinary word that begins a sentence."""
    key = mention.name.casefold()
    if mention.told or (mention.name.isupper() and len(key) > 1):
        return False
    return (
        (mention.initial and (key in written_small or key.endswith("ly")))
        or key in closed_class()
        or key in plurals("roles")
        or key in word_list("groups")
        or key in genders("roles")
    )


def initials(name: str) -> str:
    """The capitals that abbreviate a name: "United Lands of Arvenia" is ULA."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def is_body(name: str) -> bool:
    """Whether a name is an organisation's by its head noun: a ministry, a party, a court."""
    words = name.casefold().replace("-", " ").split()
    head = words[: words.index("of")] if "of" in words else words
    return bool(head) and (head[-1] in word_list("bodies") or words[0] in word_list("bodies"))
