"""The group of commands, and the one place where errors become exit codes."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from typing import Any, NoReturn

import click
from click_default_group import DefaultGroup

from summarizer.cli.help import write_help

UNWRITABLE = 7
INTERRUPTED = 130

_DEFAULT = "article"
COMMANDS = (
    "article",
    "prompt",
    "check",
    "quotations",
    "ground",
    "schema",
    "profile",
    "profiles",
    "cache",
    "eval",
)


class _Commands(DefaultGroup):  # type: ignore[misc] # it ships no types
    """Loads a command's module when the command is run; shows the default command's options."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        wanted = name if name in COMMANDS else _DEFAULT
        if wanted not in self.commands:
            self.add_command(import_module(f"summarizer.cli.{wanted}").command)
        command = super().get_command(ctx, name)
        assert command is None or isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # click would make an exit code of 1 of it
            _abandon_stdout()
            return 0

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_help(self, ctx, formatter)


@click.group(
    cls=_Commands,
    default=_DEFAULT,
    default_if_no_args=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="summarizer", message="%(version)s")
def commands() -> None:
    """Summaries of negotiation articles, with the article's own words as proof."""


def run(arguments: list[str] | None = None) -> NoReturn:
    """Runs the command line and exits; errors of ours are one sentence on stderr."""
    arguments = sys.argv[1:] if arguments is None else arguments
    _write_any_script()
    # Looking through every installed package for plugins of pydantic takes longer than all checks.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        code = _called(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _abandon_stdout()
        code = 0
    except OSError as error:
        if error.filename is not None or "--debug" in arguments:
            raise
        _complain(f"stdout cannot be written to: {error.strerror}.")
        _abandon_stdout()
        code = UNWRITABLE
    sys.exit(code)


def _write_any_script() -> None:
    """Results are UTF-8; a terminal of another encoding shows what it lacks as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and "utf" not in stream.encoding.lower():
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _abandon_stdout() -> None:
    """Its reader has gone, or its disk is full; python would complain once more at the exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _called(arguments: list[str]) -> int:
    from summarizer.checkout import require_schemas
    from summarizer.errors import SummarizerError

    try:
        require_schemas()
        result = commands.main(
            args=arguments or ["--help"], prog_name="summarize", standalone_mode=False
        )
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except SummarizerError as error:
        if "--debug" in arguments:
            import traceback

            traceback.print_exc()
        _complain(str(error))
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _complain(
            "Interrupted. Run the same command again: replies that are stored are not asked for twice."
        )
        return INTERRUPTED
    return result if isinstance(result, int) else 0


def _complain(message: str) -> None:
    from summarizer.shown import shown

    click.echo(f"summarize: {shown(message)}", err=True)
