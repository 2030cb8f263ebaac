"""Fails unless a wheel holds all of the package, once, and nothing else: check_wheel.py WHEEL."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "summarizer"
SKIPPED = {"__pycache__"}


def main() -> int:
    names = set(zipfile.ZipFile(sys.argv[1]).namelist())
    # The links `prompts` and `schemas` are followed: a wheel holds what they point to.
    files = [
        p
        for folder in (PACKAGE, PACKAGE / "prompts", PACKAGE / "schemas")
        for p in folder.rglob("*")
    ]
    expected = {
        f"summarizer/{path.relative_to(PACKAGE)}"
        for path in files
        if path.is_file() and path.suffix != ".json" and not SKIPPED.intersection(path.parts)
    }
    missing = expected - names
    foreign = {n for n in names if not n.startswith(("summarizer/", "summarizer-"))}
    for name in sorted(missing):
        print(f"missing from the wheel: {name}")
    for name in sorted(foreign):
        print(f"does not belong into the wheel: {name}")
    print(f"the wheel holds {len(names)} files")
    return bool(missing or foreign)


if __name__ == "__main__":
    sys.exit(main())
