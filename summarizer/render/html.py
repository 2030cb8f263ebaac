"""The summary as one page: the article left, the summary right, each linked to the other.

The page runs no script and loads nothing; its policy forbids both. Every template value is escaped
(`autoescape=True`: what `select_autoescape` would choose depends on the file's name).
"""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from summarizer.document import Document
from summarizer.render.article import MarkKind, Marks, Part, Reference, mark_id
from summarizer.render.differences import differences
from summarizer.render.phrases import MARKS, VERDICT_WORDS, findings_sentence, proof_note
from summarizer.render.view import Remark, View
from summarizer.render.viewing import view_of
from summarizer.shown import on_one_line, runs
from summarizer.summary import Summary

_UNWRITABLE = "\0"
"""HTML has no way to write it, not even as a reference: only its mark is shown."""


def render_html(summary: Summary[Any], document: Document) -> str:
    """One self-contained page. The text inside the article's marks is the article's own, to the letter."""
    view = view_of(summary, document)
    targets = _targets(view)
    marks = _marks(view, targets)
    parts = marks.parts(document)
    style = Markup(_stylesheet() + _target_rules(parts))  # noqa: S704 (our own file, and numbers)
    page = _environment().get_template("report.html.j2")
    return page.render(
        view=view,
        parts=parts,
        targets=targets,
        flags=_flags(view),
        style=style,
        style_hash=_content_hash(style),
        kinds={kind for part in parts for piece in part.pieces for kind in piece.kinds},
    )


def _targets(view: View) -> dict[str, str]:
    """The element id of each item and table row, by its JSON pointer."""
    pointers = [row for table in view.body.tables for row, _ in table.rows]
    pointers += [item.at for item in view.items]
    return {pointer: f"i{number}" for number, pointer in enumerate(pointers)}


def _marks(view: View, targets: dict[str, str]) -> Marks:
    """What is marked in the article, with links back to what refers to it."""
    marks = Marks()
    for item in view.items:
        for proof in item.proofs:
            if proof.place:
                kind: MarkKind = "exact" if proof.verdict == "exact" else "nearest"
                marks.add(proof.place, kind, Reference(targets[item.at], item.label))
    for number, missed in enumerate(view.missed):
        marks.add(missed.place, "unused", Reference(f"u{number}", "unused"))
    for number, remark in enumerate(view.remarks):
        if remark.place and remark.place not in marks:
            marks.add(remark.place, "flagged", Reference(f"f{number}", "!"))
    return marks


def _flags(view: View) -> dict[str, list[tuple[int, Remark]]]:
    """The findings about each item or row, with their numbers on the page."""
    flags = defaultdict(list)
    for number, remark in enumerate(view.remarks):
        if remark.about is not None:
            flags[remark.about].append((number, remark))
    return flags


def _target_rules(parts: list[Part]) -> str:
    """Rules that highlight all pieces of a mark when the mark is the page's target.

    A mark in one piece is an element, and needs none.
    """
    pieces = [piece for part in parts for piece in part.pieces]
    split = {mark for piece in pieces for mark in piece.marks if mark not in piece.anchors[:1]}
    chosen = ",".join(f":root:has(#{mark}:target) .{mark}" for mark in sorted(split))
    return f"{chosen}{{background:var(--target);color:var(--on-target)}}\n" if chosen else ""


def _content_hash(style: str) -> str:
    digest = hashlib.sha256(style.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@cache
def _stylesheet() -> str:
    return (files(__package__) / "templates" / "report.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__ or "summarizer.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "runs": runs,
        "on_one_line": on_one_line,
        "literal": _literal,
        "mark_id": mark_id,
    }
    environment.globals |= {
        "MARKS": MARKS,
        "VERDICT_WORDS": VERDICT_WORDS,
        "proof_note": proof_note,
        "differences": differences,
        "findings_sentence": findings_sentence,
    }
    return environment


def _literal(text: str) -> Markup:
    """`text` so that a page's reader gets every character back, carriage returns included."""
    kept = "".join(c for c in text if c != _UNWRITABLE and not "\ud800" <= c <= "\udfff")
    return escape(kept).replace("\r", Markup("&#13;"))
