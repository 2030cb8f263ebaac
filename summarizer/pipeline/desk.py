"""Where replies come from: recordings, the cache, the endpoint; and where they are kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.draft import is_whole
from summarizer.errors import ReplayMiss
from summarizer.pipeline.asking import Answer, Ask
from summarizer.replies import Recordings
from summarizer.request import Reply

if TYPE_CHECKING:
    from summarizer.replies import ReplyCache

Notice = Callable[[str], None]


@dataclass(frozen=True)
class Desk:
    """Looks replies up and keeps them, as `--replay`, `--record`, `--offline`, `--refresh` say.

    `any_model` lets a recording of another model answer. `origin` is what is told of replies
    that are made now, in place of `live`.
    """

    replay: Recordings | None = None
    record: Recordings | None = None
    cache: ReplyCache | None = None
    offline: bool = False
    refresh: bool = False
    any_model: bool = False
    origin: str | None = None
    notice: Notice = lambda _: None

    def stored(self, ask: Ask) -> Answer | None:
        """The stored answer, if there is one.

        Raises ReplayMiss when only stored ones are wanted and there is none.
        """
        if self.replay is not None:
            return self._replayed(ask, self.replay)
        if not self.refresh and (answer := self._kept(ask)):
            return answer
        if self.offline:
            raise self._miss(ask)
        return None

    def _miss(self, ask: Ask) -> ReplayMiss:
        if self.cache is not None:
            return self.cache.miss(ask.request)
        return ReplayMiss(
            "Only cached replies are wanted (--offline), and there is no cache (--no-cache): leave "
            "out one of them, or give a folder of recordings with --replay."
        )

    def _replayed(self, ask: Ask, recordings: Recordings) -> Answer:
        if self.any_model and ask.opening:
            return self._of_any_model(ask, recordings)
        reply = recordings.get(ask.request)
        if reply is None:
            raise recordings.miss(ask.request)
        return Answer(ask, ask.request, reply, "recording")

    def _of_any_model(self, ask: Ask, recordings: Recordings) -> Answer:
        """The newest recording of the request; follow-ups then ask the same model."""
        found = recordings.get_any_model(ask.request)
        if found is None:
            raise recordings.miss(ask.request, any_model=True)
        if found.candidates > 1:
            self.notice(
                f"{found.candidates} recordings fit, of several models or days: taking "
                f"{found.path.name} (model {found.request.model}). Name another with --model."
            )
        return Answer(ask, found.request, found.reply, "recording")

    def _kept(self, ask: Ask) -> Answer | None:
        reply = self.record.get(ask.request) if self.record is not None else None
        if reply is not None and is_whole(reply):
            return Answer(ask, ask.request, reply, "recording")
        if self.cache is not None and (reply := self.cache.get(ask.request)):
            if self.record is not None:
                self.record.put(ask.request, reply)
            return Answer(ask, ask.request, reply, "cache")
        return None

    def keep(self, ask: Ask, reply: Reply) -> Answer:
        """The answer that has just been made, stored before anything is made of it."""
        if self.origin:
            reply = replace(reply, origin=self.origin)
        if self.cache is not None:
            self.cache.put(ask.request, reply)
        if self.record is not None:
            self.record.put(ask.request, reply)
        return Answer(ask, ask.request, reply, "live")

    def close(self) -> None:
        if self.cache is not None:
            self.cache.close()


def recordings_at(folder: str | Path | Recordings | None) -> Recordings | None:
    return folder if isinstance(folder, Recordings | None) else Recordings(Path(folder))


def cache_at(given: bool | str | Path, default: Path | None, notice: Notice) -> ReplyCache | None:
    """The cache in the folder `given`: for True in `default`, for False none."""
    if given is False:
        return None
    from summarizer.replies import ReplyCache, cache_file

    return ReplyCache(cache_file(default if given is True else Path(given)), on_notice=notice)
