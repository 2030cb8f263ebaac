"""Further passes, and repairs, for what was left out."""

from __future__ import annotations

import json

from summarizer import Document, summarize
from summarizer.prompting import MOST_PROBLEMS
from tests.pipeline.conftest import DRAFT, NOTHING, reply
from tests.stub_server import completion

UNQUOTED = (
    "Talks in Dorvane\n\nDorvane will open the bridge in May. "
    "Dorvane and Halmark signed an accord on fish on Monday."
)
STATES = [{"id": name, "name": name.title(), "kind": "state"} for name in ("dorvane", "halmark")]
ACCORD = DRAFT["agreements"][0] | {
    "what": "Dorvane and Halmark agree on fish.",
    "evidence": ["Dorvane and Halmark signed an accord on fish on Monday."],
}


def test_a_second_pass_adds_what_was_left_out(stub, live, article):
    """The model is shown the quotation that no item uses, and what it adds is merged."""
    more = {"parties": DRAFT["parties"], "positions": DRAFT["positions"], "agreements": []}
    stub.will_answer(reply(positions=[]), reply(**more, next_steps=[]))
    summary = summarize(article, **live, passes=3)
    assert [(r.purpose, r.used, r.gained) for r in summary.provenance.requests] == [
        ("summarise", True, None),
        ("pass", True, 1),
    ]
    assert summary.coverage.covered == 1
    assert len(summary.content.agreements) == 1
    assert len(summary.content.parties) == 3
    told = stub.requests[1].body["messages"]
    assert "We will not wait for the winter" in told[-1]["content"]
    assert (
        json.loads(told[-2]["content"])["agreements"][0]["evidence"]
        == DRAFT["agreements"][0]["evidence"]
    )


def test_a_pass_is_shown_a_sentence_that_may_tell_of_an_agreement(stub, live):
    """An article without quotation marks has nothing else that could be left out."""
    stub.will_answer(
        reply(parties=STATES, **NOTHING),
        reply(parties=STATES, **NOTHING | {"agreements": [ACCORD]}),
    )
    summary = summarize(Document.from_text(UNQUOTED), **live, passes=2)
    told = stub.requests[1].body["messages"][-1]["content"]
    assert 'perhaps an agreement: "Dorvane and Halmark signed an accord' in told
    assert summary.provenance.requests[1].gained == 1
    assert [a.evidence[0].match for a in summary.content.agreements] == ["exact"]


def test_what_was_declined_is_not_asked_for_again(stub, live, article):
    """No more passes are paid for once all that is left out has been shown."""
    empty = reply(parties=[], agreements=[], positions=[], next_steps=[])
    stub.will_answer(reply(positions=[]), empty)
    summary = summarize(article, **live, passes=5)
    assert [(r.purpose, r.used) for r in summary.provenance.requests] == [
        ("summarise", True),
        ("pass", False),
    ]


def test_a_pass_that_fails_leaves_what_there_is(stub, live, article):
    """A refusal of the second pass is a note, not a failure."""
    stub.will_answer(reply(positions=[]), completion(None, refusal="No."))
    summary = summarize(article, **live, passes=2)
    assert "follow-up-failed" in [f.code for f in summary.findings]
    assert len(summary.content.agreements) == 1


def test_without_uncovered_quotations_there_is_no_second_pass(stub, live, article):
    """A pass is made only for something."""
    assert len(summarize(article, **live, passes=2).provenance.requests) == 1


def test_a_repair_that_only_uses_what_was_left_out_is_taken(stub, live):
    """With `complete`, a sentence on an agreement counts as a quotation does."""
    stub.will_answer(
        reply(parties=STATES, **NOTHING),
        reply(parties=STATES, **NOTHING | {"agreements": [ACCORD]}),
    )
    options = live | {"repair": 1, "complete": True}
    summary = summarize(Document.from_text(UNQUOTED), **options)
    assert [(r.purpose, r.used) for r in summary.provenance.requests] == [
        ("summarise", False),
        ("repair", True),
    ]


def test_a_pass_shows_what_no_pass_has_shown(stub, live):
    """Declined once is declined: the next pass is for the others, and then there are no more."""
    quoted = [f'"We will see to bridge {n} on our own," Quill said.' for n in range(50)]
    document = Document.from_text("A long day of talks\n\n" + "\n\n".join(quoted))
    stub.will_answer(*[reply(**NOTHING)] * 3)
    summary = summarize(document, **live, passes=5)
    assert [r.purpose for r in summary.provenance.requests] == ["summarise", "pass", "pass"]
    shown = [request.body["messages"][-1]["content"] for request in stub.requests[1:]]
    assert [text.count("on our own") for text in shown] == [MOST_PROBLEMS, 50 - MOST_PROBLEMS]


def test_a_pass_that_only_alters_gains_nothing(stub, live):
    """A sentence is used when its words stand in the evidence, and by nothing like them."""
    text = "Talks\n\nNothing else was said.\n\nDorvane and Halmark signed an accord on Monday."
    altered = DRAFT["agreements"][0] | {"evidence": ["Dorvane and Halmark signed ... on Monday."]}
    stub.will_answer(reply(**NOTHING), reply(**NOTHING | {"agreements": [altered]}))
    summary = summarize(Document.from_text(text), **live, passes=2)
    assert [(r.used, r.gained) for r in summary.provenance.requests] == [(True, None), (False, 0)]
