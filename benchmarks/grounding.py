"""Grounding beside langextract on one task, in one run, and its cost on a large text.

The task: 100 quotations of an invented text, 90 of them present (verbatim, with other marks and white
space, or with a word or two changed) and 10 not. langextract is told for each quotation which
1,000 characters it stands in; ours is not. Right means that the place overlaps the true one by half.

    python benchmarks/grounding.py [--rounds 5] [--seed 1] [--without-peer]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
import time
import tracemalloc
import venv
from collections import Counter
from itertools import count, cycle, islice
from pathlib import Path
from typing import Any

from grounding_task import Asked, Author

from summarizer import Document
from summarizer.blocks import Block
from summarizer.grounding import ground

PEER = "langextract==1.7.1"
CHUNK = 1_000
PRESENT = ["verbatim"] * 40 + ["reshaped"] * 25 + ["edited"] * 25
GOALS = {4_000: 50, 40_000: 25}
LARGE = 4_000_000

_ENDINGS = count()
"""White space at the end that makes a text a new one, of which nothing is remembered."""

Place = tuple[int, int] | None


def document(text: str) -> Document:
    return Document(text, blocks=(Block("paragraph", 0, len(text), "one block"),))


def ours(text: str, asked: list[Asked]) -> tuple[list[Place], float]:
    """Where each quotation was found, and the milliseconds from a text never seen before."""
    article = document(text + " " * next(_ENDINGS))
    began = time.process_time()
    found = [ground(quote.text, article) for quote in asked]
    spent = (time.process_time() - began) * 1000
    return [next(iter(each.spans), each.nearest) for each in found], spent


def told(text: str, asked: list[Asked], rounds: int) -> dict[str, Any]:
    """The task as the peer reads it: each quotation with the start of its chunk."""
    last = max(0, len(text) - CHUNK)
    starts = [
        min(last, max(0, sum(quote.place) // 2 - CHUNK // 2)) if quote.place else index * 37 % last
        for index, quote in enumerate(asked)
    ]
    quotes = [{"text": q.text, "chunk": at} for q, at in zip(asked, starts, strict=True)]
    return {"text": text, "chunk": CHUNK, "rounds": rounds, "quotes": quotes}


def peer(python: Path, task: dict[str, Any]) -> tuple[list[Place], list[float]]:
    script = Path(__file__).with_name("grounding_peer.py")
    run = subprocess.run(
        [python, script], input=json.dumps(task), capture_output=True, text=True, check=True
    )
    answer = json.loads(run.stdout)
    return [tuple(place) if place else None for place in answer["places"]], answer["ms"]


def judged(asked: list[Asked], places: list[Place]) -> tuple[int, ...]:
    """How many are right, in the wrong place, missed, and found though they are absent."""
    number = Counter(_verdict(q.place, p) for q, p in zip(asked, places, strict=True))
    return tuple(number[name] for name in ("right", "wrong", "missed", "false"))


def line(length: int, whose: str, verdict: tuple[int, ...], cost: str) -> None:
    print(f"{length:>9,} {whose:12} {' / '.join(map(str, verdict)):>15} {cost}")


def _verdict(true: Place, found: Place) -> str:
    if true is None or found is None:
        return "missed" if true else "false" if found else "right absent"
    shared = min(true[1], found[1]) - max(true[0], found[0])
    longest = max(true[1], found[1]) - min(true[0], found[0])
    return "right" if shared * 2 >= longest else "wrong"


def beside_peer(python: Path | None, length: int, seed: int, rounds: int) -> bool:
    author = Author(seed)
    text = author.text(length)
    asked = author.quotations(text, PRESENT, absent=10)
    runs = [ours(text, asked) for _ in range(rounds + 1)][1:]  # the first one pays for imports
    verdict, mine = judged(asked, runs[0][0]), min(ms for _, ms in runs)
    line(length, "ours", verdict, f"{mine:9.1f} ms")
    if python is None:
        return verdict == (90, 0, 0, 0)
    places, times = peer(python, told(text, asked, rounds))
    ratio = min(times) / mine
    line(length, "langextract", judged(asked, places), f"{min(times):9.1f} ms")
    print(f"{length:>9,} ours is {ratio:.0f} times as fast (goal {GOALS[length]})")
    return verdict == (90, 0, 0, 0) and ratio >= GOALS[length]


def large(seed: int, absent: int, seconds: float) -> bool:
    author = Author(seed)
    text = author.text(LARGE)
    present = 500 - absent
    asked = author.quotations(text, list(islice(cycle(PRESENT), present)), absent)
    places, ms = ours(text, asked)
    verdict = judged(asked, places)
    line(
        LARGE,
        "ours",
        verdict,
        f"{ms / 1000:9.2f} s for 500, {absent} of them absent (goal {seconds:g} s)",
    )
    return ms < seconds * 1000 and verdict[0] >= 0.99 * present and verdict[3] == 0


def memory(seed: int) -> None:
    text = Author(seed).text(LARGE)
    asked = Author(seed + 1).quotations(text, ["edited"] * 5, 5)
    tracemalloc.start()
    ours(text, asked)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"{LARGE:>9,} ours needs {peak / 2**20:.0f} MiB, {peak / LARGE:.0f} bytes a character")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without-peer", action="store_true")
    options = parser.parse_args()
    print("   length                right / wrong / missed / false")
    with tempfile.TemporaryDirectory() as folder:
        python = None if options.without_peer else installed(Path(folder))
        passed = [beside_peer(python, length, options.seed, options.rounds) for length in GOALS]
    passed += [large(options.seed, 0, 5), large(options.seed, 50, 25)]
    memory(options.seed)
    return 0 if all(passed) else 1


def installed(folder: Path) -> Path:
    """A Python that has the peer, in a virtual environment under `folder`."""
    venv.create(folder / "peer", with_pip=True)
    python = folder / "peer/bin/python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", PEER], check=True)
    return python


if __name__ == "__main__":
    raise SystemExit(main())
