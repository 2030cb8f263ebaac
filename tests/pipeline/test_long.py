"""Articles that go out in parts."""

from __future__ import annotations

import json
from itertools import count, pairwise
from types import SimpleNamespace

import pytest

from summarizer import Document, ModelError, ReplayMiss, Summarizer, summarize
from summarizer.parts import estimated_tokens, split
from summarizer.request import Reply
from tests.pipeline.conftest import DRAFT, NOTHING, reply
from tests.stub_server import Answer, completion

PARAGRAPH = (
    "Dorvane and Halmark agreed on point {} of the bridge, and nothing else was said of it. "
)
LONG = "A long day of talks\n\n" + "\n\n".join(
    (PARAGRAPH * 12).format(*range(n, n + 12)) for n in range(0, 480, 12)
)


def test_a_short_article_is_one_part(article):
    """An article that fits is sent whole, as it always was."""
    (part,) = split(article, 10_000)
    assert part.blocks == article.blocks
    assert part.count == 1


def test_the_parts_hold_every_block_and_overlap_by_one():
    """Nothing is lost at a border: each part begins with the last paragraph of the one before."""
    document = Document.from_text(LONG)
    parts = split(document, 1500)
    assert len(parts) > 3
    assert [part.number for part in parts] == list(range(1, len(parts) + 1))
    assert {block for part in parts for block in part.blocks} == set(document.blocks)
    title = document.blocks[0]
    for one, other in pairwise(parts):
        assert other.blocks[0] == title
        assert other.blocks[1] == one.blocks[-1]
    for part in parts:
        size = sum(estimated_tokens(document.slice(b.start, b.end)) for b in part.blocks)
        assert size <= 1500


def test_a_block_that_is_too_long_is_divided_between_sentences():
    """A text without paragraphs goes out in parts as well, each of whole sentences."""
    text = "A title\n\n" + "The talks went on for a day. " * 400 + "\n\nA short end of it all."
    document = Document.from_text(text)
    parts = split(document, 1000)
    assert len(parts) > 2
    sent = [document.slice(b.start, b.end) for part in parts for b in part.blocks[1:]]
    assert all(piece.startswith(("The talks", "A short")) for piece in sent)
    assert all(piece.endswith(".") for piece in sent)
    assert "".join(sent).count("The talks") >= 400
    for part in parts:
        assert sum(estimated_tokens(document.slice(b.start, b.end)) for b in part.blocks) < 1010


def test_a_sentence_stays_whole_however_long():
    """Where nothing can be divided, the limit gives way and not the sentence."""
    document = Document.from_text("A title\n\n" + "word " * 5000 + ".\n\nA short end of it all.")
    assert [len(part.blocks) for part in split(document, 1000)] == [2, 2]


def test_parts_are_merged_into_one_summary(stub, live):
    """Each part is asked for with the parties of those before; the same told again is one item."""
    quote = "Dorvane and Halmark agreed on point 0 of the bridge"
    first = DRAFT["agreements"][0] | {"evidence": [quote]}
    later = DRAFT["agreements"][0] | {
        "what": "The last point.",
        "evidence": ["point 479 of the bridge"],
    }
    parties = [
        {"id": "h", "name": "Halmark", "kind": "state"},
        {"id": "d", "name": "Dorvane", "kind": "state"},
    ]
    rest = reply(
        parties=parties, agreements=[later | {"parties": ["d", "h"]}], positions=[], next_steps=[]
    )
    stub.will_answer(reply(agreements=[first], positions=[]), rest)
    summary = summarize(Document.from_text(LONG), **live, max_tokens_per_call=5000)
    asked = [request.body["messages"] for request in stub.requests]
    assert len(asked) > 2
    assert "part 2 of" in asked[1][-1]["content"]
    assert '"name": "Dorvane"' in asked[1][-1]["content"]
    assert '"name"' not in asked[0][-1]["content"]
    assert [p.name for p in summary.content.parties] == ["Dorvane", "Halmark", "Ada Quill"]
    assert [(a.id, a.parties) for a in summary.content.agreements] == [
        ("a1", ["dorvane", "halmark"]),
        ("a2", ["dorvane", "halmark"]),
    ]
    assert all(r.used for r in summary.provenance.requests)
    assert summary.provenance.usage["prompt_tokens"] == 11 * len(asked)


def test_a_long_article_is_replayed_as_it_was_recorded(stub, live, tmp_path):
    """Parts are requests like any other: recorded, and played back byte for byte."""
    stub.will_answer(reply(agreements=[], positions=[], next_steps=[]))
    document = Document.from_text(LONG)
    options = {"max_tokens_per_call": 5000, "repair": 0}
    summarize(document, **live, max_tokens_per_call=5000, record=tmp_path / "r")
    one, two = (summarize(document, replay=tmp_path / "r", **options) for _ in range(2))
    assert one.model_dump_json() == two.model_dump_json()


class CountingRoom:
    """Answers every request, and notes which part it was for and when it had to be answered."""

    def __init__(self, first, again):
        self.first, self.again = first, again
        self.deadlines: list[tuple[str, float]] = []

    def ask(self, request, *, deadline):
        follows_up = len(request.messages) > 2
        self.deadlines.append(("again" if follows_up else "first", deadline))
        answer = self.again if follows_up else self.first
        return Reply(answer, seconds=1.0, origin="live", recorded="2031-05-02")

    def close(self):
        """Nothing is open."""


@pytest.fixture
def clock(monkeypatch):
    """Each look at the clock of the questions is a thousand seconds later."""
    ticks = count(start=1000, step=1000)
    watch = SimpleNamespace(monotonic=lambda: float(next(ticks)))
    monkeypatch.setattr("summarizer.pipeline.asking.time", watch)


BAD = DRAFT["agreements"][0] | {"evidence": ["Words of nobody, anywhere in it."]}


@pytest.mark.usefixtures("clock")
def test_each_part_has_the_deadline_for_itself(monkeypatch, live):
    """A long article takes as long as its parts; what follows up a part shares its time."""
    room = CountingRoom(reply(**NOTHING | {"agreements": [BAD]}), reply(**NOTHING))
    monkeypatch.setattr(Summarizer, "_model_room", lambda _: room)
    options = live | {"max_tokens_per_call": 8000, "repair": 1, "deadline": 60.0}
    summarize(Document.from_text(LONG), **options)
    parts = [deadline for kind, deadline in room.deadlines if kind == "first"]
    assert len(parts) > 1
    assert parts == [1060.0 + 1000 * n for n in range(len(parts))]
    assert [deadline for kind, deadline in room.deadlines if kind == "again"] == parts


@pytest.mark.usefixtures("clock")
def test_a_part_whose_first_reply_is_stored_has_its_time_too(monkeypatch, live):
    """Repairs that are asked for later do not share one part's time."""
    room = CountingRoom(reply(**NOTHING | {"agreements": [BAD]}), reply(**NOTHING))
    monkeypatch.setattr(Summarizer, "_model_room", lambda _: room)
    options = live | {"max_tokens_per_call": 8000, "deadline": 60.0}
    summarize(Document.from_text(LONG), **options, refresh=True)
    room.deadlines.clear()
    summarize(Document.from_text(LONG), **options | {"repair": 1})
    assert [kind for kind, _ in room.deadlines] == ["again"] * len(room.deadlines)
    assert len({deadline for _, deadline in room.deadlines}) == len(room.deadlines) > 1


def test_a_quotation_belongs_to_the_part_in_which_it_begins():
    """A speech over the border of a divided paragraph is left to no part's eyes otherwise."""
    speech = " ".join(f"We said in year {n} that it will not do." for n in range(200))
    document = Document.from_text(f'A title\n\n"{speech}" said Quill.')
    parts = split(document, 1000)
    assert len(parts) > 2
    assert [part.holds(document.text.index('"')) for part in parts].count(True) == 1


def test_a_long_paragraph_is_measured_once(monkeypatch):
    """Measuring what has been measured already would take minutes for a megabyte."""
    measured = []

    def counting(text):
        measured.append(len(text))
        return estimated_tokens(text)

    monkeypatch.setattr("summarizer.parts.estimated_tokens", counting)
    document = Document.from_text("A title\n\n" + "Переговори тривали цілий день. " * 3000)
    assert len(split(document, 5000)) > 10
    assert sum(measured) < 5 * len(document.text)


TOO_LONG = Answer({"error": {"message": "too long", "code": "context_length_exceeded"}}, status=400)
CUT_OFF = completion('{"parties": [', finish_reason="length")


@pytest.mark.parametrize("refusal", [TOO_LONG, CUT_OFF])
def test_what_one_request_cannot_hold_goes_out_in_parts(refusal, stub, live, tmp_path):
    """Whoever does not know the context of the model need not: it is said, and replayed so."""
    stub.will_answer(refusal, reply(**NOTHING))
    document = Document.from_text(LONG)
    summary = summarize(document, **live, record=tmp_path / "r")
    asked = [request.body["messages"][-1]["content"] for request in stub.requests]
    assert "of a long article" not in asked[0]
    count = len(asked) - 1
    assert count > 1
    assert all(f"part {n} of {count}" in text for n, text in enumerate(asked[1:], start=1))
    (note,) = [f for f in summary.findings if f.code == "sent-in-parts"]
    assert f"{count} parts" in note.message
    used = [r.used for r in summary.provenance.requests]
    assert used == [*([] if refusal is TOO_LONG else [False]), *[True] * count]
    one, two = (summarize(document, replay=tmp_path / "r", repair=0) for _ in range(2))
    assert one.model_dump_json() == two.model_dump_json()
    assert one.content == summary.content
    assert one.findings == summary.findings


def test_a_short_article_is_not_divided_for_that(stub, live, article):
    """Its length is not the matter: one request, and the endpoint's words."""
    stub.will_answer(TOO_LONG)
    with pytest.raises(ModelError, match="too long"):
        summarize(article, **live)
    assert len(stub.requests) == 1


def test_where_no_part_is_small_enough_the_first_error_is_told(stub, live):
    """After a few tries, each of half the size."""
    stub.will_answer(TOO_LONG)
    with pytest.raises(ModelError) as caught:
        summarize(Document.from_text(LONG), **live)
    assert caught.value.reason == "too-long"
    assert len(stub.requests) < 8


def test_a_long_article_that_was_not_recorded_is_a_miss(tmp_path):
    """The miss that is told is that of the article as the settings send it."""
    with pytest.raises(ReplayMiss):
        summarize(Document.from_text(LONG), replay=tmp_path)


QUOTA = Answer({"error": {"message": "no money", "code": "insufficient_quota"}}, status=429)


@pytest.mark.parametrize("refusal", [TOO_LONG, CUT_OFF])
def test_what_fails_for_another_reason_later_is_told(refusal, stub, live):
    """To lower the size would be the wrong advice to whose quota is used up."""
    stub.will_answer(refusal, reply(**NOTHING), QUOTA)
    with pytest.raises(ModelError) as caught:
        summarize(Document.from_text(LONG), **live)
    assert caught.value.reason == "quota"
    assert caught.value.exit_code == 5


def test_a_replay_never_mixes_two_models(stub, live, tmp_path):
    """One was cut off, another refused the whole: the parts played back are of one of them."""
    folder, document = tmp_path / "r", Document.from_text(LONG)
    for model, refusal in (("first-model", CUT_OFF), ("second-model", TOO_LONG)):
        stub.will_answer(refusal, reply(**NOTHING))
        summarize(document, **live | {"model": model}, record=folder)
    summary = summarize(document, replay=folder, repair=0)
    recorded = {
        json.loads(file.read_text(encoding="utf-8"))["request"]["model"]
        for file in folder.iterdir()
        if file.stem in {r.key[:16] for r in summary.provenance.requests}
    }
    assert recorded == {summary.provenance.model}


@pytest.mark.parametrize("refusal", [TOO_LONG, CUT_OFF])
def test_a_re_ask_that_is_too_long_leads_to_parts_as_well(refusal, stub, live, tmp_path):
    """A reply that does not parse is part of the request for another one."""
    stub.will_answer(completion("no JSON"), refusal, reply(**NOTHING))
    document = Document.from_text(LONG)
    summary = summarize(document, **live, record=tmp_path / "r")
    assert "sent-in-parts" in [finding.code for finding in summary.findings]
    for stored in ({"replay": tmp_path / "r", "repair": 0}, live | {"offline": True}):
        again = summarize(document, **stored)
        assert again.content == summary.content
        assert again.findings == summary.findings
