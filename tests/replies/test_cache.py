from __future__ import annotations

import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from summarizer.errors import OutputError, ReplayMiss
from summarizer.replies import Recordings, ReplyCache, cache_file
from summarizer.replies.database_file import open_database
from summarizer.replies.recording_file import Recording

WRITER = """
import sys
from pathlib import Path
from summarizer.replies import ReplyCache
from summarizer.request import ModelRequest, Reply

path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
cache = ReplyCache(path, on_notice=lambda text: print("notice", text, flush=True))
for number in range(count):
    text = f"{name} {number}"
    request = ModelRequest(({"role": "user", "content": text},), {}, "m", {})
    message = {"role": "assistant", "content": text}
    completion = {"choices": [{"finish_reason": "stop", "message": message}]}
    cache.put(request, Reply(completion, 0.5, "live", "2031-05-02"))
    print("kept", request.key, flush=True)
"""


@pytest.fixture
def notices():
    return []


@pytest.fixture
def open_cache(tmp_path, notices):
    """A function that opens the cache of this test, as every new run does."""
    opened = []

    def cache() -> ReplyCache:
        opened.append(ReplyCache(tmp_path / "replies.sqlite3", on_notice=notices.append))
        return opened[-1]

    yield cache
    for one in opened:
        one.close()


def stored_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file())


def execute(path: Path, statement: str, *values):
    with closing(sqlite3.connect(path)) as database, database:
        return database.execute(statement, values).fetchall()


def test_put_then_get(open_cache, make_request, make_reply, notices):
    """A reply comes back for the same request in the next run, and for no other request."""
    open_cache().put(make_request(), make_reply())
    assert open_cache().get(make_request()) == make_reply()
    assert open_cache().get(make_request(model="other")) is None
    assert notices == []


def test_nothing_is_made_before_it_is_needed(open_cache, tmp_path):
    """Neither making a cache nor asking for its figures leaves a file behind."""
    assert open_cache().stats().entries == 0
    assert open_cache().clear() == 0
    assert open_cache().export(tmp_path / "out") == 0
    assert list(tmp_path.iterdir()) == []


def test_latest_whole_reply_is_served(open_cache, make_request, make_reply):
    """A reply that was asked for anew takes the earlier one's place."""
    open_cache().put(make_request(), make_reply("first"))
    open_cache().put(make_request(), make_reply("second"))
    assert open_cache().get(make_request()) == make_reply("second")


@pytest.mark.parametrize(
    "choice",
    [
        {"finish_reason": "length"},
        {"finish_reason": "content_filter"},
        {"message": {"role": "assistant", "content": None, "refusal": "I cannot."}},
        {"message": {"role": "assistant", "content": ""}},
    ],
)
def test_reply_that_is_not_whole(open_cache, make_request, make_reply, choice, tmp_path):
    """Such a reply is kept and never served, takes no whole one's place, and yields to one."""
    cache = open_cache()
    cache.put(make_request(), make_reply(**choice))
    assert cache.get(make_request()) is None
    assert (cache.stats().entries, cache.stats().kept) == (0, 1)
    cache.put(make_request(), make_reply("whole"))
    cache.put(make_request(), make_reply(**choice))
    assert cache.get(make_request()) == make_reply("whole")
    assert (cache.stats().entries, cache.stats().kept) == (1, 0)


def test_export(open_cache, make_request, make_reply, tmp_path):
    """An export is a folder of recordings; what is not served stands in a folder of its own."""
    cache = open_cache()
    cache.put(make_request(), make_reply())
    cache.put(make_request(model="b"), make_reply(finish_reason="length"))
    assert cache.export(tmp_path / "out") == 2
    exported = Recordings(tmp_path / "out")
    assert exported.get(make_request()) == make_reply()
    assert exported.get(make_request(model="b")) is None
    kept = Recordings(tmp_path / "out" / "not-served")
    assert kept.get(make_request(model="b")) == make_reply(finish_reason="length")


def test_export_to_an_unwritable_place(open_cache, make_request, make_reply, tmp_path):
    """An export that cannot be written is an error, and the cache stays as it is."""
    cache = open_cache()
    cache.put(make_request(), make_reply())
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        cache.export(tmp_path / "file")
    assert cache.get(make_request()) == make_reply()


def test_clear_leaves_nothing_on_the_disk(open_cache, make_request, make_reply, tmp_path):
    """After clearing, the files hold neither the replies nor their keys."""
    cache = open_cache()
    for number in range(50):
        cache.put(make_request(article=f"article {number}"), make_reply())
    cache.close()
    before = cache.stats()
    assert cache.clear() == 50
    assert cache.get(make_request(article="article 1")) is None
    assert (before.entries, cache.stats().entries) == (50, 0)
    assert sum(path.stat().st_size for path in tmp_path.glob("*.sqlite3")) < before.bytes / 2
    assert make_request(article="article 1").key.encode() not in stored_bytes(tmp_path)


def test_stats(open_cache, make_request, make_reply, tmp_path):
    """The figures are those of the file, its log included."""
    cache = open_cache()
    cache.put(make_request(), make_reply())
    stats = cache.stats()
    assert (stats.path, stats.entries, stats.kept) == (tmp_path / "replies.sqlite3", 1, 0)
    assert stats.bytes == sum(path.stat().st_size for path in tmp_path.iterdir())


def test_offline_miss_names_the_field(open_cache, make_request, make_reply):
    """Where only the cache may answer, a miss names the field that differs."""
    cache = open_cache()
    assert "holds no reply" in str(cache.miss(make_request()))
    cache.put(make_request(), make_reply())
    miss = cache.miss(make_request(prompt="x"))
    assert isinstance(miss, ReplayMiss)
    assert "in the prompt. Run it once without --offline" in str(miss)


def test_entry_of_another_prompt_or_schema_misses(open_cache, make_request, make_reply):
    """A reply that an older prompt or schema got is not served for the newer one."""
    open_cache().put(make_request(prompt="version 1"), make_reply())
    open_cache().put(make_request(prompt="version 2", schema={"name": "old"}), make_reply())
    assert open_cache().get(make_request(prompt="version 2")) is None


def test_edited_entry_is_served_as_a_reply(open_cache, make_request, make_reply, tmp_path):
    """A reply that somebody edited in the file is read as a reply: it is checked later."""
    open_cache().put(make_request(), make_reply())
    edited = Recording(make_request(), make_reply("edited")).as_json(indent=None).encode()
    path = tmp_path / "replies.sqlite3"
    execute(path, "UPDATE replies SET recording = ?", zlib.compress(edited))
    assert open_cache().get(make_request()) == make_reply("edited")


def test_entry_under_another_key_is_ignored(open_cache, make_request, make_reply, tmp_path):
    """An entry whose request does not have the key that it stands under answers nothing."""
    open_cache().put(make_request(model="other"), make_reply())
    execute(tmp_path / "replies.sqlite3", "UPDATE replies SET key = ?", make_request().key)
    assert open_cache().get(make_request()) is None


@pytest.mark.parametrize(
    "value",
    [
        "x'00'",
        f"x'{zlib.compress(b'{}').hex()}'",
        f"x'{zlib.compress(b'[' * 200_000).hex()}'",
        "'text'",
        "CAST(x'ff' AS TEXT)",
        "7",
        "0.5",
    ],
)
def test_damaged_entry_is_told_and_replaced(
    open_cache, make_request, make_reply, notices, tmp_path, value
):
    """An entry that cannot be read is a miss, said once, and the next reply takes its place."""
    open_cache().put(make_request(), make_reply())
    open_cache().put(make_request(model="other"), make_reply())
    execute(
        tmp_path / "replies.sqlite3",
        f"UPDATE replies SET recording = {value} WHERE key = ?",
        make_request().key,
    )
    assert open_cache().get(make_request()) is None
    assert len(notices) == 1
    assert "A reply in the cache" in notices[0]
    assert open_cache().get(make_request(model="other")) == make_reply()
    open_cache().put(make_request(), make_reply("new"))
    assert open_cache().get(make_request()) == make_reply("new")


def emptied(path: Path):
    path.write_bytes(b"")


def cut(path: Path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def overwritten(path: Path):
    path.write_bytes(b"not SQLite at all\n" * 300)


def flipped_header(path: Path):
    content = bytearray(path.read_bytes())
    content[:16] = bytes(byte ^ 0xFF for byte in content[:16])
    path.write_bytes(content)


def flipped_pages(path: Path):
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 512):
        content[start : start + 16] = bytes(byte ^ 0xFF for byte in content[start : start + 16])
    path.write_bytes(content)


def newer(path: Path):
    execute(path, "PRAGMA user_version = 2")


def foreign(path: Path):
    path.unlink()
    execute(path, "CREATE TABLE cookies (host TEXT)")


def foreign_of_our_version(path: Path):
    foreign(path)
    execute(path, "PRAGMA user_version = 1")


@pytest.mark.parametrize(
    "damage",
    [
        emptied,
        cut,
        overwritten,
        flipped_header,
        flipped_pages,
        newer,
        foreign,
        foreign_of_our_version,
    ],
)
def test_damaged_file_is_set_aside(open_cache, make_request, make_reply, notices, tmp_path, damage):
    """A damaged cache is renamed unharmed, that is said, and the run goes on with a new one."""
    cache = open_cache()
    for number in range(40):
        cache.put(make_request(article=f"{number}" * 500), make_reply())
    cache.close()
    damage(tmp_path / "replies.sqlite3")
    content = (tmp_path / "replies.sqlite3").read_bytes()
    cache = open_cache()
    assert cache.get(make_request(article="7" * 500)) is None
    cache.put(make_request(), make_reply())
    assert cache.get(make_request()) == make_reply()
    assert len(notices) == 1
    assert "replies.damaged-1.sqlite3" in notices[0]
    assert (tmp_path / "replies.damaged-1.sqlite3").read_bytes() == content


def test_log_beside_an_emptied_file_is_kept_too(open_cache, make_request, make_reply, tmp_path):
    """Replies that are in the log alone, as after a crash, are set aside with their file."""
    open_cache().put(make_request(), make_reply())
    log = (tmp_path / "replies.sqlite3-wal").read_bytes()
    emptied(tmp_path / "replies.sqlite3")
    ReplyCache(tmp_path / "replies.sqlite3", on_notice=lambda _: None).get(make_request())
    assert (tmp_path / "replies.damaged-1.sqlite3-wal").read_bytes() == log


def test_file_that_a_faster_process_has_replaced(
    open_cache, make_request, make_reply, notices, tmp_path, monkeypatch
):
    """Who meets damage in a file that is not there any more takes the new one as it is."""
    path = tmp_path / "replies.sqlite3"
    open_cache().put(make_request(), make_reply())
    opened = []

    def open_late(where):
        opened.append(where)
        if len(opened) == 1:
            path.rename(tmp_path / "aside")
            open_database(tmp_path / "new").close()
            (tmp_path / "new").rename(path)
            raise sqlite3.DatabaseError("database disk image is malformed")
        return open_database(where)

    monkeypatch.setattr("summarizer.replies.database.open_database", open_late)
    cache = open_cache()
    cache.put(make_request(model="b"), make_reply())
    assert cache.get(make_request(model="b")) == make_reply()
    assert notices == []


def test_second_damage_keeps_the_first_aside(open_cache, make_request, make_reply, tmp_path):
    """Each damaged file gets a name of its own: none is overwritten or deleted."""
    path = tmp_path / "replies.sqlite3"
    for text in ("one", "two"):
        path.write_text(text)
        open_cache().get(make_request())
        path.unlink()
    names = ("replies.damaged-1.sqlite3", "replies.damaged-2.sqlite3")
    assert [(tmp_path / name).read_text() for name in names] == ["one", "two"]


def test_damage_in_the_middle_of_use(open_cache, make_request, make_reply, notices, tmp_path):
    """A file that is overwritten under a running cache costs its replies, never the run."""
    cache, path = open_cache(), tmp_path / "replies.sqlite3"
    for number in range(40):
        cache.put(make_request(article=f"{number}" * 500), make_reply())
    execute(path, "PRAGMA wal_checkpoint(TRUNCATE)")
    with path.open("r+b") as file:
        file.write(b"\xa5" * path.stat().st_size)
    for number in range(40, 44):
        cache.put(make_request(article=f"{number}"), make_reply(str(number)))
    assert cache.get(make_request(article="43")) == make_reply("43")
    assert any("is kept as replies.damaged-1.sqlite3" in notice for notice in notices)


def test_random_damage_never_raises(make_request, make_reply, tmp_path):
    """Whatever bits are flipped, reading and writing end without an error of SQLite's."""
    good, numbers = tmp_path / "good.sqlite3", random.Random(92)
    with closing(ReplyCache(good)) as cache:
        for number in range(30):
            cache.put(make_request(article=f"{number}" * 300), make_reply(str(number)))
    for attempt in range(60):
        path = tmp_path / f"{attempt}" / "replies.sqlite3"
        path.parent.mkdir()
        shutil.copy(good, path)
        content = bytearray(path.read_bytes())
        for _ in range(numbers.choice([1, 8, 200])):
            content[numbers.randrange(len(content))] ^= 1 << numbers.randrange(8)
        path.write_bytes(content)
        with closing(ReplyCache(path, on_notice=lambda _: None)) as cache:
            served = [cache.get(make_request(article=f"{n}" * 300)) for n in range(30)]
            assert all(one in (None, make_reply(str(n))) for n, one in enumerate(served))
            cache.put(make_request(), make_reply("new"))
            cache.export(path.parent / "out")
            cache.stats()


def test_file_that_another_process_set_aside(open_cache, make_request, make_reply, tmp_path):
    """A cache in use notices that its file was replaced, and writes to the new one."""
    cache, path = open_cache(), tmp_path / "replies.sqlite3"
    cache.put(make_request(), make_reply())
    for suffix in ("-wal", "-shm", ""):
        Path(f"{path}{suffix}").replace(tmp_path / f"aside{suffix}")
    cache.put(make_request(model="b"), make_reply("b"))
    assert open_cache().get(make_request(model="b")) == make_reply("b")
    assert open_cache().get(make_request()) is None


@pytest.mark.parametrize("blocked", ["file/replies.sqlite3", "folder"])
def test_unwritable_place(tmp_path, make_request, make_reply, notices, blocked):
    """Where no cache can be made the run goes on without one, and that is said once."""
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    cache = ReplyCache(tmp_path / blocked, on_notice=notices.append)
    cache.put(make_request(), make_reply())
    assert cache.get(make_request()) is None
    assert cache.stats().entries == 0
    assert len(notices) == 1
    assert "goes on without the cache" in notices[0]


def test_locked_for_too_long(open_cache, make_request, make_reply, notices, tmp_path, monkeypatch):
    """A cache that another program locks and never frees is given up, not waited for for ever."""
    open_cache().put(make_request(), make_reply())
    monkeypatch.setattr("summarizer.replies.database_file.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(tmp_path / "replies.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        cache = open_cache()
        cache.put(make_request(model="b"), make_reply())
        assert "database is locked" in notices[0]
        assert cache.get(make_request()) is None
    assert len(notices) == 1


def test_several_threads(open_cache, make_request, make_reply, notices):
    """Eight threads share one cache."""
    cache = open_cache()

    def work(number):
        cache.put(make_request(article=str(number)), make_reply(str(number)))
        return cache.get(make_request(article=str(number)))

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(80))) == [make_reply(str(n)) for n in range(80)]
    assert cache.stats().entries == 80
    assert notices == []


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_several_processes(tmp_path):
    """Three processes that begin one cache together lose nothing and meet no lock."""
    path = tmp_path / "new" / "replies.sqlite3"
    outputs = [process.communicate()[0] for process in [writer(path, n, 60) for n in "abc"]]
    said = [line.split()[0] for output in outputs for line in output.splitlines()]
    assert said == ["kept"] * 180
    assert execute(path, "SELECT count(*) FROM replies") == [(180,)]
    assert [one.name for one in path.parent.iterdir() if "tmp" in one.name] == []


def test_several_processes_meet_one_damage(tmp_path):
    """Of three processes that find the cache damaged one sets it aside, and nothing new is lost."""
    path = tmp_path / "replies.sqlite3"
    path.write_bytes(b"not SQLite" * 500)
    outputs = [process.communicate()[0] for process in [writer(path, n, 60) for n in "abc"]]
    said = [line.split()[0] for output in outputs for line in output.splitlines()]
    assert (said.count("kept"), said.count("notice")) == (180, 1)
    assert execute(path, "SELECT count(*) FROM replies") == [(180,)]
    assert len(list(tmp_path.glob("replies.damaged-*.sqlite3"))) == 1


def test_killed_writer(tmp_path):
    """A process that is killed at any time has kept every reply that it said it had."""
    path = tmp_path / "replies.sqlite3"
    acknowledged = []
    for number, after in enumerate((1, 40, 150)):
        process = writer(path, str(number), 100_000)
        acknowledged += [process.stdout.readline().split() for _ in range(after)]
        process.send_signal(signal.SIGKILL)
        acknowledged += [
            line.split()
            for line in process.communicate()[0].splitlines(True)
            if line.endswith("\n")
        ]
    assert {first for first, _ in acknowledged} == {"kept"}
    found = {key for (key,) in execute(path, "SELECT key FROM replies")}
    assert {key for _, key in acknowledged} <= found


def test_place(tmp_path, monkeypatch):
    """The cache stands in the folder given, else in SUMMARIZER_CACHE, else in the user's own."""
    monkeypatch.setenv("SUMMARIZER_CACHE", str(tmp_path / "named"))
    assert cache_file(tmp_path) == tmp_path / "replies.sqlite3"
    assert cache_file() == tmp_path / "named" / "replies.sqlite3"
    monkeypatch.setenv("SUMMARIZER_CACHE", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    assert cache_file().name == "replies.sqlite3"
    assert cache_file().parent.name == "summarizer"


def test_import_is_light():
    """Importing the package of stored replies loads neither SQLite nor pydantic."""
    code = "import sys, summarizer.replies; print({'sqlite3', 'pydantic'} & set(sys.modules))"
    output = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert output.stdout.strip() == "set()"
