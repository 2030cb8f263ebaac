"""`summarize profiles`: what comes built in."""

from __future__ import annotations

import click

from summarizer.cli.help import GroupedCommand
from summarizer.cli.options import debug


@click.command(name="profiles", cls=GroupedCommand)
@debug
def command() -> None:
    """List the built-in profiles."""
    from summarizer.profile import Profile

    for profile in Profile.builtin():
        click.echo(f"{f'{profile.name}@{profile.version}':<20} {profile.description}")
