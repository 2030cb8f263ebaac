"""The word lists of `words/`, read when first asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """The entries of a list, one a line, under the heading `[...]` that they stand below.

    Lines that begin with `#` tell the source and are passed over.
    """
    found: dict[str, list[str]] = {}
    entries = found.setdefault("", [])
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            entries = found.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            entries.append(line)
    return {heading: tuple(lines) for heading, lines in found.items()}


@cache
def words(name: str, heading: str = "") -> frozenset[str]:
    """The entries below one heading of a list."""
    return frozenset(sections(name)[heading])


@cache
def pairs(name: str, heading: str = "") -> dict[str, str]:
    """The entries below one heading as words and what stands after the first space."""
    return dict(entry.split(" ", 1) for entry in sections(name)[heading])
