"""The default command: articles in, checked summaries out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from summarizer.cli import options
from summarizer.cli.help import GroupedCommand


@click.command(
    name="article",
    cls=GroupedCommand,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@options.format_name
@options.output
@options.option(
    "--strict", is_flag=True, group=options.OUTPUT, help="Exit 1 when any quote is not exact."
)
@options.model
@options.profile
@options.replies
@options.running
def command(**given: Any) -> int:
    """Summarise articles ("-" for stdin)."""
    from summarizer.cli.running import Run

    articles: tuple[str, ...] = given.pop("articles")
    _refuse_mistyped_command(articles[0])
    no_cache: bool = given.pop("no_cache")
    run = Run(
        format_name=given.pop("format_name"),
        output=given.pop("output"),
        force=given.pop("force"),
        strict=given.pop("strict"),
        quiet=given.pop("quiet"),
        jobs=given.pop("jobs"),
    )
    return run.over([a if a == "-" else Path(a) for a in articles], cache=not no_cache, **given)


def _refuse_mistyped_command(word: str) -> None:
    """Raises UsageError for a first word that is no file and nearly a command's name."""
    if not word.isalpha() or Path(word).exists():
        return
    from difflib import get_close_matches

    from summarizer.cli.app import COMMANDS
    from summarizer.errors import UsageError

    if near := get_close_matches(word, COMMANDS, n=1, cutoff=0.7):
        raise UsageError(f"There is no file and no command {word}: do you mean {near[0]}?")
