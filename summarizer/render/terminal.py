"""The summary for a terminal: laid out by rich, plain where there are no colours."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from shutil import get_terminal_size
from typing import Any

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.rule import Rule
from rich.segment import Segment
from rich.table import Table as Grid
from rich.text import Text
from rich.theme import Theme

from summarizer.document import Document
from summarizer.render.differences import differences
from summarizer.render.phrases import MARKS, VERDICT_WORDS, proof_note
from summarizer.render.view import Item, Proof, Remark, Section, Table, Verdict, View
from summarizer.render.viewing import view_of
from summarizer.shown import on_one_line
from summarizer.summary import Summary

THEME = Theme(
    {
        "summary.heading": "bold",
        "summary.quiet": "dim",
        "summary.label": "bold cyan",
        "summary.exact": "green",
        "summary.altered": "yellow",
        "summary.absent": "red",
        "summary.unchecked": "dim",
        "summary.error": "bold red",
        "summary.warning": "yellow",
        "summary.note": "cyan",
        "summary.group": "bold italic",
        "summary.evidence": "#1f2328 on #ffe8a3",
        "summary.differs": "bold underline yellow",
    }
)
_WIDEST = 110
"""Columns beyond which nothing is laid out: longer lines of prose are hard to read."""


def render_terminal(
    summary: Summary[Any],
    document: Document,
    *,
    width: int | None = None,
    colour: bool = False,
) -> str:
    """The terminal view as text, at most `width` columns wide, with colours as escape codes.

    By default the width is the terminal's. Whoever prints decides on colour; with it, the
    environment (TERM, COLORTERM) says how many colours there are.
    """
    output = StringIO()
    console = Console(
        file=output,
        width=min(width or get_terminal_size().columns, _WIDEST),
        force_terminal=colour,
        color_system="auto" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        theme=THEME,
    )
    console.print(terminal_view(summary, document))
    return "".join(f"{line.rstrip()}\n" for line in output.getvalue().rstrip("\n").split("\n"))


def terminal_view(summary: Summary[Any], document: Document) -> RenderableType:
    """The same for a rich console that has `THEME`."""
    view = view_of(summary, document)
    return Group(
        *_head(view),
        *(part for table in view.body.tables for part in _table(table)),
        *(part for section in view.body.sections for part in _section(section)),
        *_findings(view),
        *_coverage(view),
        Text(),
        _text(
            " · ".join(f"{name.lower()} {value}" for name, value in view.provenance),
            "summary.quiet",
        ),
    )


def _text(text: str, style: str = "") -> Text:
    """Untrusted text on one line, inert: rich reads no markup in a `Text`."""
    return Text(on_one_line(text), style)


def _head(view: View) -> Iterator[RenderableType]:
    yield _text(view.body.headline, "summary.heading")
    if view.body.overview:
        yield _text(view.body.overview)
    yield Text()
    for name, value in view.body.facts:
        yield Text.assemble((f"{name}: ", "summary.quiet"), _text(value))
    yield _text(view.origin, "summary.quiet")
    yield _tally(view)
    yield Text()


def _tally(view: View) -> Text:
    if not view.tally:
        return Text("No quotations as evidence.")
    parts = [
        Text(f"{MARKS[verdict]} {count} {VERDICT_WORDS[verdict]}", f"summary.{verdict}")
        for verdict, count in view.tally.items()
    ]
    return Text.assemble("Evidence: ", Text(", ").join(parts))


def _heading(title: str) -> RenderableType:
    return Rule(_text(title, "summary.heading"), align="left", style="summary.quiet")


def _table(table: Table) -> Iterator[RenderableType]:
    yield _heading(table.title)
    used = table.used_columns
    grid = Grid(box=None, padding=(0, 2, 0, 0), header_style="summary.quiet")
    for index in used:
        grid.add_column(_text(table.columns[index]), overflow="fold")
    for _, cells in table.rows:
        grid.add_row(*(_text(cells[index]) for index in used))
    yield grid if table.rows else _none()
    yield Text()


def _section(section: Section) -> Iterator[RenderableType]:
    yield _heading(section.title)
    if not section.items:
        yield _none()
        yield Text()
    widest = max((len(item.label) for item in section.items), default=0)
    for group in section.groups:
        if group.heading is not None:
            yield _text(group.heading, "summary.group")
        for item in group.items:
            yield _item(item, widest)
            yield Text()


def _none() -> Text:
    return Text("none", "summary.quiet")


def _item(item: Item, label_width: int) -> RenderableType:
    about = " · ".join([*item.tags, *(f"{name}: {value}" for name, value in item.details)])
    lines = [_text(item.title), _text(about, "summary.quiet"), *map(_proof, item.proofs)]
    body = Group(*(line for line in lines if not isinstance(line, Text) or line.plain))
    label = Text.assemble(
        _mark(item.verdict), " ", (item.label.ljust(label_width), "summary.label")
    )
    return _Hanging(label, body)


class _Hanging:
    """A label with what belongs to it on its right.

    A grid of rich would do the same, but it lays out all that is in it several times to measure it.
    """

    def __init__(self, label: Text, body: RenderableType) -> None:
        self.label = label
        self.body = body

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        indent = self.label.cell_len + 1
        lines = console.render_lines(
            self.body, options.update_width(max(1, options.max_width - indent)), pad=False
        )
        margin: Text | Segment = Text.assemble(self.label, " ", end="")
        for line in lines:
            yield margin
            yield from line
            yield Segment.line()
            margin = Segment(" " * indent)


def _mark(verdict: Verdict) -> Text:
    return Text(MARKS[verdict], f"summary.{verdict}")


def _proof(proof: Proof) -> RenderableType:
    """The words, highlighted when the article has them, and where; or what it has in their place."""
    style = "summary.evidence" if proof.verdict == "exact" else f"summary.{proof.verdict}"
    note = Text(f"  ({proof_note(proof)})", "summary.quiet")
    lines = [Text.assemble(_text(proof.words, style), note)]
    if proof.verdict == "altered" and proof.found is not None:
        lines.append(Text.assemble(("the article has: ", "summary.quiet"), *_compared(proof)))
    return _Hanging(_mark(proof.verdict), Group(*lines))


def _compared(proof: Proof) -> Iterator[Text]:
    """The article's passage with the words that the quote lacks made to stand out."""
    for piece, differs in differences(proof.found or "", proof.text):
        space = [" " if piece[:1].isspace() else "", " " if piece[-1:].isspace() else ""]
        words = _text(piece, "summary.differs" if differs else "")
        yield Text.assemble(space[0], words, space[1] if words.plain else "")


def _findings(view: View) -> Iterator[RenderableType]:
    yield _heading("Findings")
    if not view.remarks:
        yield _none()
    for remark in view.remarks:
        yield _remark(remark)
    yield Text()


def _remark(remark: Remark) -> RenderableType:
    line = f"line {remark.line}" if remark.line is not None else None
    about = " · ".join(filter(None, (remark.code, remark.label, line)))
    message = Text.assemble(_text(remark.message), "  ", _text(f"({about})", "summary.quiet"))
    return _Hanging(Text(f"{remark.severity:7}", f"summary.{remark.severity}"), message)


def _coverage(view: View) -> Iterator[RenderableType]:
    yield _heading("Coverage")
    yield _text(view.coverage + ("; uncovered:" if view.missed else ""))
    for missed in view.missed:
        where = ", ".join(filter(None, (f"line {missed.line}", missed.speaker)))
        words = Text.assemble(_text(missed.words), "  ", _text(f"({where})", "summary.quiet"))
        yield _Hanging(Text("-"), words)
