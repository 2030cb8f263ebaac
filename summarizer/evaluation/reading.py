"""What one reader found in an article, in the reading guide's format: gold or predicted."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from summarizer.errors import UsageError, shortened
from summarizer.strict_json import StrictJSONError, strict_json


def _empty_for_null(value: Any) -> Any:
    return [] if value is None else value


Strings = Annotated[list[str], BeforeValidator(_empty_for_null)]


class _Lenient(BaseModel):
    """Unknown fields are passed over and values are free: a wrong status is scored, not refused."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class ReadParty(_Lenient):
    """Somebody who takes part. `aliases` are other names that the article uses."""

    id: str
    name: str
    kind: str | None = None
    role: str | None = None
    represents: str | None = None
    aliases: Strings = []


class ReadAgreement(_Lenient):
    """One undertaking; parties are ids."""

    what: str = ""
    parties: Strings = []
    status: str | None = None
    asserted_by: Strings = []
    denied_by: Strings = []
    evidence: Strings = []


class ReadPosition(_Lenient):
    """One stated point; holder and speaker are ids."""

    holder: str | None = None
    speaker: str | None = None
    topic: str = ""
    statement: str = ""
    form: str | None = None
    evidence: Strings = []


class Reading(_Lenient):
    """The three lists of the guide; evidence is plain strings."""

    parties: list[ReadParty]
    agreements: list[ReadAgreement]
    positions: list[ReadPosition]

    @property
    def items(self) -> list[ReadAgreement | ReadPosition]:
        """What needs proof: agreements, then positions."""
        return [*self.agreements, *self.positions]

    def named(self, identifier: str | None) -> ReadParty | None:
        """The party of this id; of several the last; None where there is none."""
        parties = (party for party in reversed(self.parties) if party.id == identifier)
        return next(parties, None) if identifier else None


EMPTY = Reading(parties=[], agreements=[], positions=[])


def parse_reading(text: str, name: str) -> Reading:
    """The reading that a JSON text holds. Raises UsageError, which calls the text `name`."""
    try:
        return Reading.model_validate(strict_json(text))
    except StrictJSONError as error:
        raise UsageError(f"{name} cannot be used: {error}.") from error
    except ValidationError as error:
        places = "; ".join(
            f"{'/'.join(map(str, fault['loc'])) or 'the whole'}: {fault['msg']}"
            for fault in error.errors(include_input=False, include_url=False)
        )
        raise UsageError(
            f"{name} has not the reading guide's format ({shortened(places, 500)})."
        ) from error
