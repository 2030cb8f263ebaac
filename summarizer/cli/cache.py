"""`summarize cache`: what is kept, and how to get it out or away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarizer.cli.options import debug

if TYPE_CHECKING:
    from summarizer.replies import ReplyCache


@click.group(name="cache")
def command() -> None:
    """Show, clear or export the cache of replies."""


@command.command()
@debug
def stats() -> None:
    """Show how many replies are kept, and where."""
    with_cache = _opened()
    numbers = with_cache.stats()
    click.echo(f"{numbers.path}")
    click.echo(
        f"{numbers.entries} replies, {numbers.kept} kept for inspection, {numbers.bytes} bytes"
    )
    with_cache.close()


@command.command()
@debug
def clear() -> None:
    """Remove every reply."""
    cache = _opened()
    click.echo(f"{cache.clear()} replies removed")
    cache.close()


@command.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@debug
def export(folder: Path) -> None:
    """Write every reply as a recording into FOLDER."""
    cache = _opened()
    count = cache.export(folder)
    click.echo(f"{count} recordings written to {folder}" if count else "The cache holds no replies")
    cache.close()


def _opened() -> ReplyCache:
    from summarizer.cli.printing import tell
    from summarizer.replies import ReplyCache, cache_file
    from summarizer.settings import load_settings

    return ReplyCache(cache_file(load_settings().cache), on_notice=tell)
