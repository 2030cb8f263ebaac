"""Files and stdin: what is text is read as it stands, what is not is refused with a reason."""

from __future__ import annotations

import codecs
import errno
import hashlib
import io
import os
import random
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Document
from summarizer.errors import InputError, UsageError
from summarizer.readers import decode, printable, read, read_stdin, read_text_file

ENGLISH = (
    "Minister Ilka Vel said the café talks would go on. “We will not yield” — to naïve offers.\n"
)
FRENCH = (
    "Le ministre d'Arvénie a déclaré mardi que les négociations avec la Sorlande reprendront dès"
    " l'été. « Nous sommes prêts à signer », a-t-il ajouté.\n"
)
RUSSIAN = (
    "Министр Арвении заявил во вторник, что переговоры с Сорландом будут продолжены в столице.\n"
)
CHINESE = "阿尔维尼亚外交部长周二表示，与索兰德的谈判将于下周在首都继续举行，双方同意立即停火并交换战俘。\n"
TALKS = b"Arvenia and Sorland opened talks.\n"


def refusal(call, *args, **kwargs):
    """The InputError that `call` raises."""
    with pytest.raises(InputError) as caught:
        call(*args, **kwargs)
    assert caught.value.exit_code == 4
    return caught.value


def note(document, code):
    """The one note of `document` with this code."""
    (found,) = [note for note in document.notes if note.code == code]
    return found


@pytest.mark.parametrize("name", ["talks.txt", "talks.md", "talks", "talks.article", "-", "--help"])
def test_a_file_is_read_as_text_whatever_its_suffix(tmp_path, monkeypatch, name):
    """Also without one, and when its name looks like a flag."""
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(TALKS)
    document = read(Path(name))
    assert document.text == TALKS.decode()
    assert (document.source, document.encoding, document.notes) == (name, "utf-8", ())


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u200b\u2060\ufeff\n\u3000".encode()]
)
def test_a_file_with_nothing_to_see_is_empty(tmp_path, data):
    """No byte, white space, a byte order mark alone, zero-width characters."""
    path = tmp_path / "talks.txt"
    path.write_bytes(data)
    error = refusal(read, path)
    assert error.reason == "empty"
    assert "talks.txt" in str(error)


def test_a_missing_file_is_named(tmp_path):
    """So that the user sees which of many it was."""
    error = refusal(read, tmp_path / "talks.txt")
    assert error.reason == "missing"
    assert str(tmp_path / "talks.txt") in str(error)


@pytest.mark.parametrize("name", ["no\0name", "x" * 5000, "talks.txt/inner", "\ud800"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path, name):
    """NUL, overlong names, a file used as a directory: a message, no traceback."""
    (tmp_path / "talks.txt").write_bytes(TALKS)
    assert refusal(read, f"{tmp_path}/{name}").reason in {"missing", "unreadable"}


def test_a_directory_is_a_mistake_of_the_call(tmp_path):
    """The message says what to name instead."""
    with pytest.raises(UsageError, match=r"is a directory.*\*\.txt") as caught:
        read(tmp_path)
    assert caught.value.exit_code == 2


@pytest.fixture
def unreadable(tmp_path):
    """A file without read permission, and a user for whom that counts: for root it would not."""
    path = tmp_path / "talks.txt"
    path.write_bytes(TALKS)
    path.chmod(0)
    user = os.geteuid()
    os.seteuid(user or 65534)
    yield path
    os.seteuid(user)


def test_a_file_without_read_permission_is_denied(unreadable):
    """The reason is the permission, not that the file were missing."""
    error = refusal(read, unreadable)
    assert error.reason == "denied"
    assert str(unreadable) in str(error)


def test_links_are_followed_to_files_only(tmp_path):
    """A link to a file is read; a broken one and one in a circle are told apart from missing files."""
    (tmp_path / "talks.txt").write_bytes(TALKS)
    (tmp_path / "good").symlink_to("talks.txt")
    (tmp_path / "broken").symlink_to("gone.txt")
    (tmp_path / "circle").symlink_to("circle")
    assert read(tmp_path / "good").text == TALKS.decode()
    assert refusal(read, tmp_path / "broken").reason == "link"
    assert refusal(read, tmp_path / "circle").reason == "link"


def test_pipes_sockets_and_devices_are_not_opened(tmp_path, monkeypatch):
    """They are refused by their kind alone, so none can keep the reader waiting."""
    monkeypatch.setattr("builtins.open", lambda *_, **__: pytest.fail("opened"))
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
        refusals = {
            path.name: refusal(read, path)
            for path in (tmp_path / "pipe", tmp_path / "socket", Path("/dev/zero"))
        }
    assert {error.reason for error in refusals.values()} == {"special"}
    assert "pipe" in str(refusals["pipe"])
    assert "device" in str(refusals["zero"])


def test_a_pipe_put_in_place_of_the_file_cannot_keep_the_reader_waiting(tmp_path, monkeypatch):
    """A name that changes from file to pipe after the check is opened without waiting."""
    path = tmp_path / "talks.txt"
    path.write_bytes(TALKS)
    looked_at = path.stat()
    path.unlink()
    os.mkfifo(path)
    monkeypatch.setattr(Path, "stat", lambda *_, **__: looked_at)
    assert refusal(read, path).reason == "empty"


def test_a_file_over_the_cap_is_refused_before_it_is_read(tmp_path, monkeypatch):
    """A sparse file of 2 GB: the message has both sizes."""
    path = tmp_path / "talks.txt"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)
    monkeypatch.setattr("builtins.open", lambda *_, **__: pytest.fail("opened"))
    error = refusal(read, path)
    assert error.reason == "too large"
    assert "2,000,000,000" in str(error)
    assert "10,000,000" in str(error)


def test_the_cap_holds_to_the_byte(tmp_path):
    """As many bytes as allowed are read, one more is refused."""
    path = tmp_path / "talks.txt"
    path.write_bytes(TALKS)
    assert read(path, max_bytes=len(TALKS)).text == TALKS.decode()
    assert refusal(read, path, max_bytes=len(TALKS) - 1).reason == "too large"


def test_a_file_that_grows_after_the_check_is_read_to_the_cap_only(tmp_path, monkeypatch):
    """Its size when looked at is not trusted."""
    path = tmp_path / "talks.txt"
    path.write_bytes(b"short")
    looked_at = path.stat()
    path.write_bytes(TALKS * 9)
    monkeypatch.setattr(Path, "stat", lambda *_, **__: looked_at)
    assert refusal(read, path, max_bytes=50).reason == "too large"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\x7fELF\x02\x01\x01\x00",
        b"%PDF-1.7\nArvenia",
        b"PK\x03\x04word/document.xml",
        b"{\\rtf1 Arvenia}",
        b"\x1f\x8b\x08\x00talks",
        bytes(100),
        bytes(range(256)) * 20,
        random.Random(7).randbytes(5000),
    ],
)  # fmt: skip
def test_binary_data_is_not_text(data):
    """Pictures, programs, documents, archives and noise, by signature or by their bytes."""
    error = refusal(decode, data, "talks.txt")
    assert error.reason == "not text"
    assert "plain text" in str(error)


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, RUSSIAN, CHINESE, "👩‍👩‍👧 Arvenia e\u0301\n"])
@pytest.mark.parametrize(
    ("encoding", "mark", "name"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", codecs.BOM_UTF8, "utf-8"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16-le"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16-be"),
        ("utf-32-le", codecs.BOM_UTF32_LE, "utf-32-le"),
        ("utf-32-be", codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_unicode_is_decoded_without_its_byte_order_mark(text, encoding, mark, name):
    """The mark is no character of the text: offsets begin after it."""
    document = decode(mark + text.encode(encoding), "talks.txt")
    assert (document.text, document.encoding, document.notes) == (text, name, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, CHINESE])
def test_utf_16_without_a_mark_is_recognised(text, encoding):
    """By the high bytes of alphabets, by statistics for ideographs."""
    document = decode(text.encode(encoding), "talks.txt")
    assert (document.text, document.encoding) == (text, encoding)


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (FRENCH, "latin-1", "cp1252"),
        (ENGLISH, "cp1252", "cp1252"),
        (RUSSIAN, "cp1251", "cp1251"),
        (CHINESE, "gb18030", "gb18030"),
    ],
)
def test_older_encodings_are_recognised_and_recorded(text, encoding, name):
    """The words are right, and a note says that the encoding was inferred."""
    document = decode(text.encode(encoding), "talks.txt")
    assert (document.text, document.encoding) == (text, name)
    assert name in note(document, "text-encoding").message


def test_bytes_that_no_encoding_fits_are_refused(monkeypatch):
    """The remedy is to save the file as UTF-8."""
    monkeypatch.setattr("charset_normalizer.from_bytes", lambda _: NoMatch())
    error = refusal(decode, RUSSIAN.encode("cp1251"), "talks.txt")
    assert error.reason == "encoding"
    assert "UTF-8" in str(error)


class NoMatch:
    """What charset-normalizer answers when it finds no encoding."""

    def best(self):
        return None


@pytest.mark.parametrize("broken", [b"\xff", b"\xc3(", b"\xe2\x80", b"\xed\xa0\x80"])
@pytest.mark.parametrize("around", [ENGLISH, "Arvenia and Sorland opened talks "])
def test_invalid_bytes_in_a_utf_8_text_are_replaced_and_flagged(broken, around):
    """The note points at the first one, and offsets are those of the decoded text."""
    document = decode((around + " ").encode() + broken + b" and Port Vel", "talks.txt")
    assert document.encoding == "utf-8"
    flagged = note(document, "text-replaced")
    assert document.text[flagged.start : flagged.end] == "\ufffd"
    assert flagged.start == len(around) + 1
    at = document.text.index("Port Vel")
    assert document.slice(at, at + 8) == "Port Vel"
    assert document.text.startswith(around)


def test_a_truncated_utf_16_file_is_read_to_its_end_and_flagged():
    """One byte too few costs one character."""
    document = decode(("\ufeff" + RUSSIAN).encode("utf-16-le")[:-1], "talks.txt")
    assert document.text == RUSSIAN[:-1] + "\ufffd"
    assert note(document, "text-replaced").start == len(RUSSIAN) - 1


def test_nul_characters_are_kept_and_flagged():
    """They count as characters, so the offsets behind them are exact."""
    document = decode(b"Arvenia\0 and Sorland\0 opened talks.", "talks.txt")
    assert document.text.count("\0") == 2
    assert note(document, "text-nul").start == 7


def test_line_ends_are_kept_and_flagged():
    """CR LF is one mild note without a place; a CR alone is pointed at."""
    windows = decode(b"Talks open\r\n\r\nArvenia agreed.\r\n", "talks.txt")
    assert windows.text == "Talks open\r\n\r\nArvenia agreed.\r\n"
    assert note(windows, "text-cr").start is None
    old_mac = decode(b"Talks open\r\rArvenia agreed.\r", "talks.txt")
    assert old_mac.text == "Talks open\r\rArvenia agreed.\r"
    assert note(old_mac, "text-cr").start == 10


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_no_line_end_moves_an_offset(tmp_path, end):
    """From the file to the blocks: each block's range holds its own words."""
    lines = ["Talks open", "By Mara Lund", "Arvenia agreed. 👩‍👩‍👧", "Port Vel. Picture: Lumen"]
    path = tmp_path / "talks.txt"
    path.write_bytes((end * 2).join(lines).encode())
    document = read(path)
    assert [document.slice(block.start, block.end) for block in document.blocks] == lines


def test_a_lone_surrogate_does_not_stop_a_document():
    """It cannot come from a file, but may from a caller; the text has an identity all the same."""
    document = Document.from_text("Arvenia \ud800 agreed.")
    assert len(document.sha256) == 64
    assert [block.kind for block in document.blocks] == ["paragraph"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"talks\nin\tport.txt", "talks[U+000A]in[U+0009]port.txt"),
        (b"talks\xff\xfe.txt", "talks\\xff\\xfe.txt"),
        ("talks\u202egpj.txt".encode(), "talks[U+202E]gpj.txt"),
        (b"talks\x1b[31m.txt", "talks[U+001B][31m.txt"),
        (b"'\"<script>.txt", "'\"<script>.txt"),
        (b"--output", "--output"),
        (b"x" * 255, "x" * 255),
        ("переговоры 👩‍👩‍👧.txt".encode(), "переговоры 👩‍👩‍👧.txt"),
    ],
)
def test_a_file_of_any_name_is_read_and_its_name_made_printable(tmp_path, monkeypatch, name, shown):
    """The path opened is the real one; what is shown cannot steer a terminal."""
    monkeypatch.chdir(tmp_path)
    path = os.fsdecode(name)
    Path(path).write_bytes(TALKS)
    document = read(path)
    assert document.text == TALKS.decode()
    assert document.source == shown
    Path(path).write_bytes(b"")
    assert shown in str(refusal(read, path))


@given(st.text(alphabet=st.characters(), max_size=60))
def test_a_printable_name_has_one_line(name):
    """No control character is left in it, and it can be written as UTF-8."""
    shown = printable(name)
    shown.encode()
    assert len(shown.splitlines()) <= 1
    assert not any(ord(letter) < 32 for letter in shown)


def test_the_identity_is_that_of_the_text_when_it_was_read(tmp_path):
    """A file that changes afterwards does not change the document."""
    path = tmp_path / "talks.txt"
    path.write_bytes(TALKS)
    document = read(path)
    path.write_bytes(b"Something else.")
    assert document.sha256 == hashlib.sha256(TALKS).hexdigest()


@given(st.binary(max_size=300))
def test_any_bytes_become_a_document_or_an_input_error(data):
    """Nothing else is raised, whatever the bytes are."""
    try:
        document = decode(data, "talks.txt")
    except InputError as error:
        assert error.reason in {"empty", "encoding", "not text"}  # noqa: PT017 -- one of two outcomes
    else:
        assert document.encoding
        for flagged in document.notes:
            assert flagged.start is None or flagged.start < len(document.text)


class Stdin(io.BytesIO):
    """A stream that stands for stdin, perhaps a terminal."""

    def __init__(self, data=b"", *, terminal=False):
        super().__init__(data)
        self.terminal = terminal

    def isatty(self):
        return self.terminal


@pytest.mark.parametrize("source", ["-", "/dev/stdin", Path("/dev/stdin")])
def test_stdin_is_read_by_its_names(monkeypatch, source):
    """A dash, or the device that stands for it."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Stdin(FRENCH.encode("cp1252"))))
    document = read(source)
    assert document.text == FRENCH
    assert document.source == "<stdin>"


def test_stdin_named_twice_does_not_wait_for_more(monkeypatch):
    """The second time there is nothing left."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Stdin(TALKS)))
    assert read("/dev/stdin").text == TALKS.decode()
    assert refusal(read, "/dev/stdin").reason == "empty"


def test_stdin_is_capped():
    """An endless stream is read to the cap and refused."""
    stream = Stdin(b"x" * 1000)
    assert refusal(read_stdin, stream, max_bytes=100).reason == "too large"
    assert stream.tell() == 101


def test_empty_stdin_is_empty():
    """As an empty file is."""
    assert refusal(read_stdin, Stdin()).reason == "empty"


def test_stdin_that_fails_is_unreadable():
    """A fault of the stream is told with the system's own words."""

    class Broken(Stdin):
        def read(self, _):
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    error = refusal(read_stdin, Broken())
    assert error.reason == "unreadable"
    assert os.strerror(errno.EIO) in str(error)


def closed(stream):
    """`stream`, closed."""
    stream.close()
    return stream


@pytest.mark.parametrize("stdin", [None, Stdin(terminal=True), closed(Stdin())])
def test_stdin_that_nothing_comes_from_is_a_mistake_of_the_call(monkeypatch, stdin):
    """Closed, absent or a terminal: a hint instead of waiting for ever."""
    monkeypatch.setattr(sys, "stdin", stdin and Namespace(stdin))
    with pytest.raises(UsageError, match="Pipe an article"):
        read("-")


class Namespace:
    """What `sys.stdin` is to the reader: an object with a buffer."""

    def __init__(self, buffer):
        self.buffer = buffer


def test_stdin_closed_by_the_shell_is_told():
    """A process started with stdin closed says so, without a traceback of its own."""
    program = (
        "import summarizer.readers, summarizer.errors\n"
        "try: summarizer.readers.read('-')\n"
        "except summarizer.errors.UsageError as error: print(error)"
    )
    done = subprocess.run(
        ["sh", "-c", '"$0" -c "$1" <&-', sys.executable, program],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "stdin is closed" in done.stdout


def test_utf_8_needs_no_encoding_detection():
    """charset-normalizer is loaded for other encodings only: it is slow to start."""
    program = (
        "import sys; from summarizer.readers import decode; decode('Arvenia’s talks'.encode(), 'x');"
        "sys.exit('charset_normalizer' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_file_is_read_by_the_path_given_as_text_too(tmp_path):
    """`read_text_file` takes strings and paths alike."""
    (tmp_path / "talks.txt").write_bytes(TALKS)
    assert read_text_file(str(tmp_path / "talks.txt")) == read_text_file(tmp_path / "talks.txt")
