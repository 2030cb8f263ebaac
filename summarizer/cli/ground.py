"""`summarize ground`: are these quotations in the article, and where?"""

from __future__ import annotations

from pathlib import Path

import click

from summarizer.cli import options
from summarizer.cli.help import GroupedCommand


@click.command(name="ground", cls=GroupedCommand)
@click.argument("article")
@click.argument("quotes", type=click.Path(path_type=Path))
@options.debug
def command(article: str, quotes: Path) -> int:
    """Ground each line of QUOTES (JSON Lines with `text`) in an article.

    Prints a line for each, in order, with what was found added; QUOTES may be "-" for stdin. Exit
    1 when any is not exact.
    """
    from summarizer.pipeline import ground_lines
    from summarizer.readers import read

    document = read(article if article == "-" else Path(article))
    inexact = False
    given = read("-" if quotes == Path("-") else quotes)
    for line, exact in ground_lines(given.text, document, name=given.source):
        click.echo(line)
        inexact = inexact or not exact
    return 1 if inexact else 0
