"""One summary under way: its steps as far as stored replies take them, then a question."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from summarizer.errors import SummarizerError
from summarizer.pipeline.asking import Ask
from summarizer.pipeline.desk import Desk
from summarizer.pipeline.steps import Steps
from summarizer.request import Reply
from summarizer.summary import Summary


class Course:
    """Runs `steps` and answers what `desk` has stored.

    `ask` is what only a model can answer, None at the end; then `summary` is there. Each call
    raises what the steps raise.
    """

    def __init__(self, steps: Steps, desk: Desk) -> None:
        self._steps = steps
        self._desk = desk
        self.ask: Ask | None = None
        self._summary: Summary[Any] | None = None
        self._go_on(partial(next, steps))

    @property
    def summary(self) -> Summary[Any]:
        assert self._summary is not None, "the steps have not come to their end"
        return self._summary

    def answered(self, reply: Reply) -> None:
        """Goes on with the model's reply to `ask`, which is stored first."""
        assert self.ask is not None
        try:
            answer = self._desk.keep(self.ask, reply)
        except SummarizerError as error:
            self.failed(error)
        else:
            self._go_on(partial(self._steps.send, answer))

    def failed(self, error: SummarizerError) -> None:
        """Goes on without a reply to `ask`, if the steps can."""
        self._go_on(partial(self._steps.throw, error))

    def _go_on(self, step: Callable[[], Ask]) -> None:
        """From `step` on to the next question that nothing stored answers, or to the end."""
        while True:
            try:
                self.ask = step()
            except StopIteration as end:
                self.ask, self._summary = None, end.value
                return
            try:
                stored = self._desk.stored(self.ask)
            except SummarizerError as error:
                step = partial(self._steps.throw, error)
            else:
                if stored is None:
                    return
                step = partial(self._steps.send, stored)
