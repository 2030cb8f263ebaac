"""The command `summarize`: arguments, printing, exit codes; no logic."""

from __future__ import annotations


def main() -> None:
    """Entry point: runs the command line and exits with its code."""
    from summarizer.cli.app import run

    run()
