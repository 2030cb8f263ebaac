"""What the requests of a run were made for, what they took, and what the further ones brought."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarizer.summary import Provenance, RequestRecord


@dataclass
class Requests:
    """The requests of one purpose, summed over articles; the passes are numbered, from 2.

    `used` counts those whose reply the summary was made of. `gained` counts the passages
    (quotations, sentences on agreements) that no item used before a pass and some item after it;
    None for other purposes. Tokens as the endpoint counted them; seconds of waiting for replies.
    """

    purpose: str
    made: int = 0
    used: int = 0
    gained: int | None = None
    tokens_in: int = 0
    tokens_out: int = 0
    seconds: float = 0.0

    def add(self, record: RequestRecord) -> None:
        self.made += 1
        self.used += record.used
        if record.gained is not None:
            self.gained = (self.gained or 0) + (record.gained if record.used else 0)
        self.tokens_in += record.tokens("prompt_tokens") or 0
        self.tokens_out += record.tokens("completion_tokens") or 0
        self.seconds += record.seconds


def requests_by_purpose(provenances: Iterable[Provenance]) -> list[Requests]:
    """One for each purpose that occurs: the first request, then what followed, passes last."""
    sums: dict[str, Requests] = {}
    for provenance in provenances:
        for purpose, record in _named(provenance.requests):
            sums.setdefault(purpose, Requests(purpose)).add(record)
    order = ("summarise", "re-ask", "repair")
    first = [sums.pop(purpose) for purpose in order if purpose in sums]
    return first + sorted(sums.values(), key=lambda one: int(one.purpose.split()[-1]))


def _named(records: Iterable[RequestRecord]) -> Iterator[tuple[str, RequestRecord]]:
    """Each record with its purpose; the first pass after a first request is `pass 2`."""
    passes = 1
    for record in records:
        if record.purpose == "summarise":
            passes = 1
        if record.purpose != "pass":
            yield record.purpose, record
        else:
            passes += 1
            yield f"pass {passes}", record
