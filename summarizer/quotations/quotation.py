"""What a quotation is, and who is said to have spoken it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

QuotationKind = Literal["direct", "mixed", "scare"]


@dataclass(frozen=True, slots=True)
class Mention:
    """The mention of a speaker in the quotation's own attribution (code points, end exclusive).

    It may be a pronoun, and is the earlier one when the quotation inherits its speaker. `name` is
    the fullest name that the article gives to that actor.
    """

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """A sentence in the writer's words that tells what somebody says (code points)."""

    start: int
    end: int
    speaker: Mention
    cue: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """One paragraph of a quotation, its marks included (code points, end exclusive).

    `direct` is a sentence or more, `mixed` a quoted part of a sentence, `scare` a term, a title or
    words at a distance. `cue` is the word that attributes it ("said", "according to"), `reason`
    the rule that judged.
    """

    start: int
    end: int
    text: str
    kind: QuotationKind
    speaker: Mention | None
    cue: str | None
    reason: str
