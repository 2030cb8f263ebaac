"""`summarize check`: ground and audit what somebody else has made."""

from __future__ import annotations

from pathlib import Path

import click

from summarizer.cli import options
from summarizer.cli.help import GroupedCommand


@click.command(name="check", cls=GroupedCommand)
@click.argument("article")
@click.argument("summary", type=click.Path(path_type=Path))
@options.format_name
@options.output
@options.profile
@options.debug
def command(
    article: str,
    summary: Path,
    format_name: str,
    output: Path | None,
    force: bool,
    profile: str | None,
) -> int:
    """Check a reply or a summary made by anybody against its article.

    SUMMARY is a summary of ours, the JSON that a model answered (a chat's code fence around it is
    no harm), or a file in the reading guide's format; "-" for stdin. Exit 1 when there are
    findings of severity error.
    """
    from summarizer.cli.printing import (
        SUFFIXES,
        colour,
        output_name,
        refuse_unless_writable,
        writing,
    )
    from summarizer.pipeline import check
    from summarizer.readers import read
    from summarizer.render import render

    if output is not None:
        if output.is_dir():
            output /= output_name(article, SUFFIXES[format_name], set())
        refuse_unless_writable(output, force=force, inputs=(article, summary, profile or ""))
    document = read(article if article == "-" else Path(article))
    made = read("-" if summary == Path("-") else summary)
    checked = check(document, made.text, profile=profile, name=made.source)
    more = {"colour": colour()} if format_name == "terminal" and output is None else {}
    with writing(output) as stream:
        stream.write(render(checked, document, format_name, **more))
    return 1 if checked.errors() else 0
