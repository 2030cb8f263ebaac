"""Checks what somebody else made: a summary, a model's answer, quotations in lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from summarizer.document import Document
from summarizer.draft import DraftError, parse_draft
from summarizer.errors import UsageError, shortened
from summarizer.grounding import Grounding, ground
from summarizer.pipeline.assemble import assembled, checked
from summarizer.profile import Profile
from summarizer.summary import FORMAT, Provenance, Summary

_FENCED = re.compile(r"^```(?:json)?[ \t]*\r?\n(.*?)^```[ \t]*$", re.DOTALL | re.MULTILINE)


def check(
    document: Document,
    made: str,
    *,
    profile: Profile | str | Path | None = None,
    name: str = "What is to be checked",
) -> Summary[Any]:
    """The summary that `made` holds, grounded and audited afresh against `document`.

    `made` is the JSON of a Summary, of a model's answer, or of the reading guide's format, bare or
    in the one code fence of a chat's answer; what it says of matches and attributions is
    discarded. `name` is what errors call it. Raises UsageError when it is none of these.
    """
    fenced = _FENCED.findall(made)
    data = _json_object(fenced[0] if len(fenced) == 1 else made, name)
    content: Any = data
    label, provenance = "negotiation", None
    if data.get("format") == FORMAT:
        content, label = data.get("content"), str(data.get("profile"))
        provenance = data.get("provenance")
    elif "doc" in data:
        content = _from_guide(data)
    chosen = profile if isinstance(profile, Profile) else Profile(profile or _built_in(label))
    try:
        draft = parse_draft(json.dumps(content), chosen.schema)
        told = Provenance.model_validate(provenance) if provenance else _unknown(chosen)
    except (DraftError, ValidationError) as error:
        why = "; ".join(error.places) if isinstance(error, DraftError) else str(error)
        raise UsageError(
            f"{name} is no summary of the profile {chosen.label}: {shortened(why, 1000)}."
        ) from error
    return assembled(checked(draft, document), chosen, told)


def _built_in(label: str) -> str:
    """A built-in profile that a file names. A path in a file is never followed: it would be run."""
    name = label.partition("@")[0]
    if name not in {prompt.name for prompt in Profile.builtin()}:
        raise UsageError(
            f"The summary is of the profile {shortened(label, 100)!r}, which is not built in: name "
            "its prompt file with --profile."
        )
    return label


def ground_lines(
    lines: str, document: Document, *, name: str = "the quotations"
) -> Iterator[tuple[str, bool]]:
    """Each JSON line with what grounding found added, and whether it is exact, in order.

    A line needs `text`; its other keys are kept. Blank lines are passed over. Raises UsageError
    naming the first line, of what `name` calls the whole, that is no object with a text.
    """
    for number, line in enumerate(lines.split("\n"), start=1):
        if not line.strip():
            continue
        at = f"Line {number} of {name}"
        given = _json_object(line, at, ' A line is as {"text": "the words"}.')
        if not isinstance(given.get("text"), str):
            raise UsageError(f"{at} has no `text`, or one that is not a string.")
        found = ground(given["text"], document)
        yield json.dumps(given | _told(found), ensure_ascii=False), found.match == "exact"


def _told(found: Grounding) -> dict[str, Any]:
    spans = [_span(span) for span in found.spans]
    return {
        "match": found.match,
        "normalised": found.normalised,
        "span": spans[0] if spans else None,
        "occurrences": spans,
        "nearest": _span(found.nearest) if found.nearest else None,
        "changes": list(found.changes),
        "parts": [_span(part) for part in found.parts],
    }


def _span(span: tuple[int, int]) -> dict[str, int]:
    return {"start": span[0], "end": span[1]}


def _json_object(text: str, what: str, hint: str = "") -> dict[str, Any]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{what} is no JSON: {shortened(str(error), 200)}.{hint}") from error
    if not isinstance(data, dict):
        raise UsageError(f"{what} is no JSON object.{hint}")
    return data


def _from_guide(data: dict[str, Any]) -> dict[str, Any]:
    """A file in the reading guide's format as a draft: with ids for its items, and no headline."""

    def numbered(name: str, letter: str) -> list[Any]:
        items = data.get(name)
        given = items if isinstance(items, list) else []
        return [
            {"id": f"{letter}{number}", **item} if isinstance(item, dict) else item
            for number, item in enumerate(given, start=1)
        ]

    return {
        "headline": data.get("headline", ""),
        "overview": data.get("overview", ""),
        "parties": data.get("parties", []),
        "agreements": numbered("agreements", "a"),
        "positions": numbered("positions", "p"),
    }


def _unknown(profile: Profile) -> Provenance:
    """The provenance of something that does not say where it comes from."""
    return Provenance(
        engine="model",
        prompt=profile.prompt_name,
        prompt_sha256=profile.prompt_sha256,
        schema_sha256=profile.schema_sha256,
    )
