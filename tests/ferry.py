"""A small profile of a user's own, for tests: its head, its schema, the two in a folder."""

from __future__ import annotations

from pathlib import Path

HEAD = """---
name: ferry
version: 3
schema: ferry_schemas.py:Ferry
description: Ferries and where they go
---
"""
SCHEMA = """from __future__ import annotations

from pydantic import BaseModel

from summarizer.schemas.evidence import Quote


class Ferry(BaseModel):
    name: str
    berth: Berth
    words: list[Quote]


class Berth(BaseModel):
    number: int
"""


def write_ferry(folder: Path) -> Path:
    """The profile's two files, in the folder that is returned."""
    (folder / "ferry.md").write_text(HEAD + "Read the article.\n", encoding="utf-8")
    (folder / "ferry_schemas.py").write_text(SCHEMA, encoding="utf-8")
    return folder
