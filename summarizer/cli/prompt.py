"""`summarize prompt`: the request that would be sent, without sending it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from summarizer.cli import options
from summarizer.cli.help import GroupedCommand


@click.command(name="prompt", cls=GroupedCommand)
@click.argument("article")
@options.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    group=options.OUTPUT,
    help="text: to read or to paste into a chat window; json: messages, schema, model, key.",
)
@options.option("-m", "--model", metavar="NAME", group=options.MODEL, help="The model's name.")
@options.option("--language", metavar="NAME", group=options.MODEL, help="Of statements.")
@options.profile
@options.debug
def command(
    article: str, format_name: str, model: str | None, language: str | None, profile: str | None
) -> None:
    """Show the exact request for an article, without sending it."""
    from summarizer.pipeline import request_for

    source = article if article == "-" else Path(article)
    request = request_for(source, profile=profile, model=model, language=language)
    if format_name == "json":
        body = {"key": request.key, **request.as_dict()}
        click.echo(json.dumps(body, indent=1, ensure_ascii=False))
        return
    for message in request.messages:
        click.echo(message["content"] + "\n")
    click.echo("Answer with one JSON document of this schema and nothing else:\n")
    click.echo(json.dumps(request.schema["schema"], ensure_ascii=False))
