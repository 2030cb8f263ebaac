"""Names of the prompt's example that turn up in a summary of another article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.audit.subject import Subject
from summarizer.schemas.evidence import Quote, walk
from summarizer.summary import Finding

_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"\b[A-Z][^\W\d_]{2,}")
_NAME_IN_SENTENCE = re.compile(r"(?<=[^\W\d_,;] )[A-Z][^\W\d_]{2,}")


def example_leaks(subject: Subject) -> Iterator[Finding]:
    """`example-leak`: a name that the prompt's stable text has and the article has not.

    A name is a word that the stable text writes with a capital inside a sentence, and never
    without. Quotes are left to grounding, which finds them absent.
    """
    foreign = _names_only_in(subject.stable_text, subject.document.text)
    if not foreign:
        return
    for at, item in walk(subject.content, "/content"):
        if isinstance(item, Quote):
            continue
        for field in type(item).model_fields:
            for word in _texts(getattr(item, field)):
                if leaked := sorted(foreign.intersection(_NAME.findall(word))):
                    yield Finding(
                        code="example-leak",
                        severity="error",
                        at=f"{at}/{field}",
                        message=f"{', '.join(leaked)}: from the prompt's example, not the article.",
                    )


def _names_only_in(stable_text: str, article: str) -> set[str]:
    plain = {word for word in _WORD.findall(stable_text) if word.islower()}
    written = {word.casefold() for word in _WORD.findall(article)}
    return {
        name
        for name in _NAME_IN_SENTENCE.findall(stable_text)
        if name.lower() not in plain and name.casefold() not in written
    }


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for part in value for text in _texts(part)]
    return []
