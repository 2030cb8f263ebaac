"""On whose word an agreement stands, as the summary has it and as its quotations have it."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.audit.subject import Subject
from summarizer.audit.voices import voices_in
from summarizer.schemas.negotiation import Negotiation
from summarizer.summary import Finding


def asserters_that_differ(subject: Subject) -> Iterator[Finding]:
    """`asserted-by-differs`: an agreement's evidence quotes somebody whose side does not assert it.

    A spokesperson's word is that of the side for which the spokesperson speaks.
    """
    if not isinstance(subject.content, Negotiation):
        return
    cast = subject.cast
    for index, agreement in enumerate(subject.content.agreements):
        given = [*agreement.asserted_by, *agreement.denied_by]
        for voice in voices_in(agreement.evidence, subject.voices):
            named = cast.playing(voice.speaker)
            if named and not any(cast.same_side(p.id, other) for p in named for other in given):
                yield Finding(
                    code="asserted-by-differs",
                    severity="note",
                    at=f"/content/agreements/{index}/asserted_by",
                    span=voice.span,
                    message=f"The evidence quotes {voice.speaker}, whose side is not among those "
                    "said to assert or deny this.",
                    expected=voice.speaker,
                )
                break
