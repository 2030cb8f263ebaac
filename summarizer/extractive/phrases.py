"""The phrase lists of `words/`, read when first asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"


def _lines(name: str) -> Iterator[str]:
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


@cache
def sections(name: str) -> dict[str, re.Pattern[str]]:
    """The patterns of a list in sections, by section, in the order of the file."""
    found: dict[str, list[str]] = {}
    phrases: list[str] = []
    for line in _lines(name):
        if line.startswith("["):
            phrases = found.setdefault(line.strip("[]"), [])
        else:
            phrases.append(line)
    return {section: _pattern(entries) for section, entries in found.items()}


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern of a list without sections."""
    return _pattern(list(_lines(name)))


@cache
def words(name: str) -> frozenset[str]:
    """The entries of a list of words."""
    return frozenset(_lines(name))


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    parts = [re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for phrase in phrases]
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)
