from __future__ import annotations

import json

import pytest

from summarizer.replies.recording_file import NotARecording, Recording, parse_recording

ARTICLE = 'Arvenia: "no" – “nein” 🏴󠁧󠁢󠁥󠁮󠁧󠁿\u202e\x00\r\n'


def changed(recording: Recording, change) -> bytes:
    data = json.loads(recording.as_json())
    change(data)
    return json.dumps(data).encode()


@pytest.fixture
def recording(make_request, make_reply) -> Recording:
    return Recording(make_request(article=ARTICLE), make_reply('{"who": "Sørland"}'))


@pytest.mark.parametrize("indent", [None, 2])
def test_round_trip(recording, indent):
    """A recording comes back from its JSON equal, and its request under the same key."""
    back = parse_recording(recording.as_json(indent=indent).encode("utf-8"))
    assert back == recording
    assert back.request.key == recording.request.key


def test_lone_surrogate(make_request, make_reply):
    """Half a surrogate pair in a reply does not stop the recording from being valid UTF-8."""
    recording = Recording(make_request(), make_reply("\ud800"))
    assert parse_recording(recording.as_json().encode("utf-8")) == recording


def test_readable(recording):
    """A person can read the file: lines, no escaped letters, and the origin before all else."""
    text = recording.as_json()
    assert "Sørland" in text
    assert "“nein”" in text
    assert text.splitlines()[2].strip() == '"origin": "live",'


def test_shape(recording):
    """The fields are those that others rely on, and no header, key or address is among them."""
    data = json.loads(recording.as_json())
    assert set(data) == {"format", "request", "reply", "origin", "recorded", "seconds"}
    assert set(data["request"]) == {"messages", "schema", "model", "parameters"}
    assert data["format"] == "summarizer/recording@1"


def test_byte_order_mark_of_an_editor(recording):
    """An editor that adds a byte order mark does no harm."""
    assert parse_recording(b"\xef\xbb\xbf" + recording.as_json().encode()) == recording


def test_field_of_a_later_version(recording):
    """A field that this version does not know is left aside."""
    assert parse_recording(changed(recording, lambda data: data.update(note="x"))) == recording


def emptied(*path):
    def change(data):
        for name in path[:-1]:
            data = data[name]
        del data[path[-1]]

    return change


def replaced(value, *path):
    def change(data):
        for name in path[:-1]:
            data = data[name]
        data[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (emptied("format"), "`format` is None"),
        (replaced("summarizer/recording@9", "format"), "summarizer/recording@9"),
        (emptied("request"), "`request` is missing"),
        (emptied("request", "schema"), "`request.schema` is missing"),
        (replaced("x", "request", "messages"), "`request.messages` is not a list"),
        (replaced([], "request", "messages"), "`request.messages` is empty"),
        (replaced(["x"], "request", "messages"), "`request.messages[0]` is not an object"),
        (replaced(7, "request", "messages", 1, "content"), "`request.messages[1].content` is not"),
        (replaced(None, "request", "model"), "`request.model` is not a text"),
        (replaced([], "request", "parameters"), "`request.parameters` is not an object"),
        (replaced("text", "reply"), "`reply` is not an object"),
        (replaced("yesterday", "recorded"), "`recorded` is not a date"),
        (replaced(True, "seconds"), "`seconds` is not a number"),
        (replaced(float("nan"), "seconds"), "`seconds` is not a length of time"),
        (replaced(-1, "seconds"), "`seconds` is not a length of time"),
        (emptied("origin"), "`origin` is missing"),
    ],
)
def test_wrong_form(recording, change, said):
    """What is wrong with a hand-edited recording is said by the name of the field."""
    with pytest.raises(NotARecording) as caught:
        parse_recording(changed(recording, change))
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not JSON"),
        (b'{"format": "summ', "not JSON"),
        (b"[]", "not a JSON object"),
        (b'{"format": "\xff"}', "not UTF-8 (byte 12)"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"format": ' + b"1" * 5000 + b"}", "not JSON"),
    ],
)
def test_damaged(content, said):
    """Damage below the form is told in words too, never as an error of the JSON library."""
    with pytest.raises(NotARecording) as caught:
        parse_recording(content)
    assert said in str(caught.value)
