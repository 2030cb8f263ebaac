"""The command `summarize`: arguments, printing, exit codes; no logic."""

from __future__ import annotations

import atexit
import gc


def main() -> None:
    """Entry point: runs the command line and exits with its code."""
    # Most of what a run makes lives until its end. Looking through it for garbage as often as
    # python does, and once more at the exit, takes a fifth of the time of a single article.
    gc.set_threshold(100_000)
    atexit.register(gc.freeze)
    from summarizer.cli.app import run

    run()
