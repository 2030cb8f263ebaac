"""A pytest plugin: tests that summarise from recordings beside them, never from a live model.

    def test_talks(recorded_summarizer):
        summary = recorded_summarizer().summarize("tests/talks.txt")
        assert not summary.errors()

The recordings of `test_talks.py` are in `recordings/test_talks/` beside it, and are made by
`pytest --summarizer-record`, which replays those that fit and asks the model for the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.pipeline import Summarizer
    from summarizer.replies import Recordings

# Every pytest run of an environment loads this module: what costs time is imported in the fixtures.

_RECORD = "--summarizer-record"
_recordings = pytest.StashKey["Recordings"]()
_passed = pytest.StashKey[set[str]]()
_deselected = pytest.StashKey[bool]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.getgroup("summarizer").addoption(
        _RECORD,
        action="store_true",
        help="ask the model for replies that are not recorded, and record them",
    )


@pytest.fixture(scope="module")
def summarizer_recordings(request: pytest.FixtureRequest) -> Iterator[Recordings]:
    """The test module's recordings; fails when the whole module passed and left some unused."""
    from summarizer.replies import Recordings

    module = request.node
    recordings = module.stash.setdefault(_recordings, Recordings(_folder(request.path)))
    yield recordings
    if _passed_whole(module):
        _fail_on_unused(recordings)


@pytest.fixture(scope="module")
def summarizer_no_live_calls(pytestconfig: pytest.Config) -> Iterator[None]:
    """From its first use to the end of the module, asking a live model fails the test."""
    from summarizer.model import ModelRoom

    with pytest.MonkeyPatch.context() as patch:
        if not pytestconfig.getoption(_RECORD):
            for name in ("ask", "aask", "models"):
                patch.setattr(ModelRoom, name, _refuse)
        yield


@pytest.fixture(scope="module")
def recorded_summarizer(
    summarizer_recordings: Recordings,
    summarizer_no_live_calls: None,  # noqa: ARG001 - wanted for what it does
    pytestconfig: pytest.Config,
) -> Iterator[Callable[..., Summarizer]]:
    """A function that takes the arguments of `Summarizer` and makes one that replays.

    Where replies come from is settled here: `replay`, `record` and `cache` cannot be given.
    """
    from summarizer.pipeline import Summarizer

    purpose = "record" if pytestconfig.getoption(_RECORD) else "replay"
    settled = {purpose: summarizer_recordings, "cache": False}
    with ExitStack() as made:

        def make(model: str | None = None, **options: Any) -> Summarizer:
            if given := sorted({"replay", "record", "cache"} & options.keys()):
                raise TypeError(f"recorded_summarizer settles itself: {', '.join(given)}")
            options = {"engine": "model", **options, **settled}
            return made.enter_context(Summarizer(model, **options))

        yield make


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> None:
    """Notes which tests passed, and tells at a miss how to record."""
    if not _replays(item):
        return
    from summarizer.errors import ReplayMiss

    if call.excinfo is None and call.when == "call":
        _module(item).stash.setdefault(_passed, set()).add(item.nodeid)
    elif call.excinfo and isinstance(call.excinfo.value, ReplayMiss):
        call.excinfo.value.add_note(f"In tests: pytest {_RECORD}")


def pytest_deselected(items: list[pytest.Item]) -> None:
    for item in items:
        if _replays(item):
            _module(item).stash[_deselected] = True


def _refuse(*_: object, **__: object) -> NoReturn:
    pytest.fail(
        "This test asks a live model. Summarise by what the fixture recorded_summarizer returns, "
        f"or run pytest {_RECORD} to allow live calls."
    )


def _folder(test_module: Path) -> Path:
    return test_module.parent / "recordings" / test_module.stem


def _replays(item: pytest.Item) -> bool:
    return "summarizer_recordings" in getattr(item, "fixturenames", ())


def _module(item: pytest.Item) -> pytest.Module:
    module = item.getparent(pytest.Module)
    assert module is not None
    return module


def _passed_whole(module: pytest.Module) -> bool:
    """Whether each test of the module that replays has passed: else one may need what is unused."""
    config = module.config
    chosen = config.getoption("lf", default=False) or any("::" in arg for arg in config.args)
    distributed = hasattr(config, "workerinput")
    if chosen or distributed or module.stash.get(_deselected, False):
        return False
    expected = {
        item.nodeid for item in module.session.items if _replays(item) and _module(item) is module
    }
    return expected <= module.stash.get(_passed, set())


def _fail_on_unused(recordings: Recordings) -> None:
    unused = recordings.unused()
    if unused:
        names = ", ".join(path.name for path in unused)
        pytest.fail(
            f"No test used these recordings in {recordings.folder}: {names}. Delete them, or "
            "restore the tests that needed them.",
            pytrace=False,
        )
