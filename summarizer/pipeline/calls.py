"""One article, one call: what needs no `Summarizer` to be kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Unpack

from summarizer.model.access import DEFAULT_MODEL
from summarizer.pipeline.asking import Ask
from summarizer.pipeline.many import Source
from summarizer.pipeline.steps import ModelSteps
from summarizer.pipeline.summarizer import Summarizer, document_of, profile_of
from summarizer.profile import Profile
from summarizer.settings import Options, load_settings
from summarizer.summary import Summary


def summarize(source: Source, **options: Any) -> Summary[Any]:
    """The summary of one article; `options` are those of `Summarizer`."""
    with Summarizer(**options) as summarizer:
        return summarizer.summarize(source)


async def asummarize(source: Source, **options: Any) -> Summary[Any]:
    """As `summarize`, for a caller in an event loop."""
    async with Summarizer(**options) as summarizer:
        return await summarizer.asummarize(source)


def first_ask(
    source: Source,
    *,
    profile: Profile | str | Path | None = None,
    model: str | None = None,
    **options: Unpack[Options],
) -> Ask:
    """The request that a summary of `source` begins with under the settings. Nothing is sent.

    Of an article that goes out in parts it is the first part's.
    """
    settings = load_settings(model=model, **options)
    steps = ModelSteps(
        document_of(source),
        profile_of(profile or settings.profile),
        settings.model or DEFAULT_MODEL,
        settings,
    )
    return next(steps.run())
