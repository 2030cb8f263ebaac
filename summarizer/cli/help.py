"""`--help`: options in groups, commands, examples."""

from __future__ import annotations

from typing import Any

import click

EXAMPLES = """\
  summarize talks.txt                          what was agreed, who wants what, with proof
  summarize talks.txt -f html -o talks.html    the article beside its summary
  cat talks.txt | summarize -                  from stdin
  summarize texts/*.txt -f jsonl -o out.jsonl --jobs 8
  summarize talks.txt --record recordings/     keep the replies ...
  summarize talks.txt --replay recordings/     ... and play them back, with no network
  summarize prompt talks.txt                   the exact request, to read or to paste
  summarize check talks.txt summary.json       check a summary made by anybody"""


class GroupedOption(click.Option):
    """An option that says under which heading it is shown."""

    def __init__(self, *arguments: Any, group: str = "Options", **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.group = group


class GroupedCommand(click.Command):
    """A command whose help shows its options under their headings."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_options(self, ctx, formatter)


def write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    """The command's options under their headings, in the order of their definition."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record is not None and isinstance(parameter, click.Option):
            groups.setdefault(getattr(parameter, "group", "Options"), []).append(record)
    for heading, records in groups.items():
        with formatter.section(heading):
            formatter.write_dl(records, col_max=28)


def write_help(group: click.Group, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """The whole program's help: the default command's options first, then the others."""
    formatter.write_usage("summarize", "[OPTIONS] ARTICLE...   or   summarize COMMAND ...")
    formatter.write_paragraph()
    formatter.write_text(group.help or "")
    article = group.get_command(ctx, "article")
    assert article is not None
    write_options(article, click.Context(article, info_name="summarize"), formatter)
    with formatter.section("Commands"):
        formatter.write_dl(
            [
                (name, command.get_short_help_str(80))
                for name in group.list_commands(ctx)
                if name != "article" and (command := group.get_command(ctx, name))
            ]
        )
    with formatter.section("Examples"):
        formatter.write(EXAMPLES + "\n")
    with formatter.section("Exit codes"):
        formatter.write(
            "  0 done; 1 some articles failed, or --strict or check found errors; 2 usage, template\n"
            "  or schema; 3 key or configuration; 4 no usable input; 5 endpoint unreachable or\n"
            "  limited; 7 output cannot be written; 130 interrupted. Where all failed: the cause's.\n"
        )
