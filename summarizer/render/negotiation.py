"""What is shown of a negotiation: who talks, what they agree, what each says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from summarizer.render.places import Places
from summarizer.render.view import Body, Group, Item, Section, Table
from summarizer.schemas.negotiation import Agreement, Negotiation, Position

_ATTRIBUTION = {
    "corroborated": "both sides say so",
    "one_sided": "one side says so",
    "disputed": "disputed",
    "article": "the article says so",
}


def negotiation_body(content: Negotiation, places: Places) -> Body:
    """The body of a summary in the negotiation schema."""
    shown = _Shown(content, places)
    agreements = shown.agreements()
    groups = tuple(shown.holders())
    labels = {
        **{made.id: item.label for made, item in zip(content.agreements, agreements, strict=True)},
        **shown.position_labels,
    }
    facts = {
        "Date of the event": content.date,
        "Next steps": ", ".join(labels.get(step, step) for step in content.next_steps),
    }
    return Body(
        headline=content.headline or places.document.title or places.document.source,
        overview=content.overview,
        facts=tuple((name, value) for name, value in facts.items() if value),
        tables=(shown.parties(),),
        sections=(
            Section("Agreements", (Group(None, agreements),) if agreements else ()),
            Section("Positions", groups),
        ),
    )


class _Shown:
    """The parts of a negotiation as items, with names in the place of ids."""

    def __init__(self, content: Negotiation, places: Places) -> None:
        self._content = content
        self._places = places
        self._names = {party.id: party.name for party in content.parties}
        self._numbers = count(1)
        self.position_labels: dict[str, str] = {}

    def parties(self) -> Table:
        rows = []
        for index, party in enumerate(self._content.parties):
            speaks_for = self._named([party.represents] if party.represents else [])
            cells = (party.name, party.kind, party.role or "", speaks_for, ", ".join(party.aliases))
            rows.append((f"/content/parties/{index}", cells))
        return Table("Parties", ("Name", "Kind", "Role", "Speaks for", "Also called"), tuple(rows))

    def agreements(self) -> tuple[Item, ...]:
        return tuple(
            self._agreement(agreement, index)
            for index, agreement in enumerate(self._content.agreements)
        )

    def holders(self) -> Iterator[Group]:
        """The positions by holder, in the order in which the holders first appear."""
        by_holder: dict[str, list[tuple[int, Position]]] = {}
        for index, position in enumerate(self._content.positions):
            by_holder.setdefault(position.holder, []).append((index, position))
        for holder, positions in by_holder.items():
            items = tuple(self._position(position, index) for index, position in positions)
            yield Group(self._named([holder]), items)

    def _agreement(self, agreement: Agreement, index: int) -> Item:
        at = f"/content/agreements/{index}"
        details = {
            "Between": self._named(agreement.parties),
            "Said by": self._named(agreement.asserted_by),
            "Denied by": self._named(agreement.denied_by),
        }
        return Item(
            at=at,
            label=f"A{index + 1}",
            title=agreement.what,
            tags=self._tags(
                agreement.id, agreement.status, _ATTRIBUTION.get(agreement.attribution or "")
            ),
            details=tuple((name, value) for name, value in details.items() if value),
            proofs=self._places.proofs(agreement.evidence, f"{at}/evidence"),
        )

    def _position(self, position: Position, index: int) -> Item:
        at = f"/content/positions/{index}"
        label = f"P{next(self._numbers)}"
        self.position_labels[position.id] = label
        details = [("Topic", position.topic)]
        if position.speaker != position.holder:
            details.append(("Told by", self._named([position.speaker])))
        return Item(
            at=at,
            label=label,
            title=position.statement,
            tags=self._tags(position.id, position.form),
            details=tuple(details),
            proofs=self._places.proofs(position.evidence, f"{at}/evidence"),
        )

    def _tags(self, identifier: str, *tags: str | None) -> tuple[str, ...]:
        next_step = "next step" if identifier in self._content.next_steps else None
        return tuple(tag for tag in (*tags, next_step) if tag)

    def _named(self, identifiers: Iterable[str]) -> str:
        """The names of parties; an id that names no party stands for itself."""
        return ", ".join(self._names.get(identifier, identifier) for identifier in identifiers)
