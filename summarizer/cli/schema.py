"""`summarize schema`: the JSON Schema of a profile's result, or of what a model must return."""

from __future__ import annotations

import json

import click

from summarizer.cli.help import GroupedCommand
from summarizer.cli.options import debug


@click.command(name="schema", cls=GroupedCommand)
@click.argument("profile", default="negotiation")
@click.option("--draft", is_flag=True, help="What the model must return, as it is sent.")
@debug
def command(profile: str, draft: bool) -> None:
    """Print the JSON Schema of a profile's result."""
    from summarizer.profile import Profile

    chosen = Profile(profile)
    schema = chosen.draft_schema["schema"] if draft else chosen.result_schema()
    click.echo(json.dumps(schema, indent=1, ensure_ascii=False))
