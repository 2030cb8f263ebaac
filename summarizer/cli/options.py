"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from summarizer.cli.help import GroupedOption

F = TypeVar("F", bound=Callable[..., Any])

OUTPUT, MODEL, REPLIES, RUNNING = "Output", "Model", "Replies", "Running"
FORMATS = ("terminal", "json", "jsonl", "markdown", "guide", "html", "annotations")


def option(*names: str, group: str, **more: Any) -> Callable[[F], F]:
    """A click option under a heading of the help."""
    return click.option(*names, cls=GroupedOption, group=group, **more)


def output_path(
    _context: click.Context, _parameter: click.Parameter, given: str | None
) -> Path | None:
    """The path to write to. One that ends in a slash is a folder, and made when it is not there."""
    if given is None:
        return None
    if given.endswith((os.sep, os.altsep or os.sep)):
        from summarizer.cli.printing import make_folder

        make_folder(Path(given))
    return Path(given)


def stacked(*decorators: Callable[[F], F]) -> Callable[[F], F]:
    """Several decorators as one, listed in the order in which help shows them."""

    def apply(function: F) -> F:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return apply


debug = option("--debug", is_flag=True, group=RUNNING, help="Show tracebacks.", expose_value=False)

profile = option(
    "-p",
    "--profile",
    metavar="NAME|FILE",
    group=MODEL,
    help="Built-in profile (see `summarize profiles`) or a prompt file of your own.",
)

format_name = option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    default="terminal",
    show_default=True,
    group=OUTPUT,
    help="Form of the result.",
)

output = stacked(
    option(
        "-o",
        "--output",
        metavar="PATH",
        callback=output_path,
        group=OUTPUT,
        help="Write to this file, or one file an article into this folder, which is made where the "
        "name ends in a slash.",
    ),
    option("--force", is_flag=True, group=OUTPUT, help="Write over a file that is there."),
)

max_tokens_per_call = option(
    "--max-tokens-per-call",
    type=click.IntRange(1000),
    group=MODEL,
    help="A longer article goes out in parts (24000).",
)

model = stacked(
    option("-m", "--model", metavar="NAME", group=MODEL, help="The model's name."),
    option("--base-url", metavar="URL", group=MODEL, help="An OpenAI-compatible endpoint."),
    option(
        "--engine",
        type=click.Choice(["auto", "model", "extractive"]),
        group=MODEL,
        help="auto: a model where one is configured, else rules alone.",
    ),
    option(
        "--mode",
        type=click.Choice(["json_schema", "tools"]),
        group=MODEL,
        help="How the endpoint is told the schema (default json_schema).",
    ),
    option("--temperature", type=float, group=MODEL, help="Sent only when given, 0 to 2."),
    option("--top-p", type=float, group=MODEL, help="Sent only when given, up to 1."),
    option("--seed", type=int, group=MODEL, help="Sent only when given."),
    option("--max-tokens", type=int, group=MODEL, help="Longest answer; sent only when given."),
    option("--language", metavar="NAME", group=MODEL, help="Of statements (default: article's)."),
    option(
        "--repair",
        type=click.IntRange(0, 4),
        group=MODEL,
        help="How often errors are sent back to the model (1).",
    ),
    option(
        "--complete",
        is_flag=True,
        default=None,
        group=MODEL,
        help="Send back what no item uses, too.",
    ),
    option(
        "--passes",
        type=click.IntRange(1, 5),
        group=MODEL,
        help="How often the article is gone through for what is left out (1).",
    ),
    max_tokens_per_call,
    option(
        "--price-in",
        type=click.FloatRange(0),
        metavar="USD",
        group=MODEL,
        help="For a million tokens sent, to tell the cost.",
    ),
    option(
        "--price-out",
        type=click.FloatRange(0),
        metavar="USD",
        group=MODEL,
        help="For a million tokens answered.",
    ),
    option(
        "--deadline",
        type=float,
        metavar="SECONDS",
        group=MODEL,
        help="For one article, or each part of a long one (120).",
    ),
)

replies = stacked(
    option(
        "--record",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="DIR",
        group=REPLIES,
        help="Write every reply used into this folder.",
    ),
    option(
        "--replay",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="DIR",
        group=REPLIES,
        help="Recordings only: no network, no key, no cache.",
    ),
    option("--offline", is_flag=True, group=REPLIES, help="Cached replies only."),
    option("--refresh", is_flag=True, group=REPLIES, help="Ask anew, whatever is stored."),
    option("--no-cache", is_flag=True, group=REPLIES, help="Neither read nor write the cache."),
    option(
        "--origin",
        metavar="TEXT",
        group=REPLIES,
        help='What recordings say of who answered, e.g. "written by hand".',
    ),
)

running = stacked(
    option(
        "-j", "--jobs", type=click.IntRange(1, 256), group=RUNNING, help="Articles at once (4)."
    ),
    option("-q", "--quiet", is_flag=True, group=RUNNING, help="No notices, no progress."),
    debug,
)
