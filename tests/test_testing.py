"""The pytest plugin, from the outside: small projects of a user's, run by pytest in this process."""

from __future__ import annotations

import functools
import json
import shutil
from pathlib import Path

import pytest

import summarizer.model
import summarizer.pipeline  # noqa: F401 - loaded here once, they serve all runs in this process
from summarizer import Document, Profile
from summarizer.prompting import build_request
from summarizer.replies import Recordings
from summarizer.request import Reply
from tests.stub_server import StubServer, completion

DEAL = """
from summarizer.schemas.evidence import Quote, Record

class Deal(Record):
    buyer: str
    price: Quote
"""
PROMPT = """---
name: deal
version: 1
schema: deal_schemas.py:Deal
description: Who buys what
---
Say who buys, and the price.
"""
REPLY = json.dumps({"buyer": "Arvenia", "price": "nine barges"})
HELPERS = """
from pathlib import Path
import pytest
from summarizer import Document, Summarizer

PROFILE = Path(__file__).parent / "deal.md"
ARTICLE = Document.from_text("Arvenia pays nine barges for the harbour, Ilka Vel said.")
"""
PASSES = """
def test_price(recorded_summarizer):
    summary = recorded_summarizer("stub-model", profile=PROFILE).summarize(ARTICLE)
    assert summary.content.price.match == "exact"
"""


@pytest.fixture
def project(pytester):
    """A function that writes the tests of a user's project, besides its prompt and schema."""
    pytester.makefile(".md", deal=PROMPT)
    pytester.makepyfile(deal_schemas=DEAL)

    def write(tests: str) -> Path:
        pytester.makepyfile(test_deal=HELPERS + tests)
        return pytester.path / "recordings" / "test_deal"

    return write


@pytest.fixture
def run(pytester):
    """A function that runs the project's tests in this process, which is faster than in another."""
    return functools.partial(pytester.runpytest, "-p", "no:hypothesispytest")


@pytest.fixture
def stub(monkeypatch):
    """An endpoint on loopback that the settings name, with a key."""
    with StubServer() as server:
        server.will_answer(completion(REPLY))
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-canary-of-the-plugin")
        yield server


@pytest.fixture
def recorded(project, pytester):
    """A project with one passing test and its recording, as `--summarizer-record` makes it."""
    folder = project(PASSES)
    article = Document.from_text("Arvenia pays nine barges for the harbour, Ilka Vel said.")
    profile = Profile(pytester.path / "deal.md")
    request = build_request(article, profile, model="stub-model", parameters={})
    Recordings(folder).put(request, Reply(completion(REPLY), 0.5, "live", "2031-05-02"))
    return folder


def test_records_then_replays(project, pytester, stub, monkeypatch):
    """With the flag replies are fetched and written, without it they are replayed."""
    folder = project(PASSES)
    pytester.runpytest_subprocess("--summarizer-record").assert_outcomes(passed=1)
    (path,) = folder.iterdir()
    assert b"sk-canary" not in path.read_bytes()
    monkeypatch.delenv("OPENAI_BASE_URL")
    monkeypatch.delenv("OPENAI_API_KEY")
    pytester.runpytest_subprocess().assert_outcomes(passed=1)
    assert len(stub.requests) == 1


def test_recording_again_asks_for_what_is_missing_only(recorded, project, pytester, stub):
    """With the flag a recording that fits is played: only a new request reaches the model."""
    project(PASSES + PASSES.replace("price(", "again(").replace("stub-model", "newer-model"))
    pytester.runpytest_subprocess("--summarizer-record").assert_outcomes(passed=2)
    assert [asked.body["model"] for asked in stub.requests] == ["newer-model"]
    assert len(list(recorded.iterdir())) == 2


def test_model_may_be_left_open(recorded, project, run):
    """A test that names no model gets that of the recording."""
    project(PASSES.replace('"stub-model", ', ""))
    run().assert_outcomes(passed=1)


def test_miss_names_the_field_and_the_flag(recorded, project, run):
    """A request that is not recorded fails its test, and the message says how to record it."""
    project(PASSES.replace("stub-model", "other-model"))
    result = run()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        ["*differs from the nearest*in the model*", "*pytest --summarizer-record*"]
    )


def test_unused_recording_fails(recorded, run):
    """A recording that no test of the module used fails the module, by name."""
    (path,) = recorded.iterdir()
    shutil.copy(path, path.with_name("left-over.json"))
    result = run()
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*No test used these recordings in *test_deal: left-over.json.*"])


MORE_TESTS = """
def test_other(recorded_summarizer):
    {body}
"""


@pytest.mark.parametrize(
    ("body", "arguments", "outcome"),
    [
        ("pass", ["-k", "price"], {"passed": 1, "deselected": 1}),
        ("pass", ["test_deal.py::test_price"], {"passed": 1}),
        ("assert False", [], {"passed": 1, "failed": 1}),
        ("assert False", ["-x"], {"passed": 1, "failed": 1}),
        ("pytest.skip('not here')", [], {"passed": 1, "skipped": 1}),
    ],
)
def test_unused_recording_of_a_test_that_did_not_run(
    recorded, project, body, arguments, outcome, run
):
    """Where a test was left out or failed, a recording may be its own: nothing is said."""
    (path,) = recorded.iterdir()
    shutil.copy(path, path.with_name("left-over.json"))
    project(PASSES + MORE_TESTS.format(body=body))
    run(*arguments).assert_outcomes(**outcome)


def test_unused_recording_after_last_failed(recorded, project, run):
    """Running the failed tests again says nothing of the recordings of the others."""
    project(PASSES + MORE_TESTS.format(body="assert False"))
    run().assert_outcomes(passed=1, failed=1)
    project(PASSES + MORE_TESTS.format(body="pass"))
    run("--lf").assert_outcomes(passed=1)


def test_live_attempt_fails(project, stub, run):
    """A test that goes past the recordings to a live model fails before anything is sent."""
    project(
        """
def test_live(recorded_summarizer):
    try:
        Summarizer("stub-model", profile=PROFILE, cache=False).summarize(ARTICLE)
    except Exception:
        pass
"""
    )
    result = run()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*This test asks a live model.*--summarizer-record*"])
    assert stub.requests == []


def test_live_attempt_in_an_event_loop_fails(project, stub, run):
    """The guard can be had by itself, and holds for asynchronous calls too."""
    project(
        """
import asyncio
pytestmark = pytest.mark.usefixtures("summarizer_no_live_calls")

def test_live():
    asyncio.run(Summarizer("stub-model", profile=PROFILE, cache=False).asummarize(ARTICLE))
"""
    )
    run().assert_outcomes(failed=1)
    assert stub.requests == []


def test_guard_ends_with_its_module(recorded, pytester, run):
    """Other modules of the run may talk to a model as they like."""
    pytester.makepyfile(
        test_later="""
from summarizer.model import ModelRoom

def test_live():
    assert ModelRoom.ask.__module__ == "summarizer.model.room"
"""
    )
    run().assert_outcomes(passed=2)


def test_summary_shared_by_a_module(recorded, project, run):
    """A fixture of the user's own may summarise once for all the tests of a module."""
    project(
        """
@pytest.fixture(scope="module")
def summary(recorded_summarizer):
    return recorded_summarizer("stub-model", profile=PROFILE).summarize(ARTICLE)

def test_buyer(summary):
    assert summary.content.buyer == "Arvenia"

def test_price(summary):
    assert summary.content.price.text == "nine barges"
"""
    )
    run().assert_outcomes(passed=2)


def test_settled_arguments(project, run):
    """What would undo the fixture's work is refused."""
    project("def test_one(recorded_summarizer):\n    recorded_summarizer(cache=True)")
    result = run()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*recorded_summarizer settles itself: cache*"])


def test_costs_nothing_to_others(pytester):
    """In a project that does not use it, the plugin loads nothing of the summariser."""
    pytester.makepyfile(
        """
import sys

def test_loaded():
    ours = {name for name in sys.modules if name.startswith("summarizer")}
    assert ours == {"summarizer", "summarizer.testing"}
    assert not {"pydantic", "openai", "instructor", "sqlite3"} & set(sys.modules)
"""
    )
    pytester.runpytest_subprocess("-p", "no:cov").assert_outcomes(passed=1)
