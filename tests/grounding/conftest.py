"""A document of one paragraph, and what is found in it."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.grounding import Grounding, ground


@pytest.fixture
def found():
    """Grounds a quotation in a text."""

    def look(quote: str, text: str) -> Grounding:
        return ground(quote, Document.from_text(text))

    return look


@pytest.fixture
def slices():
    """The stretches of a text that an exact quotation was found at."""

    def look(quote: str, text: str) -> list[str]:
        return [text[start:end] for start, end in ground(quote, Document.from_text(text)).spans]

    return look
