"""The public object: settings and stores in, summaries out."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, Unpack

from summarizer.document import Document
from summarizer.errors import InputError, ModelError, SummarizerError, UsageError
from summarizer.pipeline.asking import Clock
from summarizer.pipeline.assemble import assembled, checked, extractive_provenance
from summarizer.pipeline.course import Course
from summarizer.pipeline.desk import Desk, Notice, cache_at, recordings_at
from summarizer.pipeline.engine import checked_access, choose_engine
from summarizer.pipeline.many import Outcome, Source, outcomes
from summarizer.pipeline.steps import ModelSteps
from summarizer.profile import Profile
from summarizer.readers import read
from summarizer.replies import Recordings
from summarizer.schemas.negotiation import Negotiation
from summarizer.settings import Options, Settings, load_settings
from summarizer.summary import Summary

if TYPE_CHECKING:
    from summarizer.model import ModelRoom

_STOPPING = (
    "Stopping: the replies under way are waited for, so that they are kept. Ctrl-C again stops now."
)

_log = logging.getLogger("summarizer")


class Summarizer:
    """Summarises articles, one or many, by a model or by rule.

    `profile` is a `Profile`, a built-in name or the path of a prompt. `replay`, `record` are
    folders of recordings, or such a folder opened; `cache` is `False` for none or the directory
    of another. `client` is an openai client of the caller's own. What is None comes from the
    environment or `summarizer.toml`. `notice` is told, in one sentence each, what a user should
    know (which engine answers, what was set aside); by default it goes to the log `summarizer`.

    Raises ConfigurationError when the settings cannot be used, ProfileError for the profile, and
    UsageError when what is given does not go together.
    """

    def __init__(
        self,
        model: str | None = None,
        *,
        profile: Profile | str | Path | None = None,
        replay: str | Path | Recordings | None = None,
        record: str | Path | Recordings | None = None,
        cache: bool | str | Path = True,
        offline: bool = False,
        refresh: bool = False,
        origin: str | None = None,
        client: Any | None = None,
        notice: Notice | None = None,
        **options: Unpack[Options],
    ) -> None:
        self.settings: Settings = load_settings(model=model, **options)
        if replay is not None and (record is not None or refresh):
            raise UsageError("--replay takes recordings only: leave out --record and --refresh.")
        self._notice = notice or _log.info
        self.profile = profile_of(profile or self.settings.profile)
        self._client = client
        self._opening = threading.Lock()
        self._room: ModelRoom | None = None
        stored_only = replay is not None or offline
        if self.settings.engine != "extractive" and not stored_only:
            self.settings = checked_access(self.settings)
        self._choice = choose_engine(
            self.settings,
            stored_only=stored_only,
            own_client=client is not None,
            wanted=model is not None or record is not None or refresh,
            listed=self._models,
        )
        if self.engine == "extractive" and self.profile.schema is not Negotiation:
            raise UsageError(
                f"The extractive engine fills only the schema of the profile negotiation, not that "
                f"of {self.profile.label}. Set OPENAI_API_KEY, or OPENAI_BASE_URL and --model; or "
                "paste what `summarize prompt` shows into a chat, and `summarize check` the reply."
            )
        self._desk = Desk(
            replay=recordings_at(replay),
            record=recordings_at(record),
            cache=cache_at(cache, self.settings.cache, self._notice) if replay is None else None,
            offline=offline,
            refresh=refresh,
            any_model=model is None,
            origin=origin,
            notice=self._notice,
        )
        if self._choice.told:
            self._notice(self._choice.told)

    @property
    def engine(self) -> str:
        """Which engine answers: `model` or `extractive`."""
        return self._choice.engine

    def summarize(self, source: Source) -> Summary[Any]:
        """The checked summary of a file, or of a `Document`.

        Raises InputError when there is no usable text, ModelError when the model gives no usable
        answer, ReplayMiss when only stored replies are wanted and there is none.
        """
        return self._summarised(source, threading.Event())

    def _summarised(self, source: Source, stopped: threading.Event) -> Summary[Any]:
        document = document_of(source)
        if self.engine == "extractive":
            return self._extracted(document)
        course = self._course(document)
        clock = Clock(self.settings.deadline)
        while course.ask:
            if stopped.is_set():
                course.failed(
                    ModelError("Interrupted before this was asked.", reason="interrupted")
                )
                continue
            try:
                reply = self._model_room().ask(
                    course.ask.request, deadline=clock.deadline(course.ask)
                )
            except SummarizerError as error:
                course.failed(error)
            else:
                course.answered(reply)
        return course.summary

    async def asummarize(self, source: Source) -> Summary[Any]:
        """As `summarize`, for a caller in an event loop."""
        document = document_of(source)
        if self.engine == "extractive":
            return self._extracted(document)
        course = self._course(document)
        clock = Clock(self.settings.deadline)
        while course.ask:
            try:
                reply = await self._model_room().aask(
                    course.ask.request, deadline=clock.deadline(course.ask)
                )
            except SummarizerError as error:
                course.failed(error)
            else:
                course.answered(reply)
        return course.summary

    def summarize_many(
        self, sources: Iterable[Source], *, jobs: int | None = None
    ) -> Iterator[Outcome]:
        """Each source's outcome in order, `jobs` at once; one failure does not stop the others.

        At a KeyboardInterrupt nothing more is asked, and replies under way are waited for and kept.
        """
        stopped = threading.Event()

        def stop() -> None:
            stopped.set()
            if self._room is not None:
                self._notice(_STOPPING)

        return outcomes(
            document_of,
            lambda document: self._summarised(document, stopped),
            sources,
            jobs=jobs or self.settings.jobs,
            interrupted=stop,
        )

    def close(self) -> None:
        """Closes connections and the cache; a later summary would open them again."""
        self._desk.close()
        if self._room is not None:
            self._room.close()

    async def aclose(self) -> None:
        """As `close`, for a caller in an event loop that has used `asummarize` there."""
        self._desk.close()
        if self._room is not None:
            await self._room.aclose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()

    def _course(self, document: Document) -> Course:
        steps = ModelSteps(document, self.profile, self._choice.model, self.settings)
        return Course(steps.run(), self._desk)

    def _extracted(self, document: Document) -> Summary[Any]:
        from summarizer.extractive import extract

        done = checked(extract(document), document)
        return assembled(done, self.profile, extractive_provenance(self.profile))

    def _models(self) -> list[str]:
        """What the endpoint lists; asked only to say it in an error, so nothing stays open."""
        room = self._model_room()
        try:
            return room.models()
        finally:
            room.close()

    def _model_room(self) -> ModelRoom:
        with self._opening:
            if self._room is None:
                from summarizer.model import ModelRoom

                self._room = ModelRoom(
                    api_key=self.settings.api_key,
                    base_url=self.settings.base_url,
                    mode=self.settings.mode,
                    client=self._client,
                )
        return self._room


def document_of(source: Source) -> Document:
    """The document to be summarised. Raises InputError when it has no words."""
    document = source if isinstance(source, Document) else read(source)
    if not any(character.isalnum() for character in document.text):
        raise InputError(f"{document.source} has no words to summarise.", reason="empty")
    return document


def profile_of(given: Profile | str | Path) -> Profile:
    """The profile, by its name or path if it is not open yet."""
    return given if isinstance(given, Profile) else Profile(given)
