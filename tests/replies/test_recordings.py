from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from summarizer.errors import ConfigurationError, OutputError, ReplayMiss
from summarizer.replies.recording_file import Recording
from summarizer.replies.recordings import Recordings

PROMPT = "Summarise the negotiation. Answer in JSON."
SCHEMA = {"name": "deal", "schema": {"type": "object", "properties": {"who": {"type": "number"}}}}


def test_put_then_get(tmp_path, make_request, make_reply):
    """A reply comes back for the same request, in the same run and in the next one."""
    recordings = Recordings(tmp_path / "new" / "folder")
    recordings.put(make_request(), make_reply())
    assert recordings.get(make_request()) == make_reply()
    assert Recordings(tmp_path / "new" / "folder").get(make_request()) == make_reply()


def test_one_readable_file_a_request(tmp_path, make_request, make_reply):
    """A request has one file, named by its key; a later reply takes the earlier one's place."""
    recordings = Recordings(tmp_path)
    recordings.put(make_request(), make_reply("first"))
    recordings.put(make_request(), make_reply("second"))
    assert [path.name for path in tmp_path.iterdir()] == [f"{make_request().key[:16]}.json"]
    assert Recordings(tmp_path).get(make_request()) == make_reply("second")


def test_renamed_file_is_kept_up_to_date(tmp_path, make_request, make_reply):
    """Who gave a recording a name of their own finds the new reply under that name."""
    named = tmp_path / "strait-talks.json"
    named.write_text(Recording(make_request(), make_reply("first")).as_json(), encoding="utf-8")
    Recordings(tmp_path).put(make_request(), make_reply("second"))
    assert list(tmp_path.iterdir()) == [named]
    assert Recordings(tmp_path).get(make_request()) == make_reply("second")


def test_key_comes_from_the_content(tmp_path, make_request, make_reply):
    """A file that stands under another request's name answers only the request that it holds."""
    other = make_request(article="Sorland refuses.")
    path = tmp_path / f"{make_request().key[:16]}.json"
    path.write_text(Recording(other, make_reply()).as_json(), encoding="utf-8")
    recordings = Recordings(tmp_path)
    assert recordings.get(make_request()) is None
    assert recordings.get(other) == make_reply()


def test_foreign_request_under_our_name_is_not_overwritten(tmp_path, make_request, make_reply):
    """Recording leaves a hand-edited file alone that has become another request's."""
    other = make_request(article="Sorland refuses.")
    path = tmp_path / f"{make_request().key[:16]}.json"
    path.write_text(Recording(other, make_reply("edited")).as_json(), encoding="utf-8")
    Recordings(tmp_path).put(make_request(), make_reply("new"))
    again = Recordings(tmp_path)
    assert again.get(other) == make_reply("edited")
    assert again.get(make_request()) == make_reply("new")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"prompt": PROMPT.replace("Answer", "answer")}, "the prompt"),
        ({"model": "gpt-4.2"}, "the model ('gpt-4.2', stored is 'gpt-4.1')"),
        ({"schema": SCHEMA}, "the schema"),
        ({"parameters": {"temperature": 0.6}}, "parameters.temperature (0.6, stored is 0.5)"),
        ({"parameters": {}}, "parameters.temperature (not set, stored is 0.5)"),
        ({"article": "Arvenia will start."}, "the article's text"),
    ],
)
def test_other_request_misses_and_the_field_is_named(
    tmp_path, make_request, make_reply, change, named
):
    """A change of one character anywhere in the request misses, and the message says where."""
    Recordings(tmp_path).put(make_request(), make_reply())
    recordings = Recordings(tmp_path)
    asked = make_request(**change)
    assert recordings.get(asked) is None
    miss = recordings.miss(asked)
    assert isinstance(miss, ReplayMiss)
    assert f"{make_request().key[:16]}.json, in {named}. Record it" in str(miss)
    assert str(tmp_path) in str(miss)


def test_nearest_of_several(tmp_path, make_request, make_reply):
    """The nearest recording is the one with the fewest differences, then the most alike text."""
    recordings = Recordings(tmp_path)
    for article in ("Arvenia and Sorland met.", "Arvenia signs.", "Tarn votes."):
        recordings.put(make_request(article=article, model="gpt-4.2"), make_reply())
    wanted = make_request(article="Arvenia signs.", model="gpt-4.2")
    near = recordings.nearest(make_request(article="Arvenia signs!", model="gpt-4.2"))
    assert (near.name, near.fields) == (f"{wanted.key[:16]}.json", ("the article's text",))
    near = recordings.nearest(make_request(article="Arvenia signs.", prompt="New."))
    assert near.name == f"{wanted.key[:16]}.json"
    assert str(near) == "the prompt and the model ('gpt-4.1', stored is 'gpt-4.2')"


def test_follow_up_that_was_not_recorded(tmp_path, make_request, make_reply):
    """For a re-ask of a recorded request the message says that there are more messages."""
    recordings = Recordings(tmp_path)
    recordings.put(make_request(), make_reply())
    first = make_request()
    more = ({"role": "assistant", "content": "{"}, {"role": "user", "content": "Not JSON."})
    miss = recordings.miss(replace(first, messages=first.messages + more))
    assert "the number of messages (4, stored are 2)" in str(miss)


def test_follow_up_that_differs(tmp_path, make_request, make_reply):
    """In a recorded re-ask the earlier reply and the question about it have names of their own."""
    first = make_request()

    def re_ask(earlier, question):
        more = ({"role": "assistant", "content": earlier}, {"role": "user", "content": question})
        return replace(first, messages=first.messages + more)

    recordings = Recordings(tmp_path)
    recordings.put(re_ask("{", "Not JSON."), make_reply())
    near = recordings.nearest(re_ask("[", "Not an object."))
    assert near.fields == ("the earlier reply", "the follow-up question")


def test_missing_and_empty_folder(tmp_path, make_request):
    """Where there is nothing to replay from, the message says that."""
    assert "There is no folder" in str(Recordings(tmp_path / "none").miss(make_request()))
    assert "holds no recordings" in str(Recordings(tmp_path).miss(make_request()))


def test_any_model(tmp_path, make_request, make_reply):
    """With the model left open the newest fitting recording answers, with its own model."""
    recordings = Recordings(tmp_path)
    recordings.put(make_request(model="old"), make_reply("old", day="2030-01-01"))
    recordings.put(make_request(model="new"), make_reply("new", day="2031-01-01"))
    recordings.put(make_request(model="other", prompt="x"), make_reply(day="2032-01-01"))
    match = recordings.get_any_model(make_request(model=""))
    assert match.reply == make_reply("new", day="2031-01-01")
    assert match.request == make_request(model="new")
    assert match.candidates == 2


def test_any_model_on_the_same_day(tmp_path, make_request, make_reply):
    """Of recordings of one day the first by file name answers, on every machine."""
    for name in ("b", "a"):
        recording = Recording(make_request(model=name), make_reply(name))
        (tmp_path / f"{name}.json").write_text(recording.as_json(), encoding="utf-8")
    assert Recordings(tmp_path).get_any_model(make_request(model="")).path.name == "a.json"


def test_any_model_miss_leaves_the_model_aside(tmp_path, make_request, make_reply):
    """When the model was left open, a miss does not blame the model."""
    recordings = Recordings(tmp_path)
    recordings.put(make_request(), make_reply())
    asked = make_request(model="", prompt="x")
    assert recordings.get_any_model(asked) is None
    assert "in the prompt. Record" in str(recordings.miss(asked, any_model=True))


def test_other_files_are_left_alone(tmp_path, make_request, make_reply):
    """Files that are not ours are neither read as recordings nor touched, nor are sub-folders."""
    (tmp_path / "package.json").write_text('{"format": "tar"}')
    (tmp_path / "broken.json").write_bytes(b"\xff{")
    (tmp_path / "notes.txt").write_text("summarizer/recording@1")
    Recordings(tmp_path / "deeper").put(make_request(), make_reply())
    recordings = Recordings(tmp_path)
    assert recordings.get(make_request()) is None
    assert recordings.unused() == []
    assert (tmp_path / "broken.json").read_bytes() == b"\xff{"


@pytest.mark.parametrize("name", ["0123456789abcdef.json", "mine.json"])
def test_damaged_file_is_named(tmp_path, make_request, make_reply, name):
    """A recording that was cut short is an error that names the file and the remedy."""
    text = Recording(make_request(), make_reply()).as_json()
    (tmp_path / name).write_text(text[:-40], encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"is not JSON .* record again") as caught:
        Recordings(tmp_path).get(make_request())
    assert str(tmp_path / name) in str(caught.value)


def test_edited_reply_is_served_as_it_stands(tmp_path, make_request, make_reply):
    """A reply that somebody edited is served as a reply: checking it is the pipeline's work."""
    recordings = Recordings(tmp_path)
    recordings.put(make_request(), make_reply())
    (path,) = tmp_path.iterdir()
    data = json.loads(path.read_text(encoding="utf-8"))
    data["reply"]["choices"][0]["message"]["content"] = "edited"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert Recordings(tmp_path).get(make_request()) == make_reply("edited")


def test_recording_from_another_prompt_or_schema_misses(tmp_path, make_request, make_reply):
    """A reply that an older prompt or schema got is not served for the newer one."""
    recordings = Recordings(tmp_path)
    recordings.put(make_request(prompt="version 1"), make_reply())
    recordings.put(make_request(prompt="version 2", schema=SCHEMA), make_reply())
    assert recordings.get(make_request(prompt="version 2")) is None


def test_unused(tmp_path, make_request, make_reply):
    """A recording is used when it has answered or was written; the others are listed."""
    Recordings(tmp_path).put(make_request(), make_reply())
    Recordings(tmp_path).put(make_request(model="b"), make_reply())
    Recordings(tmp_path).put(make_request(model="c"), make_reply())
    recordings = Recordings(tmp_path)
    recordings.get(make_request())
    recordings.put(make_request(model="d"), make_reply())
    names = {f"{make_request(model=model).key[:16]}.json" for model in ("b", "c")}
    assert {path.name for path in recordings.unused()} == names


@pytest.mark.parametrize("blocked", ["file", "file/below"])
def test_unwritable_folder(tmp_path, make_request, make_reply, blocked):
    """A recording that cannot be written is an error that names its path."""
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        Recordings(tmp_path / blocked).put(make_request(), make_reply())


def test_failed_write_leaves_the_old_recording(tmp_path, make_request, make_reply, monkeypatch):
    """When the last step of writing fails, the earlier recording stands and no scrap is left."""
    recordings = Recordings(tmp_path)
    recordings.put(make_request(), make_reply("first"))

    def refuse(*args):
        raise PermissionError("denied")

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with pytest.raises(OutputError, match="denied"):
        recordings.put(make_request(), make_reply("second"))
    assert len(list(tmp_path.iterdir())) == 1
    assert Recordings(tmp_path).get(make_request()) == make_reply("first")


def test_several_threads(tmp_path, make_request, make_reply):
    """Eight threads write and read at once, and every recording is found again."""
    recordings = Recordings(tmp_path)

    def work(number):
        recordings.put(make_request(article=str(number)), make_reply(str(number)))
        return recordings.get(make_request(article=str(number)))

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(40))) == [make_reply(str(n)) for n in range(40)]
    again = Recordings(tmp_path)
    assert all(again.get(make_request(article=str(number))) for number in range(40))
