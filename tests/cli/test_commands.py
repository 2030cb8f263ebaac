"""The commands beside the default one, and settings as the command line sees them."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.pipeline.conftest import ARTICLE, DRAFT, reply
from tests.stub_server import Answer, StubServer

KEY = "sk-canary-8d1f0a63c97e"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "talks.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def stub():
    with StubServer() as server:
        server.will_answer(reply())
        yield server


@pytest.fixture
def live(stub, monkeypatch):
    """The environment of a user who has configured the stub."""
    monkeypatch.setenv("OPENAI_BASE_URL", stub.url)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("SUMMARIZER_MODEL", "stub-model")
    return stub


def test_prompt_shows_the_request_without_sending_it(command, article, live):
    """To read or to paste: the prompt, the article between its markers, the schema."""
    ran = command("prompt", article)
    assert ran.code == 0
    assert "We will not wait for the winter" in ran.out
    assert "<<<article" in ran.out
    assert '"agreements"' in ran.out
    assert not live.requests


def test_prompt_as_json_has_the_key_of_the_recording(command, article, live, tmp_path):
    """The request that is shown is the one that is made."""
    shown = json.loads(command("prompt", article, "-f", "json").out)
    command(article, "--record", tmp_path / "r")
    (recorded,) = (tmp_path / "r").glob("*.json")
    assert (
        json.loads(recorded.read_text(encoding="utf-8"))["request"]["messages"] == shown["messages"]
    )
    assert shown["key"][:16] in recorded.name


def test_record_then_replay_with_the_network_off(command, article, live, tmp_path, monkeypatch):
    """A recorded run is played back twice, byte for byte, with nothing configured."""
    assert command(article, "--record", tmp_path / "r").code == 0
    for name in ("OPENAI_BASE_URL", "OPENAI_API_KEY", "SUMMARIZER_MODEL"):
        monkeypatch.delenv(name)
    first = command(article, "--replay", tmp_path / "r", "-f", "json")
    second = command(article, "--replay", tmp_path / "r", "-f", "json")
    assert first.code == 0
    assert first.out == second.out
    assert len(live.requests) == 1


def test_a_replay_that_misses_exits_3(command, article, tmp_path):
    """An empty folder of recordings: exit 3 and what to do."""
    ran = command(article, "--replay", tmp_path)
    assert ran.code == 3
    assert "--record" in ran.err


def test_which_model_and_host_is_said_before_asking(command, article, live):
    """A user who has a key in the environment sees to whom the article goes."""
    ran = command(article)
    assert "stub-model" in ran.err
    assert live.host in ran.err


def test_strict_exits_1_when_a_quote_is_not_exact(command, article, live):
    """--strict is for scripts that must not go on with an unproved claim."""
    assert command(article, "--strict").code == 0
    agreement = DRAFT["agreements"][0] | {"evidence": ["They shook hands on a secret map"]}
    live.will_answer(reply(agreements=[agreement]))
    assert command(article, "--refresh").code == 0
    assert command(article, "--strict").code == 1


def test_flags_go_before_environment_and_file(command, article, live, tmp_path, monkeypatch):
    """The order of settings: flag, environment, summarizer.toml."""
    (tmp_path / "summarizer.toml").write_text('model = "of-the-file"\nseed = 7\n', encoding="utf-8")

    def asked():
        return live.requests[-1].body["model"], live.requests[-1].body.get("seed")

    command(article, "-m", "of-the-flag", "--no-cache")
    assert asked() == ("of-the-flag", 7)
    command(article, "--no-cache")
    assert asked() == ("stub-model", 7)
    monkeypatch.delenv("SUMMARIZER_MODEL")
    command(article, "--no-cache")
    assert asked() == ("of-the-file", 7)


@pytest.mark.parametrize("text", ["modell = 'x'\n", "temperature = 9\n", "model = \n"])
def test_a_settings_file_that_is_wrong_exits_3(command, article, tmp_path, text):
    """A misspelt or impossible setting is named; it is not overlooked."""
    (tmp_path / "summarizer.toml").write_text(text, encoding="utf-8")
    ran = command(article)
    assert ran.code == 3
    assert "summarizer.toml" in ran.err


def test_check_takes_a_summary_of_ours(command, article, live, tmp_path):
    """A summary is audited afresh: exit 0 when clean, 1 when somebody has touched a quote."""
    made = json.loads(command(article, "-f", "json").out)
    path = tmp_path / "made.json"
    path.write_text(json.dumps(made), encoding="utf-8")
    assert command("check", article, path).code == 0
    made["content"]["agreements"][0]["evidence"][0]["text"] = "They agreed never to reopen it"
    path.write_text(json.dumps(made), encoding="utf-8")
    ran = command("check", article, path, "-f", "json")
    assert ran.code == 1
    assert json.loads(ran.out)["content"]["agreements"][0]["evidence"][0]["match"] == "absent"


def test_check_takes_a_models_answer_and_the_guides_format(command, article, live, tmp_path):
    """A draft from any chat window, and a file in the reading guide's format."""
    draft = tmp_path / "reply.json"
    draft.write_text(json.dumps(DRAFT), encoding="utf-8")
    assert command("check", article, draft).code == 0
    guide = tmp_path / "guide.json"
    guide.write_text(command(article, "-f", "guide").out, encoding="utf-8")
    assert "id" not in json.loads(guide.read_text(encoding="utf-8"))["agreements"][0]
    assert command("check", article, guide).code == 0


def test_check_follows_no_path_that_a_file_names(command, article, live, tmp_path):
    """A summary that names a prompt file as its profile does not get that file's schema run."""
    (tmp_path / "evil.md").write_text(
        "---\nname: evil\nversion: 1\ndescription: d\nschema: evil.py:Evil\n---\nx\n",
        encoding="utf-8",
    )
    (tmp_path / "evil.py").write_text("open('ran', 'w').close()\n", encoding="utf-8")
    made = json.loads(command(article, "-f", "json").out)
    path = tmp_path / "made.json"
    path.write_text(json.dumps(made | {"profile": str(tmp_path / "evil.md")}), encoding="utf-8")
    ran = command("check", article, path)
    assert ran.code == 2
    assert "--profile" in ran.err
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("text", ["", "no json", "[]", '{"parties": 3}', "[" * 200_000])
def test_check_of_what_is_no_summary_is_a_usage_error(command, article, tmp_path, text):
    """Exit 2 (4 for an empty file), and a sentence that says what it is not."""
    path = tmp_path / "reply.json"
    path.write_text(text, encoding="utf-8")
    ran = command("check", article, path)
    assert ran.code == (2 if text else 4)
    assert "Traceback" not in ran.err


def test_check_takes_what_a_chat_window_gives(command, article):
    """An answer inside a code fence, with words around it, from stdin."""
    chat = f"Here you are:\n\n```json\n{json.dumps(DRAFT, indent=1)}\n```\nAnything else?"
    ran = command("check", article, "-", "-f", "json", stdin=chat)
    assert ran.code == 0
    assert json.loads(ran.out)["content"]["agreements"][0]["evidence"][0]["match"] == "exact"


def test_check_of_two_code_fences_takes_neither(command, article, tmp_path):
    """Which of two answers is meant is not guessed."""
    path = tmp_path / "reply.txt"
    path.write_text(f"```json\n{json.dumps(DRAFT)}\n```\n" * 2, encoding="utf-8")
    assert command("check", article, path).code == 2


def test_check_writes_into_a_folder_too(command, article, tmp_path):
    """`-o FOLDER` is one file for the article there, as without `check`."""
    path = tmp_path / "reply.json"
    path.write_text(json.dumps(DRAFT), encoding="utf-8")
    assert command("check", article, path, "-f", "html", "-o", f"{tmp_path}/new/").code == 0
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["talks.html"]


def test_ground_reads_quotations_from_stdin(command, article):
    """`-` for QUOTES, as for an article."""
    ran = command("ground", article, "-", stdin='{"text": "for the winter"}\n')
    assert (ran.code, json.loads(ran.out)["match"]) == (0, "exact")


def test_ground_answers_line_by_line(command, article, tmp_path):
    """A line in, a line out, in order, with its own keys kept."""
    lines = [
        {"id": 1, "text": "agreed on Monday"},
        {"id": 2, "text": "We will wait for the winter", "note": "kept"},
        {"id": 3, "text": "invented out of thin air"},
    ]
    path = tmp_path / "quotes.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)) + "\n\n", encoding="utf-8")
    ran = command("ground", article, path)
    assert ran.code == 1
    told = [json.loads(line) for line in ran.out.splitlines()]
    assert [(t["id"], t["match"]) for t in told] == [(1, "exact"), (2, "altered"), (3, "absent")]
    assert told[1]["note"] == "kept"
    assert "negation dropped: not" in told[1]["changes"]
    span = told[0]["span"]
    assert ARTICLE[span["start"] : span["end"]] == "agreed on Monday"
    assert told[0]["occurrences"] == [span]


def test_ground_names_the_line_that_is_wrong(command, article, tmp_path):
    """A line that is no object with a text: exit 2 and its number."""
    path = tmp_path / "quotes.jsonl"
    path.write_text('{"text": "agreed"}\n{"quote": 1}\n', encoding="utf-8")
    ran = command("ground", article, path)
    assert ran.code == 2
    assert "Line 2" in ran.err


def test_quotations_lists_who_says_what(command, article):
    """As text to read, as JSON in the fixed shape."""
    assert "Quill" in command("quotations", article).out
    (found,) = json.loads(command("quotations", article, "-f", "json").out)
    assert found["kind"] == "direct"
    assert ARTICLE[found["start"] : found["end"]] == found["text"]
    assert set(found) == {"start", "end", "text", "kind", "speaker", "cue", "reason"}
    assert set(found["speaker"]) == {"name", "start", "end"}


def test_schema_prints_the_result_or_the_draft(command):
    """The draft has plain strings for quotes, the result has spans."""
    assert "span" in command("schema", "negotiation").out
    draft = command("schema", "negotiation", "--draft").out
    assert "span" not in draft
    assert "attribution" not in draft


def test_profiles_lists_what_is_built_in(command):
    """The name to give to --profile, with its version."""
    assert "negotiation@2" in command("profiles").out


def test_an_unknown_profile_is_exit_2(command, article):
    """A profile that is neither built in nor a file."""
    assert command(article, "--profile", "no-such-profile").code == 2


def test_cache_stats_export_and_clear(command, article, live, tmp_path):
    """What is kept can be counted, written as recordings, and removed."""
    command(article)
    assert "1 replies" in command("cache", "stats").out
    assert command("cache", "export", tmp_path / "r").code == 0
    assert command(article, "--replay", tmp_path / "r").code == 0
    assert "1 replies removed" in command("cache", "clear").out
    assert "0 replies" in command("cache", "stats").out


def test_a_damaged_cache_is_set_aside_and_the_run_goes_on(command, article, live, tmp_path):
    """A cache that is no SQLite file is kept under another name, and said."""
    command(article)
    (path,) = (tmp_path / "cache").glob("*.sqlite3")
    path.write_bytes(b"this is no database" * 100)
    ran = command(article)
    assert ran.code == 0
    assert "damaged-1" in ran.err
    assert (tmp_path / "cache" / "replies.damaged-1.sqlite3").exists()


def authorization(stub):
    """The header that came with the first request."""
    return {k.lower(): v for k, v in stub.requests[0].headers.items()}["authorization"]


@pytest.mark.parametrize("status", [200, 401, 500])
def test_the_key_is_nowhere_even_with_debug(article, stub, tmp_path, status):
    """A canary key is in no output, log, cache or recording, with every log switched on."""
    body = reply() if status == 200 else {"error": {"message": KEY}}
    stub.will_answer(Answer(body, status, {"retry-after": "0"}))
    environment = os.environ | {
        "OPENAI_BASE_URL": stub.url,
        "OPENAI_API_KEY": KEY,
        "OPENAI_LOG": "debug",
        "SUMMARIZER_MODEL": "stub-model",
        "SUMMARIZER_DEADLINE": "60",
    }
    command = [sys.executable, "-m", "summarizer", article, "--debug", "--record", tmp_path / "r"]
    ran = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert ran.returncode == {200: 0, 401: 3, 500: 5}[status]
    assert KEY in authorization(stub)
    files = [p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()]
    for text in (ran.stdout, ran.stderr, *files):
        assert KEY[-12:].encode() not in text


def test_a_key_with_inner_spaces_is_refused_before_anything_is_sent(
    command, article, live, monkeypatch
):
    """Exit 3 without showing it."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-two parts")
    ran = command(article)
    assert ran.code == 3
    assert "sk-two" not in ran.err
    assert not live.requests


def test_a_key_is_stripped(command, article, live, monkeypatch):
    """A trailing line feed, as editors and secret stores add it, does no harm."""
    monkeypatch.setenv("OPENAI_API_KEY", f" {KEY}\n")
    assert command(article).code == 0
    assert authorization(live) == f"Bearer {KEY}"


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("127.0.0.1:9/v1", "http"),
        ("file:///etc/passwd", "http"),
        ("http://user:secret@127.0.0.1/v1", "user name"),
    ],
)
def test_an_address_that_cannot_be_right_exits_3(command, article, url, told):
    """A wrong base URL is said, without its password."""
    ran = command(article, "--base-url", url, "-m", "x")
    assert ran.code == 3
    assert told in ran.err
    assert "secret" not in ran.err


def test_an_endpoint_that_is_not_there_is_exit_5(command, article, monkeypatch):
    """A closed port: unreachable, and the command can be run again."""
    with StubServer() as gone:
        url = gone.url
    ran = command(article, "--base-url", url, "-m", "x", "--deadline", "1")
    assert ran.code == 5
    assert "Traceback" not in ran.err


def test_prompt_of_a_long_article_is_that_of_its_first_part(command, live, tmp_path, monkeypatch):
    """The request that is shown is the one that would be made, parts included."""
    monkeypatch.setenv("SUMMARIZER_MAX_TOKENS_PER_CALL", "5000")
    path = tmp_path / "long.txt"
    sentence = "Dorvane and Halmark spoke about the bridge and agreed on nothing new. " * 10
    path.write_text("A long day\n\n" + f"{sentence}\n\n" * 40, encoding="utf-8")
    assert "part 1 of" in command("prompt", path).out
