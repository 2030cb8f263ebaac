"""What a user does by mistake, and must not pay for."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

TEXT = 'Talks end\n\nDorvane and Halmark signed an accord. "We are glad — all of us," Ada Quill said.\n'


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def gold(command, article, tmp_path):
    """A folder with what rules find in the article."""
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "talks.json").write_text(command(article, "-f", "guide").out, encoding="utf-8")
    return folder


@pytest.mark.parametrize("output", ["talks.txt", ".", "folder/../talks.txt"])
def test_no_result_takes_the_place_of_the_article(output, command, article, tmp_path):
    """Not even with --force: the article would be gone."""
    (tmp_path / "folder").mkdir()
    ran = command(article, "-o", tmp_path / output, "--force")
    assert ran.code == 7
    assert "another name" in ran.err
    assert article.read_text(encoding="utf-8") == TEXT


def test_no_check_takes_the_place_of_what_is_checked(command, article, tmp_path):
    """Neither of the article nor of the reply."""
    reply = tmp_path / "reply.json"
    reply.write_text(command(article, "-f", "json").out, encoding="utf-8")
    before = reply.read_bytes()
    assert command("check", article, reply, "-f", "json", "-o", reply, "--force").code == 7
    assert reply.read_bytes() == before


@pytest.mark.parametrize("option", ["--json", "--report"])
def test_no_evaluation_takes_the_place_of_gold_or_text(option, command, gold, article, tmp_path):
    """These options write over what is there, but not over what is read."""
    for file in (article, gold / "talks.json"):
        before = file.read_bytes()
        assert command("eval", gold, "--texts", tmp_path, option, file).code == 7
        assert file.read_bytes() == before


def test_figures_and_report_need_two_files(command, gold, tmp_path):
    """One of them would be lost."""
    both = ("--json", tmp_path / "x", "--report", tmp_path / "x")
    assert command("eval", gold, "--texts", tmp_path, *both).code == 2


def test_a_folder_without_any_summary_is_told(command, gold, tmp_path):
    """All zeros and a success would be believed."""
    ran = command("eval", gold, "--texts", tmp_path, "--predicted", tmp_path)
    assert ran.code == 1
    assert "is it the right folder?" in ran.err


@pytest.mark.parametrize("wanted", [["-m", "some-model"], ["--record", "replies"], ["--refresh"]])
def test_whoever_asks_for_a_model_is_told_that_there_is_none(wanted, command, article):
    """A summary by rules alone is not what was asked for."""
    ran = command(article, *wanted)
    assert ran.code == 3
    assert "OPENAI_API_KEY" in ran.err
    assert ran.out == ""


def test_each_failure_names_its_article(command, article, tmp_path):
    """Also where the fault is the model's or the recordings'."""
    other = tmp_path / "other.txt"
    other.write_text(TEXT.replace("accord", "treaty"), encoding="utf-8")
    ran = command(article, other, "--replay", tmp_path / "none")
    assert ran.code != 0
    assert [line for line in ran.err.split("\n") if f"  {article}: " in line]
    assert [line for line in ran.err.split("\n") if f"  {other}: " in line]


@pytest.mark.parametrize("typed", ["promt", "evl", "quotation", "grounds"])
def test_a_mistyped_command_is_no_article(typed, command, article):
    """It is told which command is near; a file of that name is an article all the same."""
    ran = command(typed, article)
    assert ran.code == 2
    assert "do you mean" in ran.err
    (article.parent / typed).write_text(TEXT, encoding="utf-8")
    os.chdir(article.parent)
    assert command(typed).code == 0


@pytest.mark.parametrize("name", ["article.txt", "prompt.md", "check.json", "texts/eval"])
def test_a_file_that_is_missing_is_no_mistyped_command(name, command, article):
    """It has a suffix or a folder: what can be summarised is, and the file is named."""
    ran = command(name, article, "-f", "jsonl")
    assert ran.code == 1
    assert "there is no such file" in ran.err
    assert ran.out.count("\n") == 1


def test_no_result_takes_the_place_of_the_users_prompt(command, article, tmp_path):
    """Nor of a recording that is played back."""
    assert command("profile", "new", "tariffs", "--dir", tmp_path).code == 0
    prompt = tmp_path / "tariffs.md"
    before = prompt.read_bytes()
    reply = tmp_path / "reply.json"
    reply.write_text('{"actors": [], "points": [], "headline": "Talks"}', encoding="utf-8")
    given = ("--profile", prompt, "-f", "json", "-o", prompt, "--force")
    assert command("check", article, reply, *given).code == 7
    assert command(article, *given, "--replay", tmp_path).code == 7
    assert prompt.read_bytes() == before


def test_no_figures_take_the_place_of_a_recording(command, gold, tmp_path):
    """What is played back is read as well."""
    recordings = tmp_path / "recordings"
    recordings.mkdir()
    (recordings / "one.json").write_text("{}", encoding="utf-8")
    given = ("--replay", recordings, "--json", recordings / "one.json")
    assert command("eval", gold, "--texts", tmp_path, *given).code == 7
    assert (recordings / "one.json").read_text(encoding="utf-8") == "{}"


def test_an_evaluation_that_cannot_be_written_is_not_made(command, gold, tmp_path):
    """Its requests would have been paid for."""
    ran = command("eval", gold, "--texts", tmp_path, "--json", tmp_path / "nowhere" / "x.json")
    assert (ran.code, ran.out) == (7, "")


def test_the_prompt_of_a_long_article_says_that_there_is_more(command, tmp_path):
    """Whoever pastes it would have the first part alone summed up."""
    long = tmp_path / "long.txt"
    long.write_text("Talks\n\n" + "The talks went on for a day.\n\n" * 1500, encoding="utf-8")
    whole = command("prompt", long)
    assert (whole.code, whole.err) == (0, "")
    first = command("prompt", long, "--max-tokens-per-call", 8000)
    assert first.code == 0
    assert "part 1 of" in first.err
    assert len(first.out) < len(whole.out)


def test_an_article_without_quotations_is_told_as_such(command, tmp_path):
    """Nothing at all looks like a fault."""
    plain = tmp_path / "plain.txt"
    plain.write_text("Talks\n\nDorvane and Halmark met.\n", encoding="utf-8")
    ran = command("quotations", plain)
    assert (ran.code, ran.out) == (0, "")
    assert "No quotation" in ran.err
    assert command("quotations", plain, "-f", "json").out.strip() == "[]"


def test_a_pipe_of_another_encoding_gets_utf_8(article):
    """As on Windows, where a result that goes into a file would fail at its first check mark."""
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    arguments = [sys.executable, "-m", "summarizer", str(article), "-f", "terminal"]
    ran = subprocess.run(arguments, env=environment, capture_output=True, check=False)
    assert ran.returncode == 0
    assert "✓" in ran.stdout.decode("utf-8")
