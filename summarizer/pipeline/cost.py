"""What replies cost: at the user's own prices, or at OpenAI's as the package genai-prices has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Prices:
    """US dollars for a million tokens sent and answered; None where the user has named none."""

    sent: float | None = None
    answered: float | None = None

    def of(self, completions: Iterable[dict[str, Any]]) -> float | None:
        """What all `completions` cost together, in US dollars, rounded to a millionth.

        None when it is not known of every one of them: a sum that is too low is worse than none.
        """
        price = _listed if self.sent is None or self.answered is None else self._own
        costs = [price(completion) for completion in completions]
        known = [cost for cost in costs if cost is not None]
        return round(sum(known), 6) if len(known) == len(costs) else None

    def _own(self, completion: dict[str, Any]) -> float | None:
        usage = completion.get("usage")
        if not isinstance(usage, dict):
            return None
        sent, answered = usage.get("prompt_tokens"), usage.get("completion_tokens")
        if not isinstance(sent, int) or not isinstance(answered, int):
            return None
        return (sent * (self.sent or 0) + answered * (self.answered or 0)) / _MILLION


def _listed(completion: dict[str, Any]) -> float | None:
    """By the model that answered; None without the package, and for a model that it does not list."""
    try:
        from genai_prices import extract_usage
    except ModuleNotFoundError:
        return None
    try:
        used = extract_usage(completion, provider_id="openai", api_flavor="chat")
        return float(used.calc_price().total_price)
    except (LookupError, ValueError):
        return None
