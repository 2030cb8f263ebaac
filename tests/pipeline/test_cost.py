"""What a summary cost: told where prices are named and all tokens known, else not at all."""

from __future__ import annotations

import pytest

from summarizer import ConfigurationError, Summarizer, summarize
from summarizer.pipeline.cost import Prices
from summarizer.summary import RequestRecord

UNTOLD = RequestRecord(purpose="summarise", key="k", reply="live")


def request(sent=1_000, answered=100):
    usage = {"prompt_tokens": sent, "completion_tokens": answered}
    return RequestRecord(purpose="summarise", key="k", reply="live", usage=usage)


def test_the_users_own_prices_are_taken():
    """US dollars for a million tokens, sent and answered, over all requests."""
    prices = Prices(sent=2.0, answered=10.0)
    assert prices.of([request(), request(2_000, 0)]) == 0.007


def test_without_prices_no_cost_is_told():
    """Nor with one of the two."""
    assert Prices().of([request()]) is None
    assert Prices(sent=1.0).of([request()]) is None
    assert Prices(0.0, 0.0).of([request()]) == 0.0


@pytest.mark.parametrize("untold", [request(sent="?"), request(answered=None), UNTOLD])
def test_usage_that_is_not_told_makes_the_sum_unknown(untold):
    """A sum that leaves something out would be believed."""
    assert Prices(1.0, 1.0).of([request(), untold]) is None


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


@pytest.mark.parametrize("price", ["inf", "nan", "-1", "1e9"])
def test_a_price_that_is_none_is_refused(price, monkeypatch):
    """Before anything is asked."""
    monkeypatch.setenv("SUMMARIZER_PRICE_IN", price)
    monkeypatch.setenv("SUMMARIZER_PRICE_OUT", "1")
    with pytest.raises(ConfigurationError, match="price_in"):
        Summarizer(engine="extractive")
