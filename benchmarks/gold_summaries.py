"""The gold summaries of a folder, each beside its article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summarizer.document import Document


def gold_summaries(
    folder: Path, texts: Path | None
) -> Iterator[tuple[str, Document, dict[str, Any]]]:
    """Name, article and summary in the reading guide's form; the texts lie beside it or in `texts`."""
    for path in sorted(folder.glob("*.json")):
        text = (texts or folder) / f"{path.stem}.txt"
        with text.open(encoding="utf-8", newline="") as file:
            document = Document.from_text(file.read(), source=text.name)
        yield path.stem, document, json.loads(path.read_text(encoding="utf-8"))
