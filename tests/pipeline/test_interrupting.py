"""Ctrl-C in the middle of a run: what is paid for is kept, and nothing more is asked."""

from __future__ import annotations

import threading

import pytest

from summarizer import Summarizer
from tests.pipeline.conftest import DRAFT, reply

INVENTED = DRAFT["agreements"][0] | {"evidence": ["They shook hands on a secret map"]}


def test_replies_under_way_are_kept_and_no_repair_is_asked(stub, article):
    """The user is told what is waited for; the reply is in the cache; its errors go nowhere."""
    stub.will_answer(reply(agreements=[INVENTED]))
    arrived, told, answer = threading.Event(), threading.Event(), stub.next_answer

    def answered_once_told(asked):
        arrived.set()
        assert told.wait(10)
        return answer(asked)

    def sources():
        yield article
        assert arrived.wait(10)
        raise KeyboardInterrupt

    def notice(message):
        if "Ctrl-C again" in message:
            told.set()

    stub.next_answer = answered_once_told
    live = {"base_url": stub.url, "model": "stub-model"}
    with (
        Summarizer(**live, notice=notice) as summarizer,
        pytest.raises(KeyboardInterrupt),
    ):
        list(summarizer.summarize_many(sources()))
    assert len(stub.requests) == 1
    kept = Summarizer(**live, offline=True, repair=0).summarize(article)
    assert kept.provenance.reply == "cache"


def test_the_summarizer_can_be_used_after(stub, article):
    """An interrupted run leaves nothing behind that stops the next one."""

    def sources():
        raise KeyboardInterrupt
        yield article

    with Summarizer(base_url=stub.url, model="stub-model") as summarizer:
        with pytest.raises(KeyboardInterrupt):
            list(summarizer.summarize_many(sources()))
        assert summarizer.summarize(article).content.agreements
