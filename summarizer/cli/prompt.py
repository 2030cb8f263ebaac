"""`summarize prompt`: the request that would be sent, without sending it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

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
@options.max_tokens_per_call
@options.profile
@options.debug
def command(article: str, format_name: str, profile: str | None, **given: Any) -> None:
    """Show the exact request for an article, without sending it.

    Of an article that goes out in parts it is the first part's: what follows depends on the reply.
    """
    from summarizer.cli.printing import tell
    from summarizer.pipeline import first_ask

    ask = first_ask(article if article == "-" else Path(article), profile=profile, **given)
    request = ask.request
    if ask.parts > 1:
        tell(f"This is the request for part 1 of {ask.parts}: the article is long.")
    if format_name == "json":
        body = {"key": request.key, **request.as_dict()}
        click.echo(json.dumps(body, indent=1, ensure_ascii=False))
        return
    for message in request.messages:
        click.echo(message["content"] + "\n")
    click.echo("Answer with one JSON document of this schema and nothing else:\n")
    click.echo(json.dumps(request.schema["schema"], ensure_ascii=False))
