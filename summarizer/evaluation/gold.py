"""Gold: articles, and what a careful reader found in each of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from summarizer.document import Document
from summarizer.errors import UsageError
from summarizer.evaluation.reading import Reading, parse_reading
from summarizer.readers import read


@dataclass(frozen=True)
class Case:
    """One article with its gold. `name` is the stem that its files share."""

    name: str
    document: Document
    gold: Reading

    def strays(self) -> list[str]:
        """Gold evidence that the article does not have to the letter: nothing can match it."""
        text = self.document.text
        return [words for item in self.gold.items for words in item.evidence if words not in text]


def read_cases(gold: Path, texts: Path) -> list[Case]:
    """A case for each `<stem>.json` in `gold`, by name, with `<stem>.txt` in `texts`.

    Raises UsageError when there is no gold or a file of it is not in the reading guide's format,
    InputError when an article cannot be read.
    """
    files = sorted(gold.glob("*.json"))
    if not files:
        raise UsageError(f"{gold} has no gold: one <stem>.json an article is needed.")
    return [
        Case(
            name=file.stem,
            document=read(texts / f"{file.stem}.txt"),
            gold=parse_reading(read(file).text, f"The gold {file.name}"),
        )
        for file in files
    ]
