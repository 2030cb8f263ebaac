"""The only room that talks to a model.

`access` checks keys and addresses, `ModelRoom` asks. openai and instructor are loaded by the first
question, not by an import of this package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.model.room import ModelRoom

__all__ = ["ModelRoom"]


def __getattr__(name: str) -> object:
    """Loads the room when it is entered: whoever only checks a key needs no event loop."""
    if name != "ModelRoom":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from summarizer.model.room import ModelRoom

    return ModelRoom
