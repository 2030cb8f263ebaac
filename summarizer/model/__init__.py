"""The only room that talks to a model.

`access` checks keys and addresses, `ModelRoom` asks. openai and instructor are loaded by the first
question, not by an import of this package.
"""

from summarizer.model.room import ModelRoom

__all__ = ["ModelRoom"]
