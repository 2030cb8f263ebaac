"""Whole-process time of the command, as a ratio to `python -c "import click"` in the same run.

    python benchmarks/startup.py [ROUNDS]

Prints the median CPU seconds (user and system, of the finished processes) and the ratio of the
sums over all rounds. Limits: --help 3x, an article from a recording or by rules 10x.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
ARTICLE = HERE / "examples" / "strait-talks.txt"
COMMAND = [sys.executable, "-m", "summarizer"]
BASE = [sys.executable, "-c", "import click"]
CASES = {
    "--help": ([*COMMAND, "--help"], 3),
    "from a recording": (
        [*COMMAND, str(ARTICLE), "--replay", str(HERE / "examples/recordings"), "-q"],
        10,
    ),
    "from a recording, as JSON": (
        [*COMMAND, str(ARTICLE), "--replay", str(HERE / "examples/recordings"), "-q", "-f", "json"],
        10,
    ),
    "by rules, as JSON": (
        [*COMMAND, str(ARTICLE), "--engine", "extractive", "-q", "-f", "json"],
        10,
    ),
}

# As installed: pip compiles a package once, so no run may be kept from finding its bytecode.
_ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}


def cpu_seconds(command: list[str]) -> float:
    """User and system seconds of one run of `command`, which must succeed."""
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=_ENVIRONMENT)
    after = os.times()
    return (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    slow = False
    for name, (command, limit) in CASES.items():
        cpu_seconds(command)
        pairs = [(cpu_seconds(command), cpu_seconds(BASE)) for _ in range(rounds)]
        seconds = statistics.median(ours for ours, _ in pairs)
        # Clock ticks are 10 ms: the base is summed over all rounds to be read finer.
        ratio = sum(ours for ours, _ in pairs) / sum(base for _, base in pairs)
        slow = slow or ratio > limit
        print(f"{name:<28} {seconds * 1000:6.0f} ms   {ratio:5.1f}x   (limit {limit}x)")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
