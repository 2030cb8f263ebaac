"""Mentions of one actor put together: by name, surname, initials and adjective."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.quotations.names import NameMention
from summarizer.quotations.words import Gender, closed_class, genders, plurals, word_list

_DEMONYM = ("an", "ish", "ese", "i", "ic")
_BACKED = ("ed", "-led", "-born", "-run", "-held", "-wide", "-style")
_STATE_OFFICES = frozenset({"president", "minister", "secretary", "premier", "chancellor"})
_STEM = 4


@dataclass(slots=True)
class Cluster:
    """An actor while the article is read.

    `places`, `definite`, `state` and `told` gather what the words beside the mentions tell;
    `firm` means that a mention does not begin a sentence, where any word has a capital.
    """

    name: str
    names: list[str] = field(default_factory=list)
    mentions: list[tuple[int, int]] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    captioned: list[str] = field(default_factory=list)
    adjectives: set[str] = field(default_factory=set)
    gender: Gender = "-"
    told: bool = False
    places: int = 0
    definite: int = 0
    state: bool = False
    spoke: bool = False
    firm: bool = False
    description: bool = False

    def add(self, mention: NameMention) -> None:
        """Takes a mention of the body."""
        insort(self.mentions, (mention.start, mention.end))
        if mention.name not in self.names:
            self.names.append(mention.name)
            self.name = max(
                self.name, mention.name, key=lambda name: (len(name.split()), len(name))
            )
        if mention.office and mention.office not in self.offices:
            self.offices.append(mention.office)
        if mention.gender != "-":
            self.gender = mention.gender
        self.told = self.told or mention.told
        self.state = self.state or mention.state
        self.places += mention.place
        self.definite += mention.definite
        self.firm = self.firm or not mention.initial or mention.told

    def learn(self, mention: NameMention) -> None:
        """Takes the office that a caption tells: it helps to find who is meant, and is no proof."""
        if mention.office:
            self.captioned.append(mention.office)
        self.told = self.told or mention.told

    def may_be_person(self) -> bool:
        """Whether the last word of the name may be a surname."""
        words = self.name.split()
        return self.told or (len(words) in {2, 3} and "of" not in words and not is_body(self.name))


class _Register:
    """The clusters found so far, by what a later mention may share with them."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._named: dict[str, Cluster] = {}
        self._first_and_last: dict[tuple[str, str], Cluster] = {}
        self._surnamed: defaultdict[str, list[Cluster]] = defaultdict(list)
        self._initialled: dict[str, Cluster] = {}

    def place(self, mention: NameMention) -> None:
        """Adds a mention to the cluster that it fits, or to a new one."""
        cluster = self._fitting(mention)
        if cluster is None:
            cluster = Cluster(mention.name)
            self.clusters.append(cluster)
        cluster.add(mention)
        self._index(cluster, mention.name)

    def learn(self, mention: NameMention) -> None:
        """Takes what a mention outside the body tells of somebody whom the body names."""
        for cluster in self._surnamed.get(_last(mention.name), []):
            if mention.told and cluster.may_be_person():
                cluster.learn(mention)
                return

    def tell_states(self) -> None:
        """Takes the acronym that begins a state's office for a state: AL Defence Secretary."""
        for cluster in self.clusters:
            for office in cluster.offices:
                first, *rest = office.replace(".", "").split()
                state = self._named.get(first.casefold()) or self._initialled.get(first)
                if state and first.isupper() and rest and rest[-1].casefold() in _STATE_OFFICES:
                    state.state = True

    def _index(self, cluster: Cluster, name: str) -> None:
        self._named.setdefault(_key(name), cluster)
        words = name.casefold().split()
        if len(words) > 1:
            self._first_and_last.setdefault((words[0], words[-1]), cluster)
            self._initialled.setdefault(initials(name), cluster)
        if cluster not in self._surnamed[words[-1]]:
            self._surnamed[words[-1]].append(cluster)

    def _fitting(self, mention: NameMention) -> Cluster | None:
        found = self._named.get(_key(mention.name))
        words = mention.name.casefold().split()
        if len(words) > 1:
            same = self._first_and_last.get((words[0], words[-1]))
            return found or (same if same and (same.told or mention.told) else None)
        surnamed = [c for c in self._surnamed.get(words[-1], []) if _fits(c, mention)]
        if surnamed:
            return max(surnamed, key=lambda c: last_before(c, mention.start))
        capitals = mention.name.replace(".", "")
        return found or (self._initialled.get(capitals) if len(capitals) > 1 else None)


def _fits(cluster: Cluster, mention: NameMention) -> bool:
    genders_differ = (
        "-" not in {mention.gender, cluster.gender} and mention.gender != cluster.gender
    )
    if genders_differ or cluster.name == mention.name:
        return cluster.name == mention.name
    no_surname = mention.place or mention.definite or mention.state
    return cluster.told or (cluster.may_be_person() and not no_surname)


def cluster_names(
    text: str, body: Sequence[NameMention], captions: Sequence[NameMention]
) -> list[Cluster]:
    """The clusters of the body's names, in the order of their first mention.

    Full names come first, so that a surname finds its bearer wherever the text introduces him.
    Captions only tell the offices of those whom the body names.
    """
    register = _Register()
    written_small = set(re.findall(r"\b[a-z]{2,}\b", text))
    for mention in body:
        if len(mention.name.split()) > 1:
            register.place(mention)
    for mention in body:
        if len(mention.name.split()) == 1 and not _is_common(mention, written_small):
            register.place(mention)
    for mention in captions:
        if mention.name:
            register.learn(mention)
    register.tell_states()
    return sorted(_without_demonyms(register.clusters), key=lambda cluster: cluster.mentions[0])


def last_before(cluster: Cluster, position: int) -> int:
    """Where the last mention before `position` begins, -1 for none."""
    at = bisect_left(cluster.mentions, (position, 0))
    return cluster.mentions[at - 1][0] if at else -1


def _without_demonyms(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters without adjectives such as Arvenian, which tell that Arvenia is a state."""
    by_stem: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        by_stem[cluster.name.casefold()[:_STEM]].append(cluster)
    kept: list[Cluster] = []
    for cluster in clusters:
        akin = by_stem[cluster.name.casefold()[:_STEM]]
        bases = [c for c in akin if c is not cluster and is_demonym(cluster.name, c.name)]
        for base in bases:
            base.state = True
            base.adjectives.add(cluster.name.casefold())
        if cluster.told or not bases:
            kept.append(cluster)
    return kept


def is_demonym(word: str, name: str) -> bool:
    """Whether a word is the adjective to a state's name by its form: Arvenian to Arvenia."""
    word, first = word.casefold(), name.casefold().split()[0]
    if " " in word or not word.endswith(_DEMONYM) or word == name.casefold():
        return False
    if word == first:
        return True
    pairs = enumerate(zip(word, first, strict=False))
    shared = next((index for index, (a, b) in pairs if a != b), min(len(word), len(first)))
    return shared >= max(_STEM, len(first) - 2) and len(word) - shared <= _STEM


def _is_common(mention: NameMention, written_small: set[str]) -> bool:
    """Whether a single capitalised word is an ordinary word, as at the beginning of a sentence."""
    key = mention.name.casefold()
    if mention.told or (mention.name.isupper() and len(key) > 1):
        return False
    if "-" in key and key.endswith(_BACKED):
        return True
    if mention.initial and (key in written_small or key.endswith("ly")):
        return True
    lists = (closed_class(), plurals("roles"), word_list("groups"), genders("roles"))
    return any(key in words for words in lists)


def _key(name: str) -> str:
    return name.replace(".", "").casefold()


def _last(name: str) -> str:
    return name.casefold().split()[-1]


def initials(name: str) -> str:
    """The capitals that abbreviate a name: "United Lands of Arvenia" is ULA."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def is_body(name: str) -> bool:
    """Whether a name is an organisation's by its head noun: a ministry, a party, a court."""
    return head_of(name) in word_list("bodies") or name.casefold().split()[0] in word_list("bodies")


def head_of(name: str) -> str:
    """The head noun of a name, lower-case: "ministry" of "Ministry of Foreign Affairs"."""
    words = name.casefold().replace("-", " ").split()
    return words[words.index("of") - 1] if "of" in words[1:] else words[-1]
