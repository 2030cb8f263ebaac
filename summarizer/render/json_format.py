"""The summary as JSON: one readable object, or one line."""

from __future__ import annotations

import json
import re
from typing import Any

from summarizer.document import Document
from summarizer.summary import Summary

# Not escaped by JSON: what breaks a line for some reader of JSONL, steers a terminal, reorders what
# a reviewer sees, or cannot be written as UTF-8. All of it stands inside strings only.
_UNSAFE = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def render_json(summary: Summary[Any], _document: Document | None = None) -> str:
    """The whole summary, indented by one space; `Summary.model_validate_json` reads it back."""
    return json_text(summary.model_dump(mode="json"), indent=1) + "\n"


def render_jsonl(summary: Summary[Any], _document: Document | None = None) -> str:
    """The whole summary on one line."""
    return json_text(summary.model_dump(mode="json")) + "\n"


def json_text(value: Any, *, indent: int | None = None) -> str:
    """`value` as JSON, readable and safe to print; without `indent` on one line."""
    separators = (",", ":") if indent is None else None
    text = json.dumps(
        value, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
    )
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
