"""Fails unless the tables of EVALUATION.md are what their commands print; --write remakes them.

A table is a `console` block: lines that begin with `$ ` are run by one shell in the project's folder,
the others are what it prints. It needs no network and no key.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from difflib import unified_diff
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "EVALUATION.md"
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def main() -> int:
    written = PAGE.read_text(encoding="utf-8")
    remade = BLOCK.sub(lambda block: run(block[0]), written)
    if "--write" in sys.argv[1:]:
        PAGE.write_text(remade, encoding="utf-8")
        return 0
    changes = unified_diff(
        written.splitlines(), remade.splitlines(), "EVALUATION.md", "remade", lineterm="", n=0
    )
    for line in changes:
        print(line)
    if written != remade:
        print("Remake the tables: python .ci/evaluation_tables.py --write")
    return int(written != remade)


def run(block: str) -> str:
    """The block with what its commands print now."""
    commands = [line for line in block.splitlines(keepends=True) if line.startswith("$ ")]
    script = "".join(line.removeprefix("$ ") for line in commands)
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SUMMARIZER_", "OPENAI_"))
    }
    ran = subprocess.run(
        ["bash", "-eo", "pipefail"],  # noqa: S607 - the one of the user's path
        input=script,
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        sys.exit(f"{script}exit {ran.returncode}: {ran.stderr}")
    return "".join(commands) + ran.stdout


if __name__ == "__main__":
    sys.exit(main())
