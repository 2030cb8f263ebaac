"""Many articles at once, in order, each with its own success or failure."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.document import Document
from summarizer.errors import SummarizerError
from summarizer.summary import Summary

Source = str | Path | Document

_AHEAD = 4
"""Articles under way a worker: enough to keep all busy while the first one is awaited."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article: a summary and its document, or why there is none."""

    source: Source
    document: Document | None = None
    summary: Summary[Any] | None = None
    error: SummarizerError | None = None


def outcomes(
    opened: Callable[[Source], Document],
    summarise: Callable[[Document], Summary[Any]],
    sources: Iterable[Source],
    *,
    jobs: int,
    interrupted: Callable[[], None],
) -> Iterator[Outcome]:
    """Each source's outcome, in the order of `sources`, with `jobs` of them worked on at once.

    `sources` is read only as far ahead as needed, so it may be endless. When the user interrupts,
    `interrupted` is called, and what is under way is waited for.
    """

    def attempt(source: Source) -> Outcome:
        try:
            document = opened(source)
            return Outcome(source, document, summarise(document))
        except SummarizerError as error:
            return Outcome(source, error=error)

    pending: deque[Future[Outcome]] = deque()
    with ThreadPoolExecutor(max_workers=jobs, thread_name_prefix="summarize") as pool:
        try:
            for source in sources:
                pending.append(pool.submit(attempt, source))
                if len(pending) >= jobs * _AHEAD:
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()
        except KeyboardInterrupt:
            interrupted()
            raise
        finally:
            for future in pending:
                future.cancel()
