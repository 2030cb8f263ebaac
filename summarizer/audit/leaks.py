"""Names of the prompt's example that turn up in a summary of another article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.audit.subject import Subject
from summarizer.summary import Finding

_NAME = re.compile(r"\b[A-Z][^\W\d_]{2,}")


def example_leaks(subject: Subject) -> Iterator[Finding]:
    """`example-leak`: a name that the prompt's stable text has and the article has not.

    Quotes are left to grounding, which finds them absent.
    """
    foreign = subject.example_names
    for claim in subject.claims if foreign else ():
        if leaked := sorted(foreign.intersection(_NAME.findall(claim.text))):
            yield Finding(
                code="example-leak",
                severity="error",
                at=claim.at,
                message=f"{', '.join(leaked)}: from the prompt's example, not the article.",
            )
