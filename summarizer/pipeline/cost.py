"""What replies cost, at prices that the user names: they are many, and change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.summary import RequestRecord

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Prices:
    """US dollars for a million tokens sent and answered; None where the user has named none."""

    sent: float | None = None
    answered: float | None = None

    def of(self, requests: Iterable[RequestRecord]) -> float | None:
        """What all `requests` cost together, in US dollars, rounded to a millionth.

        None when no prices are named, or the tokens of one of them are not told: a sum that is
        too low would be believed.
        """
        if self.sent is None or self.answered is None:
            return None
        total = 0.0
        for request in requests:
            sent, answered = request.tokens("prompt_tokens"), request.tokens("completion_tokens")
            if sent is None or answered is None:
                return None
            total += sent / _MILLION * self.sent + answered / _MILLION * self.answered
        return round(total, 6)
