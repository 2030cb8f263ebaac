"""A prompt and a schema to start a profile of one's own from."""

from __future__ import annotations

from importlib.resources import files

from summarizer.errors import UsageError, shortened
from summarizer.front_matter import NAME, NAME_RULE
from summarizer.profile import Profile

_OURS = "starter"
"""What the files of this folder call themselves: a working profile, which our checks see as it is."""


def starter_files(name: str) -> dict[str, str]:
    """The texts of `NAME.md` and `NAME_schema.py`, which work at once, by file name.

    Raises UsageError for a name that no profile may have, or that a built-in one has.
    """
    if not NAME.fullmatch(name):
        raise UsageError(
            f"{shortened(name, 80)!r} cannot be a profile's name. It must be {NAME_RULE}. For "
            "another folder add --dir."
        )
    if name in {file.name for file in Profile.builtin()}:
        raise UsageError(
            f"{name!r} is a built-in profile, and a summary says only the name: choose another."
        )
    return {
        f"{name}{end}": _text(f"{_OURS}{end}").replace(_OURS, name) for end in (".md", "_schema.py")
    }


def _text(file: str) -> str:
    return (files(__name__) / file).read_text(encoding="utf-8")
