"""`summarize quotations`: who says what in an article, by rule."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from summarizer.cli import options
from summarizer.cli.help import GroupedCommand


@click.command(name="quotations", cls=GroupedCommand)
@click.argument("article")
@options.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    group=options.OUTPUT,
    help="Form of the result.",
)
@options.debug
def command(article: str, format_name: str) -> None:
    """List an article's quotations with their speakers, found by rule."""
    from summarizer.cli.printing import tell
    from summarizer.quotations import find_quotations
    from summarizer.readers import read
    from summarizer.shown import shown

    found = find_quotations(read(article if article == "-" else Path(article)))
    if format_name == "json":
        click.echo(json.dumps([asdict(q) for q in found], indent=1, ensure_ascii=False))
        return
    if not found:
        tell("No quotation found.")
    for quotation in found:
        speaker = quotation.speaker.name if quotation.speaker else "?"
        click.echo(shown(f"{quotation.kind:<7} {speaker}: {quotation.text}"))
