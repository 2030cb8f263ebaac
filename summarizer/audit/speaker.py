"""Who spoke a quotation, as the summary has it and as the article has it."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.audit.cast import Cast
from summarizer.audit.subject import Subject
from summarizer.audit.voices import Voice, voices_in
from summarizer.schemas.negotiation import Negotiation, Party
from summarizer.summary import Finding


def speakers_that_differ(subject: Subject) -> Iterator[Finding]:
    """`speaker-differs`: a quotation in a position's evidence is attributed to somebody else.

    Told only where the article, beside the quotation, names a person or means another party of
    the summary. A person and the state or body for which the person speaks are no contradiction.
    """
    if not isinstance(subject.content, Negotiation):
        return
    cast = subject.cast
    for index, position in enumerate(subject.content.positions):
        given = cast.parties.get(position.speaker)
        if given is None:
            continue
        for voice in voices_in(position.evidence, subject.voices):
            if not _agree(given, voice, cast):
                yield Finding(
                    code="speaker-differs",
                    severity="warning",
                    at=f"/content/positions/{index}/speaker",
                    span=voice.span,
                    message=f"The speaker is given as {given.name}, but beside this quotation the "
                    f"article {'names' if voice.named else 'seems to mean'} {voice.speaker} "
                    f'("{voice.attribution}").',
                    expected=voice.speaker,
                )
                break


def _agree(given: Party, voice: Voice, cast: Cast) -> bool:
    """Whether the speaker given may be the one that the article names."""
    named = cast.playing(voice.speaker)
    if given.kind == "group" or any(party.id == given.id for party in named):
        return True
    if not named and not (voice.named and cast.is_named_person(voice.speaker)):
        return True  # a description or a name that no party has: most often the rule errs
    allied = [party for party in named if cast.same_side(party.id, given.id)]
    if given.kind != "person":
        return not named or bool(allied)
    return any(party.kind != "person" for party in allied)
