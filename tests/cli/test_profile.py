"""`summarize profile`, and what a profile of one's own gets with no further code."""

from __future__ import annotations

import json

import pytest

from tests.stub_server import StubServer, completion

ARTICLE = """Ferry to be sold

The town will sell the ferry, said Mayor Odile Brann. "Nobody shall lose a berth," she said.
"""
REPLY = {
    "actors": [{"id": "brann", "name": "Odile Brann"}],
    "points": [
        {
            "id": "p1",
            "said_by": "brann",
            "kind": "claim",
            "what": "The town will sell the ferry.",
            "evidence": ["The town will sell the ferry"],
        },
        {
            "id": "p2",
            "said_by": "bran",
            "kind": "demand",
            "what": "Everybody keeps their berth.",
            "evidence": ["Nobody will lose a berth"],
        },
    ],
    "headline": "The town sells its ferry.",
}


@pytest.fixture
def stub(tmp_path, monkeypatch):
    """An endpoint that the environment names, and an article in the folder where one works."""
    (tmp_path / "talks.txt").write_text(ARTICLE, encoding="utf-8")
    with StubServer() as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("SUMMARIZER_MODEL", "stub-model")
        server.will_answer(completion(json.dumps(REPLY)))
        yield server


def test_a_new_profile_works_at_once(command, stub):
    """Asked, answered, grounded, audited: in a folder that held nothing but the article."""
    assert command("profile", "new", "points").code == 0
    assert "# points" in command("prompt", "talks.txt", "--profile", "points.md").out
    ran = command("talks.txt", "--profile", "points.md", "--repair", "0", "-f", "json")
    assert ran.code == 0
    summary = json.loads(ran.out)
    assert summary["profile"] == "points@1"
    first, second = summary["content"]["points"]
    span = first["evidence"][0]["span"]
    assert ARTICLE[span["start"] : span["end"]] == "The town will sell the ferry"
    assert second["evidence"][0]["match"] == "altered"
    errors = {f["code"]: f["at"] for f in summary["findings"] if f["severity"] == "error"}
    assert errors == {
        "quote-altered": "/content/points/1/evidence/0",
        "dangling-id": "/content/points/1/said_by",
    }


@pytest.mark.parametrize("format_name", ["terminal", "markdown", "html"])
def test_every_view_shows_it(command, stub, format_name):
    """Names in the place of ids, evidence with its verdict, what the article has instead."""
    command("profile", "new", "points")
    ran = command("talks.txt", "-p", "points.md", "--repair", "0", "-f", format_name)
    assert ran.code == 0
    for words in ("Odile Brann", "The town sells its ferry", "✓", "≈", "shall"):
        assert words in ran.out


def test_a_schema_of_any_shape_is_grounded_and_shown(command, stub, tmp_path):
    """Quotes alone, in a nested class, in a list: wherever a pydantic class has one."""
    command("profile", "new", "sale")
    (tmp_path / "sale_schema.py").write_text(
        "from pydantic import BaseModel\n"
        "from summarizer.schemas.evidence import Quote\n"
        "class Seller(BaseModel):\n"
        "    name: str\n"
        "    words: Quote | None\n"
        "class Content(BaseModel):\n"
        "    seller: Seller\n"
        "    promises: list[Quote]\n",
        encoding="utf-8",
    )
    reply = {
        "seller": {"name": "The town", "words": "The town will sell the ferry"},
        "promises": ["Nobody shall lose a berth", "Free trips"],
    }
    stub.will_answer(completion(json.dumps(reply)))
    asked = ("talks.txt", "--profile", "sale.md", "--repair", "0")
    content = json.loads(command(*asked, "-f", "json").out)["content"]
    assert content["seller"]["words"]["match"] == "exact"
    assert [quote["match"] for quote in content["promises"]] == ["exact", "absent"]
    page = command(*asked, "-f", "html").out
    span = content["seller"]["words"]["span"]
    assert f'id="t{span["start"]}-{span["end"]}"' in page
    assert command("check", "talks.txt", _saved(tmp_path, reply), "-p", "sale.md").code == 1


def _saved(folder, reply):
    path = folder / "reply.json"
    path.write_text(json.dumps(reply), encoding="utf-8")
    return path


def test_it_is_recorded_and_replayed_as_any_other(command, stub, monkeypatch):
    """No network and no key are needed then."""
    command("profile", "new", "points")
    asked = ("talks.txt", "-p", "points.md", "--repair", "0", "-f", "json")
    recorded = command(*asked, "--record", "recordings")
    for name in ("OPENAI_BASE_URL", "SUMMARIZER_MODEL"):
        monkeypatch.delenv(name)
    replayed = command(*asked, "--replay", "recordings")
    assert json.loads(replayed.out)["content"] == json.loads(recorded.out)["content"]
    assert len(stub.requests) == 1


def test_nothing_that_is_there_is_written_over(command, tmp_path):
    """Not even when only one of the two files is there; --force does."""
    (tmp_path / "talks_schema.py").write_text("mine = 1\n", encoding="utf-8")
    ran = command("profile", "new", "talks")
    assert (ran.code, "talks_schema.py is there already" in ran.err) == (7, True)
    assert not (tmp_path / "talks.md").exists()
    assert (tmp_path / "talks_schema.py").read_text(encoding="utf-8") == "mine = 1\n"
    assert command("profile", "new", "talks", "--force").code == 0
    assert "class Content" in (tmp_path / "talks_schema.py").read_text(encoding="utf-8")


def test_another_folder_can_be_named(command, tmp_path):
    """It is made where need be, and the next step names the file in it."""
    ran = command("profile", "new", "talks", "--dir", "mine/profiles")
    assert ran.code == 0
    assert "--profile mine/profiles/talks.md" in ran.out
    assert (tmp_path / "mine/profiles/talks_schema.py").is_file()


@pytest.mark.parametrize("name", ["Talks", "minutes", "a/b"])
def test_a_name_that_cannot_be_is_refused(command, tmp_path, name):
    """Exit 2, and nothing is written."""
    ran = command("profile", "new", name, "--dir", "new")
    assert (ran.code, ran.out) == (2, "")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_made_exits_7(command, tmp_path):
    """One sentence, no traceback."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    ran = command("profile", "new", "talks", "--dir", "file/below")
    assert ran.code == 7
    assert "cannot be written" in ran.err


def test_the_built_in_ones_are_listed(command):
    """`profile list` is `profiles`."""
    listed = command("profile", "list")
    assert listed.code == 0
    assert listed.out == command("profiles").out
    assert "minutes@1" in listed.out
