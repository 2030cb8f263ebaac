"""`summarize ARTICLE`: formats, files, several articles, exit codes. By the extractive engine."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

ARTICLE = """Dorvane and Halmark agree to reopen the Pell Bridge

By Nora Finch

Dorvane and Halmark agreed on Monday to reopen the Pell Bridge.

"We will not wait for the winter," President Ada Quill said.
"""


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "talks.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_json_has_the_fixed_shape(command, article):
    """The JSON form has the shape that scripts outside rely on, and spans that slice back."""
    ran = command(article, "-f", "json")
    assert ran.code == 0
    summary = json.loads(ran.out)
    assert summary["format"] == "summarizer/summary@1"
    assert summary["document"]["characters"] == len(ARTICLE)
    assert summary["profile"] == "negotiation@2"
    assert summary["provenance"]["engine"] == "extractive"
    assert summary["provenance"]["model"] is None
    quote = summary["content"]["positions"][0]["evidence"][0]
    assert quote["match"] == "exact"
    assert ARTICLE[quote["span"]["start"] : quote["span"]["end"]] == quote["text"]


def test_the_extractive_engine_says_what_it_is_and_how_to_get_a_model(command, article):
    """Nobody takes rules for a model: stderr says it, and what to set."""
    ran = command(article)
    assert ran.code == 0
    assert "extractive" in ran.err
    assert "OPENAI_API_KEY" in ran.err
    assert "extractive" not in command(article, "--quiet").err


def test_stdin_is_an_article(command):
    """`-` reads stdin."""
    ran = command("-", "-f", "json", stdin=ARTICLE)
    assert ran.code == 0
    assert json.loads(ran.out)["document"]["characters"] == len(ARTICLE)


@pytest.mark.parametrize(
    "form", ["terminal", "json", "jsonl", "markdown", "guide", "html", "annotations"]
)
def test_every_format_writes_something(command, article, form):
    """Each format of --help works."""
    ran = command(article, "-f", form, "-q")
    assert ran.code == 0
    assert "Quill" in ran.out


def test_a_file_is_written_whole_and_never_over_another(command, article, tmp_path):
    """-o writes a file; a second time it is refused, unless --force is given."""
    target = tmp_path / "out.json"
    assert command(article, "-f", "json", "-o", target).code == 0
    first = target.read_text(encoding="utf-8")
    assert json.loads(first)
    target.write_text("kept", encoding="utf-8")
    ran = command(article, "-f", "json", "-o", target)
    assert (ran.code, target.read_text(encoding="utf-8")) == (7, "kept")
    assert "--force" in ran.err
    assert command(article, "-f", "json", "-o", target, "--force").code == 0
    assert target.read_text(encoding="utf-8") == first
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["out.json", "talks.txt"]


def test_an_output_that_cannot_be_written_is_exit_7(command, article, tmp_path):
    """A folder that is not there is said before anything is asked."""
    ran = command(article, "-o", tmp_path / "missing" / "out.txt")
    assert ran.code == 7
    assert "cannot be written" in ran.err


def test_several_articles_go_into_one_jsonl_in_order(command, tmp_path):
    """One line an article, in the order of the command line, whatever the number of jobs."""
    paths = []
    for number in range(12):
        path = tmp_path / f"{number}.txt"
        path.write_text(ARTICLE.replace("Monday", f"Monday {number}"), encoding="utf-8")
        paths.append(path)
    ran = command(*paths, "-f", "jsonl", "--jobs", 8)
    sources = [json.loads(line)["document"]["source"] for line in ran.out.splitlines()]
    assert ran.code == 0
    assert [Path(s).name for s in sources] == [p.name for p in paths]


def test_one_bad_article_does_not_stop_the_others(command, article, tmp_path):
    """The failure is listed at the end with its reason, the others are done, the code is 1."""
    empty = tmp_path / "empty.txt"
    empty.write_text(" \n", encoding="utf-8")
    ran = command(empty, article, tmp_path / "gone.txt", "-f", "jsonl")
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 1
    assert "2 of 3 articles failed" in ran.err
    assert "gone.txt" in ran.err


def test_where_all_failed_the_code_is_the_causes(command, tmp_path):
    """No usable input is 4."""
    ran = command(tmp_path / "gone.txt", tmp_path / "also-gone.txt", "-f", "jsonl")
    assert ran.code == 4


def test_several_articles_need_a_form_that_can_hold_them(command, article, tmp_path):
    """Two HTML pages are not one file: the message says what to do."""
    ran = command(article, article, "-f", "html")
    assert ran.code == 2
    assert "--output" in ran.err


def test_a_folder_gets_one_file_an_article(command, article, tmp_path):
    """Two articles of one name get two files, inside the folder whatever their names are."""
    other = tmp_path / "other"
    other.mkdir()
    same_name = other / "talks.txt"
    same_name.write_text(ARTICLE, encoding="utf-8")
    odd = tmp_path / "..odd\n<script>.txt"
    odd.write_text(ARTICLE, encoding="utf-8")
    target = tmp_path / "out"
    target.mkdir()
    assert command(article, same_name, odd, "-f", "html", "-o", target).code == 0
    assert sorted(p.name for p in target.iterdir()) == [
        "odd-script.html",
        "talks-2.html",
        "talks.html",
    ]


def test_a_directory_is_a_usage_error(command, tmp_path):
    """A directory where an article is expected: exit 2 and what to do."""
    assert command(tmp_path).code == 2


def test_a_missing_file_is_exit_4_and_named(command, tmp_path):
    """The missing path is in the message, and no traceback is."""
    ran = command(tmp_path / "gone.txt")
    assert ran.code == 4
    assert "gone.txt" in ran.err
    assert "Traceback" not in ran.err


def test_debug_shows_where_an_error_came_from(command, tmp_path):
    """--debug adds the traceback that users are spared."""
    assert (
        "Traceback"
        in command(
            "profile-of-nobody.txt", "--replay", tmp_path, "--record", tmp_path, "--debug"
        ).err
    )


def test_an_unknown_option_is_a_usage_error(command, article):
    """Click's own errors keep their code."""
    assert command(article, "--colour-of-the-sky").code == 2


def test_no_argument_shows_help(command):
    """`summarize` alone says how it is used."""
    ran = command()
    assert ran.code == 0
    assert "Examples:" in ran.out


def test_escape_sequences_of_a_title_do_not_reach_the_terminal(command, tmp_path):
    """ANSI and OSC sequences in an article are shown as marks."""
    path = tmp_path / "hostile.txt"
    path.write_text("A \x1b[31mred\x1b]52;c;aGk=\x07 title\n\n" + ARTICLE, encoding="utf-8")
    ran = command(path)
    assert ran.code == 0
    assert "\x1b" not in ran.out
    assert "\x07" not in ran.out


def test_template_marks_in_an_article_change_nothing(command, tmp_path):
    """An article is data: {{ }} and its like come out as they went in."""
    text = ARTICLE.replace("winter", "{{ 7*7 }} {% up %} {# no #} ${x} %s {0}")
    path = tmp_path / "template.txt"
    path.write_text(text, encoding="utf-8")
    ran = command(path, "-f", "json")
    assert ran.code == 0
    positions = json.loads(ran.out)["content"]["positions"]
    evidence = "".join(quote["text"] for p in positions for quote in p["evidence"])
    assert "{{ 7*7 }} {% up %} {# no #} ${x} %s {0}" in evidence


def test_a_closed_pipe_ends_quietly(article):
    """`summarize ... | head -1` neither complains nor fails."""
    shell = f"'{os.sys.executable}' -m summarizer '{article}' '{article}' '{article}' -f jsonl | head -c 1"
    assert os.system(f"{shell} 2>err.txt >/dev/null") == 0
    assert "Traceback" not in Path("err.txt").read_text(encoding="utf-8")
    assert "BrokenPipe" not in Path("err.txt").read_text(encoding="utf-8")


def test_all_real_articles_pass_with_every_quote_exact(command, shared_data):
    """The extractive engine takes all real articles: no crash, and every quote is the article's."""
    articles = sorted((shared_data / "articles").glob("*.txt"))
    ran = command(*articles, "-f", "jsonl", "--strict", "-q")
    assert ran.code == 0
    assert len(ran.out.splitlines()) == len(articles)


def test_a_name_that_ends_in_a_slash_is_a_folder(command, article, tmp_path):
    """`-o new/` makes the folder, for one article and for several."""
    assert command(article, "-f", "html", "-o", f"{tmp_path}/new/").code == 0
    assert command(article, article, "-f", "json", "-o", f"{tmp_path}/a/b/").code == 0
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["talks.html"]
    assert sorted(p.name for p in (tmp_path / "a/b").iterdir()) == ["talks-2.json", "talks.json"]


def test_what_is_in_the_folder_is_looked_at_before_any_work(command, article, tmp_path):
    """One file that is there already stops the run before anything is asked or written."""
    other = tmp_path / "other.txt"
    other.write_text(ARTICLE, encoding="utf-8")
    target = tmp_path / "out"
    target.mkdir()
    (target / "other.json").write_text("kept", encoding="utf-8")
    ran = command(article, other, "-f", "json", "-o", target)
    assert ran.code == 7
    assert ran.err.count("summarize:") == 1
    assert [p.name for p in target.iterdir()] == ["other.json"]
    assert (target / "other.json").read_text(encoding="utf-8") == "kept"


def test_a_device_is_written_to_and_never_replaced(command, article, tmp_path):
    """`-o /dev/null` is no file to keep, and `--force` does not put a file in its place."""
    device = tmp_path / "device"
    device.symlink_to("/dev/zero")
    assert command(article, "-o", device).code == 0
    assert command(article, "-o", device, "--force").code == 0
    assert device.is_symlink()


@pytest.mark.parametrize(
    ("arguments", "stdout"),
    [
        ("'{article}' -q", "/dev/full"),
        ("quotations '{article}'", "/dev/full"),
        ("schema", "/dev/full"),
        ("'{article}' -q", "&-"),
        ("'{article}' -f json", "&-"),
    ],
)
def test_a_stdout_that_takes_nothing_is_told(article, arguments, stdout):
    """A full disk or a closed stdout: exit 7 and one sentence."""
    line = f"'{os.sys.executable}' -m summarizer {arguments.format(article=article)} >{stdout}"
    code = os.waitstatus_to_exitcode(os.system(f"{line} 2>err.txt"))
    told = Path("err.txt").read_text(encoding="utf-8")
    assert "Traceback" not in told
    assert "Exception ignored" not in told
    assert (code, "stdout" in told) == (7, True)


def test_a_pipe_that_closes_early_is_no_failure(article):
    """The exit code is 0 although the reader took one character of a text longer than the pipe."""
    line = f"'{os.sys.executable}' -m summarizer " + f"'{article}' " * 60
    shell = f'bash -c "set -o pipefail; {line} -q -f jsonl | head -c 1" >/dev/null 2>err.txt'
    assert os.system(shell) == 0
    assert Path("err.txt").read_text(encoding="utf-8") == ""
