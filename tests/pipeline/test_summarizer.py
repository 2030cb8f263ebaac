"""From an article to a summary by way of a model, its replies kept and played back."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys

import pytest

from summarizer import (
    ConfigurationError,
    Document,
    ModelError,
    Profile,
    ReplayMiss,
    Summarizer,
    Summary,
    UsageError,
    asummarize,
    summarize,
)
from summarizer.schemas.negotiation import Negotiation
from tests.pipeline.conftest import ARTICLE, DRAFT, reply
from tests.stub_server import Answer, completion

KEY = "sk-canary-8d1f0a63c97e"


@pytest.fixture
def live(stub):
    """Options of a summarizer that asks the stub."""
    return {"base_url": stub.url, "api_key": KEY, "model": "stub-model"}


def test_a_reply_becomes_a_grounded_summary(stub, live, article):
    """Quotes are found, with curly marks for straight ones; attribution is filled in by rule."""
    summary = summarize(article, **live)
    evidence = summary.content.positions[0].evidence[0]
    assert (evidence.match, evidence.normalised) == ("exact", True)
    span = evidence.span
    assert ARTICLE[span.start : span.end] == '"We will not wait for the winter,"'
    assert summary.content.agreements[0].attribution == "article"
    assert summary.findings == []
    assert summary.provenance.model == "stub-model"
    assert summary.provenance.usage == {"prompt_tokens": 11, "completion_tokens": 7}
    assert [r.purpose for r in summary.provenance.requests] == ["summarise"]


def test_a_summary_survives_json_without_loss(live, article):
    """A summary written as JSON and read back is equal to itself."""
    summary = summarize(article, **live)
    assert Summary[Negotiation].model_validate_json(summary.model_dump_json()) == summary


def test_no_reply_can_call_itself_verified(stub, live, article):
    """A reply that claims an exact match for an invented quote comes out absent."""
    forged = [{"text": "They all lived happily", "match": "exact", "span": {"start": 0, "end": 9}}]
    agreement = DRAFT["agreements"][0] | {"evidence": forged, "attribution": "corroborated"}
    stub.will_answer(reply(agreements=[agreement]))
    content = summarize(article, **live).content
    assert content.agreements[0].evidence[0].match == "absent"
    assert content.agreements[0].evidence[0].span is None
    assert content.agreements[0].attribution == "article"


def test_the_second_run_is_served_from_the_cache(stub, live, article):
    """A reply is bought once."""
    first, second = summarize(article, **live), summarize(article, **live)
    assert len(stub.requests) == 1
    assert (first.provenance.reply, second.provenance.reply) == ("live", "cache")
    assert without_source(first) == without_source(second)


def without_source(summary):
    """The summary as JSON, but for where its replies came from."""
    data = summary.model_dump(mode="json")
    data["provenance"].pop("reply")
    for request in data["provenance"]["requests"]:
        request.pop("reply")
    return data


def test_refresh_and_no_cache_ask_anew(stub, live, article):
    """--refresh overlooks what is stored, --no-cache stores nothing."""
    summarize(article, **live)
    summarize(article, **live, refresh=True)
    summarize(article, **live, cache=False)
    assert len(stub.requests) == 3


def test_a_recording_is_played_back_byte_for_byte(stub, live, article, tmp_path):
    """Two replays are equal byte for byte, need no key, no model name and no endpoint."""
    recorded = summarize(article, **live, record=tmp_path / "recordings")
    asked = len(stub.requests)
    one = summarize(article, replay=tmp_path / "recordings")
    two = summarize(article, replay=tmp_path / "recordings")
    assert one.model_dump_json() == two.model_dump_json()
    assert len(stub.requests) == asked
    assert one.provenance.reply == "recording"
    assert one.provenance.model == "stub-model"
    assert without_source(one) == without_source(recorded)


def test_a_model_in_the_environment_does_not_choose_the_recording(
    live, article, tmp_path, monkeypatch
):
    """The model is the recording's own unless the caller names one."""
    summarize(article, **live, record=tmp_path / "r")
    monkeypatch.setenv("SUMMARIZER_MODEL", "of-the-environment")
    assert summarize(article, replay=tmp_path / "r").provenance.model == "stub-model"


def test_recording_takes_what_the_cache_has(stub, live, article, tmp_path):
    """A reply that was bought before is recorded without being bought again."""
    summarize(article, **live)
    summarize(article, **live, record=tmp_path / "recordings")
    assert len(stub.requests) == 1
    assert len(list((tmp_path / "recordings").glob("*.json"))) == 1


def test_origin_says_who_answered(live, article, tmp_path):
    """A reply by a person is not passed off as a live one."""
    summarize(article, **live, record=tmp_path / "r", origin="written by hand")
    assert summarize(article, replay=tmp_path / "r").provenance.origin == "written by hand"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"model": "another"}, "model"),
        ({"model": "stub-model", "temperature": 0.5}, "temperature"),
        ({"model": "stub-model", "language": "French"}, "prompt"),
    ],
)
def test_a_miss_names_the_field_that_differs(live, article, tmp_path, change, told):
    """A replay that misses says what is other than in the recording, and exits with 3."""
    summarize(article, **live, record=tmp_path / "r")
    with pytest.raises(ReplayMiss, match=told) as missed:
        summarize(article, **change, replay=tmp_path / "r")
    assert missed.value.exit_code == 3


def test_a_changed_article_misses(live, article, tmp_path):
    """One character more is another article."""
    summarize(article, **live, record=tmp_path / "r")
    with pytest.raises(ReplayMiss, match="article"):
        summarize(Document.from_text(ARTICLE + "!"), replay=tmp_path / "r")


def test_offline_takes_cached_replies_only(stub, live, article):
    """--offline asks nobody: it is served from the cache, or misses."""
    with pytest.raises(ReplayMiss):
        summarize(article, **live, offline=True)
    summarize(article, **live)
    assert summarize(article, **live, offline=True).provenance.reply == "cache"
    assert len(stub.requests) == 1


def test_a_reply_that_does_not_parse_is_asked_for_once_more(stub, live, article):
    """The second request tells where the first reply was wrong; both are in the provenance."""
    wrong = DRAFT["positions"][0] | {"form": "shouted"}
    stub.will_answer(reply(positions=[wrong]), reply())
    provenance = summarize(article, **live).provenance
    assert [r.purpose for r in provenance.requests] == ["summarise", "re-ask"]
    assert provenance.usage == {"prompt_tokens": 22, "completion_tokens": 14}
    messages = stub.requests[1].body["messages"]
    assert [m["role"] for m in messages] == ["system", "user", "assistant", "user"]
    assert "form" in messages[-1]["content"]


def test_a_reply_that_is_wrong_twice_is_an_error(stub, live, article):
    """There is no third try."""
    stub.will_answer(completion("I would rather not use JSON."))
    with pytest.raises(ModelError) as failed:
        summarize(article, **live)
    assert failed.value.reason == "malformed"
    assert len(stub.requests) == 2


def test_a_re_ask_that_was_not_recorded_leaves_the_first_fault(stub, live, article, tmp_path):
    """A replay whose follow-up is missing tells of the reply that did not parse."""
    stub.will_answer(completion("{"), reply())
    summarize(article, **live, record=tmp_path / "r")
    for path in (tmp_path / "r").glob("*.json"):
        if len(json.loads(path.read_text(encoding="utf-8"))["request"]["messages"]) > 2:
            path.unlink()
    with pytest.raises(ModelError) as failed:
        summarize(article, replay=tmp_path / "r")
    assert failed.value.reason == "malformed"


def test_a_refusal_is_not_served_again(stub, live, article):
    """A reply that is not whole is kept for inspection only: the next run asks again."""
    stub.will_answer(completion(None, refusal="I cannot help with that."), reply())
    with pytest.raises(ModelError, match="cannot help") as failed:
        summarize(article, **live)
    assert failed.value.reason == "refused"
    assert summarize(article, **live).provenance.reply == "live"


def test_the_asynchronous_way_gives_the_same(live, article):
    """Asummarize in an event loop, several at once."""

    async def three():
        return await asyncio.gather(*(asummarize(article, **live, cache=False) for _ in range(3)))

    expected = summarize(article, **live, cache=False)
    for summary in asyncio.run(three()):
        assert summary.content == expected.content
        assert summary.provenance.request_key == expected.provenance.request_key


def test_a_client_of_the_callers_own_is_used(stub, article):
    """A client that the caller has made is asked, with the caller's settings of it."""
    from openai import OpenAI

    client = OpenAI(api_key=KEY, base_url=stub.url, max_retries=0)
    with client, Summarizer(model="stub-model", client=client) as summarizer:
        assert summarizer.summarize(article).provenance.answered_by == "stub-model"


def test_tools_mode_has_the_same_key_and_result(stub, live, article):
    """How the endpoint is told the schema is no part of the request."""
    from tests.stub_server import tool_completion

    plain = summarize(article, **live, cache=False)
    stub.will_answer(tool_completion(json.dumps(DRAFT), stub_tool_name(stub)))
    tools = summarize(article, **live, mode="tools", cache=False)
    assert tools.provenance.request_key == plain.provenance.request_key
    assert tools.content == plain.content


def stub_tool_name(stub):
    return stub.requests[0].body["response_format"]["json_schema"]["name"]


def test_an_endpoint_without_a_named_model_lists_its_models(stub, article):
    """A base URL that is not OpenAI's needs a model's name: the message has the names."""
    stub.will_answer({"object": "list", "data": [{"id": "small", "object": "model"}]})
    with pytest.raises(ConfigurationError, match="small") as refused:
        summarize(article, base_url=stub.url)
    assert refused.value.exit_code == 3


def test_a_model_without_a_key_is_a_configuration_error(article):
    """--engine model with nothing to ask says what to set."""
    with pytest.raises(ConfigurationError, match="OPENAI_API_KEY"):
        summarize(article, engine="model")


def test_the_extractive_engine_refuses_other_schemas(article, tmp_path):
    """Rules can fill the negotiation schema alone, and say so."""
    (tmp_path / "own.md").write_text(
        "---\nname: own\nversion: 1\ndescription: d\nschema: own.py:Own\n---\nRead.\n",
        encoding="utf-8",
    )
    (tmp_path / "own.py").write_text(
        "from pydantic import BaseModel\nfrom summarizer.schemas.evidence import Quote\n\n\n"
        "class Own(BaseModel):\n    point: str\n    proof: Quote\n",
        encoding="utf-8",
    )
    with pytest.raises(UsageError, match="own@1"):
        summarize(article, profile=tmp_path / "own.md")


def test_a_profile_of_ones_own_is_grounded_with_no_further_code(stub, live, article, tmp_path):
    """Any pydantic model that holds a Quote gets spans and findings."""
    test_the_extractive_engine_refuses_other_schemas(article, tmp_path)
    stub.will_answer(completion('{"point": "p", "proof": "We will wait for the winter"}'))
    summary = summarize(article, **live, profile=Profile(tmp_path / "own.md"))
    assert summary.content.proof.match == "altered"
    assert [f.code for f in summary.errors()] == ["quote-altered"]


def test_many_articles_keep_their_order_and_their_failures(live, article, tmp_path):
    """Outcomes come in order; a failure is one of them and stops no other."""
    sources = [article, tmp_path / "gone.txt", article]
    with Summarizer(**live) as summarizer:
        outcomes = list(summarizer.summarize_many(sources, jobs=3))
    assert [o.source for o in outcomes] == sources
    assert [o.error is None for o in outcomes] == [True, False, True]


def test_the_key_is_nowhere(stub, live, article, tmp_path, capfd):
    """No output, recording, cache or error text has the key, in any outcome."""
    texts = []
    for answer in (Answer(reply()), Answer({"error": {"message": f"bad key {KEY}"}}, status=401)):
        stub.will_answer(answer)
        try:
            with Summarizer(**live, record=tmp_path / "r", refresh=True) as summarizer:
                texts.append(repr(summarizer.settings))
                texts.append(summarizer.summarize(article).model_dump_json())
        except ModelError as error:
            texts += [str(error), repr(error)]
    texts += capfd.readouterr()
    texts += [p.read_bytes().decode("latin-1") for p in tmp_path.rglob("*") if p.is_file()]
    assert len(texts) > 5
    assert not [text for text in texts if KEY[-12:] in text]


def test_a_replay_loads_neither_openai_nor_instructor(live, article, tmp_path):
    """Replaying is quick and works where the openai package cannot even be imported."""
    summarize(article, **live, record=tmp_path / "r")
    code = (
        "import sys\n"
        "sys.modules['openai'] = sys.modules['instructor'] = None\n"
        "from summarizer import Document, summarize\n"
        f"s = summarize(Document.from_text({ARTICLE!r}), replay={str(tmp_path / 'r')!r})\n"
        "print(s.provenance.reply)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "recording\n"
