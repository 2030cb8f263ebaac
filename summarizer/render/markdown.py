"""The summary as Markdown that can be pasted anywhere, with all that was read made inert."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from summarizer.document import Document
from summarizer.markdown_text import escaped
from summarizer.render.phrases import MARKS, proof_note, tally_sentence
from summarizer.render.view import Item, Missed, Proof, Remark, Section, Table
from summarizer.render.viewing import view_of
from summarizer.summary import Summary


def render_markdown(summary: Summary[Any], document: Document) -> str:
    """Headline, overview, parties, items with their evidence, findings, coverage, provenance."""
    view = view_of(summary, document)
    parts = [
        f"# {escaped(view.body.headline)}",
        escaped(view.body.overview),
        _bullets(view.body.facts),
        f"*{escaped(view.origin)}* {escaped(tally_sentence(view.tally))}",
        *(part for table in view.body.tables for part in _table(table)),
        *(part for section in view.body.sections for part in _section(section)),
        "## Findings",
        "\n".join(map(_remark, view.remarks)) or "None.",
        "## Coverage",
        escaped(view.coverage),
        "\n".join(map(_missed, view.missed)),
        "## Provenance",
        _bullets(view.provenance),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _bullets(pairs: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"- **{escaped(name)}:** {escaped(value)}" for name, value in pairs)


def _table(table: Table) -> Iterator[str]:
    yield f"## {escaped(table.title)}"
    if not table.rows:
        yield "None."
        return
    cells = [table.columns, *(row for _, row in table.rows)]
    head, *rows = ("| " + " | ".join(map(escaped, row)) + " |" for row in cells)
    yield "\n".join([head, "|" + " --- |" * len(table.columns), *rows])


def _section(section: Section) -> Iterator[str]:
    yield f"## {escaped(section.title)}"
    if not section.items:
        yield "None."
    for group in section.groups:
        if group.heading is not None:
            yield f"### {escaped(group.heading)}"
        for item in group.items:
            yield from _item(item)


def _item(item: Item) -> Iterator[str]:
    yield f"**{escaped(' · '.join(filter(None, (item.label, item.title))))}**"
    about = [*item.tags, *(f"{name}: {value}" for name, value in item.details)]
    if about:
        yield escaped(" · ".join(about))
    for proof in item.proofs:
        yield _proof(proof)


def _proof(proof: Proof) -> str:
    lines = [escaped(proof.words), f"{MARKS[proof.verdict]} {proof_note(proof)}"]
    if proof.verdict == "altered" and proof.found is not None:
        lines += [f"The article has: {escaped(proof.found)}"]
    return "\n>\n".join(f"> {line}" for line in filter(None, lines))


def _remark(remark: Remark) -> str:
    line = f"line {remark.line}" if remark.line is not None else None
    about = ", ".join(filter(None, (remark.label, line)))
    place = f" ({about})" if about else ""
    return f"- **{remark.severity}** {escaped(remark.code)}{place}: {escaped(remark.message)}"


def _missed(missed: Missed) -> str:
    speaker = f", {escaped(missed.speaker)}" if missed.speaker else ""
    return f"- line {missed.line}{speaker}: {escaped(missed.words)}"
