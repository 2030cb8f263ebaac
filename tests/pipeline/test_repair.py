"""Errors are sent back to the model, and its second answer is taken when it is better."""

from __future__ import annotations

import pytest

from summarizer import OutputError, summarize
from summarizer.replies import Recordings
from tests.pipeline.conftest import DRAFT, reply
from tests.stub_server import completion

INVENTED = DRAFT["agreements"][0] | {"evidence": ["They shook hands on a secret map"]}
CHANGED = DRAFT["agreements"][0] | {"evidence": ["Dorvane and Halmark agreed on Tuesday to reopen"]}


@pytest.fixture
def live(stub):
    """Options of a summarizer that asks the stub."""
    return {"base_url": stub.url, "model": "stub-model"}


def purposes(summary):
    return [(r.purpose, r.used) for r in summary.provenance.requests]


def codes(summary):
    return {finding.code for finding in summary.findings}


def test_a_summary_without_errors_is_not_sent_back(stub, live, article):
    """A clean summary costs one request."""
    assert purposes(summarize(article, **live)) == [("summarise", True)]


def test_errors_are_sent_back_with_the_articles_own_words(stub, live, article):
    """The better answer is taken; both requests are in the provenance and counted."""
    stub.will_answer(reply(agreements=[CHANGED]), reply())
    summary = summarize(article, **live)
    assert summary.errors() == []
    assert purposes(summary) == [("summarise", False), ("repair", True)]
    assert summary.provenance.usage["prompt_tokens"] == 22
    told = stub.requests[1].body["messages"][-1]["content"]
    assert "/agreements/0/evidence/0" in told
    assert "Dorvane and Halmark agreed on Monday to reopen" in told


def test_an_answer_that_is_no_better_is_not_taken(stub, live, article):
    """The first summary stays, with a note that a second was asked for."""
    stub.will_answer(reply(agreements=[INVENTED]))
    summary = summarize(article, **live)
    assert {"quote-absent", "repair-not-taken"} <= codes(summary)
    assert purposes(summary) == [("summarise", True), ("repair", False)]


def test_a_summary_that_says_nothing_is_no_better(stub, live, article):
    """Leaving everything out has fewer errors and is no repair."""
    wrong = DRAFT["agreements"][0] | {"evidence": ["invented one", "invented two words"]}
    empty = reply(headline="", overview="", parties=[], agreements=[], positions=[], next_steps=[])
    stub.will_answer(reply(agreements=[wrong]), empty)
    summary = summarize(article, **live)
    assert len(summary.content.agreements) == 1
    assert "repair-not-taken" in codes(summary)


def test_repair_can_be_switched_off_and_repeated(stub, live, article):
    """--repair 0 asks once; --repair 2 sends back what the first repair left."""
    stub.will_answer(reply(agreements=[INVENTED]))
    assert len(summarize(article, **live, repair=0).provenance.requests) == 1
    both = DRAFT["agreements"][0] | {"evidence": ["invented one", "invented two words"]}
    stub.will_answer(reply(agreements=[both]), reply(agreements=[INVENTED]), reply())
    summary = summarize(article, **live, repair=2, cache=False)
    assert purposes(summary) == [("summarise", False), ("repair", False), ("repair", True)]
    assert summary.errors() == []


@pytest.mark.parametrize("answer", [completion("no JSON"), completion(None, refusal="No.")])
def test_a_repair_that_fails_leaves_the_summary(stub, live, article, answer):
    """What there is is not lost to a second try that came to nothing."""
    stub.will_answer(reply(agreements=[INVENTED]), answer)
    summary = summarize(article, **live)
    assert {"quote-absent", "follow-up-failed"} <= codes(summary)
    assert purposes(summary) == [("summarise", True), ("repair", False)]


def test_a_repair_that_was_not_recorded_is_noted(stub, live, article, tmp_path):
    """A replay without the follow-up gives the earlier answer and says so."""
    stub.will_answer(reply(agreements=[INVENTED]))
    summarize(article, **live, repair=0, record=tmp_path / "r")
    summary = summarize(article, replay=tmp_path / "r")
    assert {"quote-absent", "follow-up-not-recorded"} <= codes(summary)


def test_unused_quotations_are_sent_only_when_asked(stub, live, article):
    """--complete asks for what is left out; by default nothing is sent back for it."""
    stub.will_answer(reply(positions=[]), reply())
    summary = summarize(article, **live)
    assert len(summary.provenance.requests) == 1
    assert summary.coverage.covered == 0
    summary = summarize(article, **live, complete=True)
    assert purposes(summary) == [("summarise", False), ("repair", True)]
    assert summary.coverage.covered == 1
    assert "We will not wait for the winter" in stub.requests[-1].body["messages"][-1]["content"]


def test_a_reply_that_cannot_be_recorded_is_no_failed_repair(stub, live, article, tmp_path):
    """A folder that takes no more recordings is not blamed on the model."""

    class Full(Recordings):
        def put(self, request, reply):
            if len(request.messages) > 2:
                raise OutputError("The disk is full.")
            super().put(request, reply)

    stub.will_answer(reply(agreements=[INVENTED]))
    with pytest.raises(OutputError, match="full"):
        summarize(article, **live, record=Full(tmp_path / "r"))
