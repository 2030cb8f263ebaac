"""What every readable format shows of a summary, before any of them lays it out.

Strings here are as the article, the model and the file system gave them: each renderer escapes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.schemas.evidence import Span
from summarizer.summary import Severity

Verdict = Literal["exact", "altered", "absent", "unchecked"]
VERDICTS: tuple[Verdict, ...] = ("exact", "altered", "absent", "unchecked")


@dataclass(frozen=True, slots=True)
class Proof:
    """One quote of an item.

    `at` is its JSON pointer into the summary, `place` the span of an exact match or the nearest
    passage of an altered one, `found` the article's own words there, `line` where it begins.
    """

    at: str
    text: str
    verdict: Verdict
    normalised: bool
    place: Span | None
    found: str | None
    line: int | None

    @property
    def words(self) -> str:
        """What to show: the article's own words where they were found, else the model's."""
        return self.found if self.verdict == "exact" and self.found is not None else self.text


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding, with the item or row and the line of the article (from 1) that it is about.

    `at` is its JSON pointer, `about` that of the item or row, `label` the item's or row's name.
    """

    code: str
    severity: Severity
    message: str
    at: str
    about: str | None
    label: str | None
    place: Span | None
    line: int | None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that the summary claims. `label` names it on the page, e.g. `A1`."""

    at: str
    label: str
    title: str
    tags: tuple[str, ...]
    details: tuple[tuple[str, str], ...]
    proofs: tuple[Proof, ...]

    @property
    def verdict(self) -> Verdict:
        """The worst of its proofs; `unchecked` without any."""
        found = {proof.verdict for proof in self.proofs} or {"unchecked"}
        return next(
            verdict for verdict in ("absent", "altered", "unchecked", "exact") if verdict in found
        )


@dataclass(frozen=True, slots=True)
class Group:
    """Items under one heading, e.g. the positions of one holder."""

    heading: str | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A list of the summary: agreements, positions, or a field of the user's own schema."""

    title: str
    groups: tuple[Group, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for group in self.groups for item in group.items)


@dataclass(frozen=True, slots=True)
class Table:
    """Things that are listed without proof of their own. Each row is its JSON pointer and its cells."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def used_columns(self) -> tuple[int, ...]:
        """The indices of the columns that are not empty in every row."""
        columns = range(len(self.columns))
        return tuple(index for index in columns if any(cells[index] for _, cells in self.rows))


@dataclass(frozen=True, slots=True)
class Body:
    """What one schema shows of its content; `facts` are pairs of a name and a value."""

    headline: str
    overview: str
    facts: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """A quotation of the article that no item uses, with the line (from 1) it begins in."""

    place: Span
    words: str
    speaker: str | None
    line: int


@dataclass(frozen=True, slots=True)
class View:
    """A whole summary, ready to be laid out. `origin` says in one sentence who wrote it."""

    body: Body
    source: str
    remarks: tuple[Remark, ...]
    coverage: str
    missed: tuple[Missed, ...]
    origin: str
    provenance: tuple[tuple[str, str], ...]

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for section in self.body.sections for item in section.items)

    @property
    def tally(self) -> dict[Verdict, int]:
        """How many quotes there are of each verdict, without those that are none."""
        verdicts = [proof.verdict for item in self.items for proof in item.proofs]
        return {name: verdicts.count(name) for name in VERDICTS if name in verdicts}
