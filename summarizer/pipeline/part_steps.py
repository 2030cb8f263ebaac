"""One part of an article (mostly all of it): the first summary, its repairs, further passes."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from pydantic import BaseModel

from summarizer.document import Document
from summarizer.draft import DraftError, read_reply, reply_text
from summarizer.errors import ModelError, ReplayMiss
from summarizer.grounding import ground_content
from summarizer.merging import merge
from summarizer.parts import Part
from summarizer.pipeline.asking import Answer, Ask, Asking
from summarizer.pipeline.assemble import Checked, checked
from summarizer.pipeline.repair import (
    errors_told,
    is_better,
    left_as_it_was,
    left_out,
    not_taken,
    proved,
)
from summarizer.profile import Profile
from summarizer.prompting import MOST_PROBLEMS, build_pass, build_re_ask, build_repair
from summarizer.request import ModelRequest, Purpose
from summarizer.schemas.evidence import as_draft
from summarizer.summary import Finding


@dataclass
class PartSteps:
    """Summarises one part; `answers` and `notes` tell afterwards how it went.

    `repair` is how often errors that the audit finds are sent back, `complete` whether unused
    passages are sent with them, `passes` how often in all the article is gone through, `opening`
    whether nothing has been answered before.
    """

    document: Document
    profile: Profile
    part: Part
    repair: int
    complete: bool
    passes: int
    opening: bool
    answers: list[Answer] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)

    def run(self, request: ModelRequest) -> Asking[Checked]:
        """The best that was made of the part. Raises what makes anything impossible.

        A repair or pass that the model or the recordings do not answer leaves what there is, with a
        note that says so; a reply that cannot be stored, say, is an error like any other.
        """
        best = yield from self._drafted(request)
        best = yield from self._repaired(best)
        return (yield from self._completed(best))

    def _drafted(self, request: ModelRequest) -> Asking[Checked]:
        """The first draft. A reply that does not parse is asked for once more."""
        used = yield from self._ask(request, "summarise")
        try:
            content = self._read(used)
        except DraftError as error:
            again = build_re_ask(self._asked, reply_text(used.reply) or "", error.places)
            try:
                used = yield from self._ask(again, "re-ask")
            except (ModelError, ReplayMiss) as failed:
                raise error from failed
            content = self._read(used)
        used.used = True
        return self._checked(content)

    def _repaired(self, best: Checked) -> Asking[Checked]:
        """The best of the tries in which errors are sent back to the model."""
        for _ in range(self.repair):
            lines = errors_told(best)
            if self.complete:
                lines += [f"Not used: {line}" for line in left_out(best, self.part).values()]
            if not lines:
                break
            before = next(answer for answer in self.answers if answer.used)
            request = build_repair(self._asked, reply_text(before.reply) or "", lines)
            try:
                answer = yield from self._ask(request, "repair")
                tried = self._checked(self._read(answer))
            except (ModelError, ReplayMiss) as error:
                self.notes.append(left_as_it_was(error))
                break
            if not is_better(tried, best, self.part):
                self.notes.append(not_taken())
                break
            before.used, answer.used, best = False, True, tried
        return best

    def _completed(self, best: Checked) -> Asking[Checked]:
        """What further passes add: each is shown what is left out and none was shown before."""
        seen: set[tuple[int, int]] = set()
        for _ in range(self.passes - 1):
            left = [item for item in left_out(best, self.part).items() if item[0] not in seen]
            shown = dict(left[:MOST_PROBLEMS])
            if not shown:
                break
            seen |= shown.keys()
            so_far = json.dumps(as_draft(best.content), ensure_ascii=False)
            request = build_pass(self._asked, so_far, shown.values())
            try:
                answer = yield from self._ask(request, "pass")
                more = self._read(answer)
            except (ModelError, ReplayMiss) as error:
                self.notes.append(left_as_it_was(error))
                break
            ground_content(more, self.document)
            tried = self._checked(merge([best.content, more]))
            answer.gained = len(proved(tried, shown.keys() - left_out(tried, self.part).keys()))
            if answer.gained and len(tried.errors) <= len(best.errors):
                answer.used, best = True, tried
        return best

    @property
    def _asked(self) -> ModelRequest:
        """The first request, as it was really answered: follow-ups ask the same model."""
        return self.answers[0].request

    def _ask(self, request: ModelRequest, purpose: Purpose) -> Asking[Answer]:
        opening = self.opening and not self.answers
        answer = yield Ask(request, purpose, self.part.number, self.part.count, opening)
        self.answers.append(answer)
        return answer

    def _read(self, answer: Answer) -> BaseModel:
        name = self.profile.draft_schema["name"]
        return read_reply(answer.reply, self.profile.schema, name=name)

    def _checked(self, content: BaseModel) -> Checked:
        return checked(content, self.document, self._asked.messages[0]["content"])
