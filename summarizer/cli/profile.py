"""`summarize profile`: what comes built in, and how to start one of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from summarizer.cli import options, profiles
from summarizer.cli.help import GroupedCommand


@click.group(name="profile")
def command() -> None:
    """Start a profile of your own, or list the built-in ones."""


command.add_command(profiles.command, "list")


@command.command(cls=GroupedCommand)
@click.argument("name")
@options.option(
    "--dir",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    group=options.OUTPUT,
    help="The folder to write into (here).",
)
@options.option("--force", is_flag=True, group=options.OUTPUT, help="Write over what is there.")
@options.debug
def new(name: str, folder: Path, *, force: bool) -> None:
    """Write NAME.md and NAME_schema.py: a prompt and a schema to change.

    They work at once, and their comments say what to change.
    """
    from summarizer.cli.printing import make_folder, refuse_to_overwrite, writing
    from summarizer.starter import starter_files

    texts = {folder / file: text for file, text in starter_files(name).items()}
    for path in texts:
        refuse_to_overwrite(path, force=force)
    make_folder(folder)
    for path, text in texts.items():
        with writing(path) as stream:
            stream.write(text)
    prompt, schema = texts
    click.echo(f"{prompt}: what the model is told\n{schema}: what it must return")
    click.echo(f"Try: summarize prompt ARTICLE --profile {prompt}")
