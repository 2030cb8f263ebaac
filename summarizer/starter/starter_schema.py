"""What `starter.md` asks a model for. Change it to what you want to know, and the prompt with it.

Every field becomes part of the JSON schema that a reply must fit; the model fills the fields in
this order. Wherever you put a `Quote`, its words are looked up in the article.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from summarizer.schemas.evidence import Identifier, Quote, Record, Reference, Sentence, ShortText

# A field marked so holds the id of an item of the list `actors`: an id of nothing is reported, and
# readers are shown the name.
ActorId = Annotated[Identifier | None, Reference(("actors",))]


# `Record` refuses fields that are not named here. Bound every text and list: an endless reply then
# ends in an error. `ShortText` has up to 300 characters, `Sentence` up to 1,000.
class Actor(Record):
    """Somebody who says something. Asks for no proof, so it is shown as a row of a table."""

    id: Identifier
    name: ShortText


class Point(Record):
    """One thing that somebody says, with the words that show it."""

    id: Identifier
    said_by: ActorId  # `None` is an answer: do not make a model invent one
    kind: Literal["claim", "demand", "question"]
    what: Sentence
    evidence: Annotated[list[Quote], Field(max_length=50)]


class Content(Record):
    """The whole reply. Lists come first: a model sums up best what it has just found."""

    actors: Annotated[list[Actor], Field(max_length=500)]
    points: Annotated[list[Point], Field(max_length=500)]
    headline: ShortText
