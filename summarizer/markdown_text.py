"""Text that others wrote, as Markdown that is nothing but words."""

from __future__ import annotations

import re

from summarizer.shown import on_one_line

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# With the braces of site generators' templates, and with what makes bare addresses into links.
_ACTIVE = re.compile(r"[\\`*_\[\]{}|~$#@^]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_AT_START = re.compile(r"^(?:[-+=]|\d+[.)])")


def escaped(text: str) -> str:
    """`text` on one line, as words that no Markdown dialect takes for anything else."""
    line = on_one_line(text).translate(_ENTITIES)
    inert = _ACTIVE.sub(r"\\\g<0>", line)
    return _AT_START.sub(lambda match: f"{match[0][:-1]}\\{match[0][-1]}", inert)
