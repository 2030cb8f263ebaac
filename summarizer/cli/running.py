"""One run over the articles of a command line: results out, progress and failures to stderr."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summarizer.cli.printing import (
    SUFFIXES,
    colour,
    output_name,
    refuse_unless_writable,
    tell,
    writing,
)
from summarizer.cli.progress import with_progress
from summarizer.errors import UsageError
from summarizer.pipeline import Outcome, Summarizer
from summarizer.render import render
from summarizer.schemas.evidence import quotes

_ONE_STREAM = ("terminal", "jsonl", "markdown")
"""Formats in which several articles can follow one another."""


@dataclass
class Run:
    """How results are written, and what has gone wrong so far."""

    format_name: str
    output: Path | None
    force: bool
    strict: bool
    quiet: bool
    jobs: int | None
    failures: list[Outcome] = field(default_factory=list)
    done: int = 0
    inexact: int = 0

    def over(self, articles: Sequence[str | Path], **given: Any) -> int:
        """Summarises the articles and returns the exit code; `given` goes to `Summarizer`."""
        paths = self._paths(articles, [*articles, given.get("profile") or ""])
        with Summarizer(notice=(lambda _: None) if self.quiet else tell, **given) as summarizer:
            outcomes = summarizer.summarize_many(articles, jobs=self.jobs)
            outcomes = with_progress(outcomes, len(articles), quiet=self.quiet)
            if paths is not None:
                self._into_files(paths, outcomes)
            else:
                self._into_stream(outcomes)
        self._list_failures(len(articles))
        return self._exit_code()

    def _paths(
        self, articles: Sequence[str | Path], inputs: Sequence[str | Path]
    ) -> list[Path] | None:
        """One file an article if `--output` names a folder, each looked at before any work."""
        given = self.output
        if given is not None and given.is_dir():
            taken: set[str] = set()
            suffix = SUFFIXES[self.format_name]
            paths = [given / output_name(article, suffix, taken) for article in articles]
            for path in paths:
                refuse_unless_writable(path, force=self.force, inputs=inputs)
            return paths
        if len(articles) > 1 and self.format_name not in _ONE_STREAM:
            raise UsageError(
                f"Several articles do not fit into one {self.format_name} file: take -f jsonl, or "
                "name a folder with --output, ending in a slash."
            )
        if given is not None:
            refuse_unless_writable(given, force=self.force, inputs=inputs)
        return None

    def _into_stream(self, outcomes: Iterable[Outcome]) -> None:
        with writing(self.output) as stream:
            for outcome in outcomes:
                if text := self._rendered(outcome, to_file=self.output is not None):
                    stream.write(text)
                    stream.flush()

    def _into_files(self, paths: Iterable[Path], outcomes: Iterable[Outcome]) -> None:
        for path, outcome in zip(paths, outcomes, strict=True):
            if text := self._rendered(outcome, to_file=True):
                with writing(path) as stream:
                    stream.write(text)

    def _rendered(self, outcome: Outcome, *, to_file: bool) -> str:
        """The outcome's text; "" when there is none, which is then counted as a failure."""
        if outcome.summary is None or outcome.document is None:
            self.failures.append(outcome)
            return ""
        self.done += 1
        self.inexact += any(q.match != "exact" for _, q in quotes(outcome.summary.content))
        more = {} if to_file or self.format_name != "terminal" else {"colour": colour()}
        return render(outcome.summary, outcome.document, self.format_name, **more)

    def _list_failures(self, articles: int) -> None:
        if articles > 1 and self.failures:
            tell(f"{len(self.failures)} of {articles} articles failed:")
        for outcome in self.failures:
            tell(f"  {_named(outcome)}" if articles > 1 else str(outcome.error))

    def _exit_code(self) -> int:
        codes = {outcome.error.exit_code for outcome in self.failures if outcome.error}
        if codes and not self.done:
            return codes.pop() if len(codes) == 1 else 1
        if self.strict and self.inexact:
            tell("--strict: not every quote is exact.")
            return 1
        return 1 if codes else 0


def _named(outcome: Outcome) -> str:
    """The failure with the article's name, which errors of a model or a recording do not tell."""
    name, told = str(outcome.source), str(outcome.error)
    return told if name in told else f"{name}: {told}"
