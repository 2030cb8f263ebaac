"""What a summary cost: told when every price is known, else not at all."""

from __future__ import annotations

import sys

import pytest

from summarizer import ConfigurationError, Summarizer, summarize
from summarizer.pipeline.cost import Prices


def completion(sent=1_000, answered=100, model="some-model", **usage):
    counts = {"prompt_tokens": sent, "completion_tokens": answered} | usage
    return {"model": model, "created": 1_780_000_000, "usage": counts}


def test_the_users_own_prices_are_taken():
    """US dollars for a million tokens, sent and answered, over all requests."""
    prices = Prices(sent=2.0, answered=10.0)
    assert prices.of([completion(), completion(2_000, 0)]) == 0.007


def test_own_prices_go_before_listed_ones():
    """Who has a contract of their own pays what it says."""
    assert Prices(0.0, 0.0).of([completion(model="gpt-4.1")]) == 0.0


def test_models_of_openai_have_listed_prices():
    """With the extra `prices`, and tokens of a cached prompt at their own price."""
    plain = Prices().of([completion(model="gpt-4.1-2025-04-14")])
    cached = Prices().of(
        [completion(model="gpt-4.1-2025-04-14", prompt_tokens_details={"cached_tokens": 500})]
    )
    assert plain
    assert cached
    assert cached < plain


@pytest.mark.parametrize(
    "unknown",
    [
        completion(model="some-model"),
        completion(sent="?", model="gpt-4.1"),
        {"model": "gpt-4.1"},
        {},
    ],
)
def test_one_unknown_price_makes_the_sum_unknown(unknown):
    """A sum that leaves something out would be believed."""
    assert Prices().of([completion(model="gpt-4.1"), unknown]) is None


def test_usage_that_the_endpoint_did_not_tell_has_no_price():
    """Not even at the user's own prices."""
    assert Prices(1.0, 1.0).of([{"model": "m"}]) is None
    assert Prices(1.0, 1.0).of([completion(sent=None)]) is None


def test_without_the_package_nothing_is_listed(monkeypatch):
    """The extra is not needed for anything else."""
    monkeypatch.setitem(sys.modules, "genai_prices", None)
    assert Prices().of([completion(model="gpt-4.1")]) is None


def test_a_summary_tells_its_cost(stub, article):
    """Each request counts, and a replay tells the same."""
    options = {"base_url": stub.url, "model": "stub-model", "price_in": 100.0, "price_out": 1_000.0}
    summary = summarize(article, **options)
    made = summary.provenance
    expected = made.usage["prompt_tokens"] * 1e-4 + made.usage["completion_tokens"] * 1e-3
    assert made.cost_usd == pytest.approx(expected)
    assert summarize(article, **options, offline=True).provenance.cost_usd == made.cost_usd


def test_one_price_alone_is_refused(monkeypatch):
    """Half a price would make a cost that is too low."""
    monkeypatch.setenv("SUMMARIZER_PRICE_IN", "1")
    with pytest.raises(ConfigurationError, match="go together"):
        Summarizer()
