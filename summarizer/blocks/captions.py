"""Captions of pictures: they tell of other days and places, and are evidence for nothing."""

from __future__ import annotations

import re

from summarizer.blocks.names import looks_like_names

_LONGEST = 1000
_TAIL = 160

_LABEL = (
    r"(?:(?:Picture|Photo|Photograph|Image|Video|Audio|Illustration|Graphic|Map|Footage|Credit)s?"
    r"|PICTURES?|PHOTOS?|PHOTOGRAPHS?|IMAGES?|VIDEO|GRAPHIC|MAP|CREDITS?)"
)
_AGENCY = (
    r"(?:Getty|Alamy|Shutterstock|iStock|NurPhoto|Imago\b|Picture\ Alliance|EPA-EFE|PA\ Wire|PA\ Images"
    r"|AP\ Photo|Handout)"
)
_WIRE = r"(?:REUTERS|Reuters|AP|AFP|EPA|PA|DPA|dpa|ANSA|TASS|Xinhua)"
_CAPITALISED = r"[A-Z][\w.'\u2019-]*"

# Cheap to look for: most paragraphs have none of these near their end, and are done with.
_HINT_WORDS = (
    "photo picture image graphic illustration credit video audio footage map: map/ file archive"
    " getty alamy shutterstock imago istock nurphoto handout epa wire reuters/ ap/ afp/ pa/ dpa/"
    " ansa/ tass/ xinhua/ \u00a9"
)
_HINTS = tuple(_HINT_WORDS.split())

_OPENING = re.compile(
    rf"""(?:{_LABEL}|Pictured|PICTURED|Caption)(?:\s+[Cc]redit)?\s*:
      | FILE\s*[-:\u2013\u2014]
      | F(?:ile|ILE)\s+(?:photo|image|picture|footage|PHOTO|IMAGE|PICTURE|FOOTAGE)
        (?:\s*[-:\u2013\u2014] | \s+(?:of|from|shows?|dated)\b)
      | !\[[^\]]*\]\([^)]*\)$""",
    re.VERBOSE,
)
_CREDIT = re.compile(
    rf"""(?: (?:^|[.!?)\](\[|\u2013\u2014]\s*)
             (?:{_LABEL}|(?<=[(\[])(?:photo|picture|image)) (?:\s+[Cc]redit)?
             \s*(?:[:/\u00a9]|\b(?:by|courtesy\s+of|via)\s)
           | \s(?:Picture|Photo|Photograph|Image|Video|Audio)s?:\s )
         (?P<who>[^:;!?"\u201c\u201d()\[\]]+) [)\]]? \.? $""",
    re.VERBOSE,
)
_AGENCY_CREDIT = re.compile(
    rf"""[(\[] [^()\[\]]* (?:{_AGENCY}|\u00a9) [^()\[\]]* [)\]] \.? $
      | (?:^|[.!?)\]/]\s*) (?:{_CAPITALISED}[ /]){{0,4}} {_AGENCY} (?:[ /]{_CAPITALISED}){{0,3}} \.? $
      | (?:^|[.!?)\]]\s*) \u00a9 [^.:;!?"]{{1,60}} \.? $
      | (?:^|[\s(\[]) {_WIRE}/{_CAPITALISED}(?:[ /]{_CAPITALISED}){{0,4}} [)\]]? $""",
    re.VERBOSE,
)
_FILE_NOTE = re.compile(
    r"""(?: [;(\[]\s*(?:from\s+)?(?:file|archive)(?:\s+(?:photo|image|picture|footage))?
          | [.]\s*(?:file|archive)\s+(?:photo|image|picture|footage) )
        (?:,?\s+[0-9]{4})? [.)\]]* $""",
    re.VERBOSE | re.IGNORECASE,
)


def caption_reason(line: str) -> str | None:
    """Why `line`, a paragraph or one line of it, is a picture's caption; None when it is not.

    It takes a credit or a file note where captions have one: a sentence that only speaks of a
    picture is no caption.
    """
    if len(line) > _LONGEST:
        return None
    if _OPENING.match(line):
        return "opens as a picture's caption"
    tail = line[-_TAIL:]
    if not _may_credit(tail.lower()):
        return None
    credit = _CREDIT.search(tail)
    if credit and looks_like_names(credit["who"]):
        return "ends in a picture credit"
    if _AGENCY_CREDIT.search(tail):
        return "ends in a picture agency's credit"
    return "ends in a file note" if _FILE_NOTE.search(tail) else None


def _may_credit(lowered: str) -> bool:
    for hint in _HINTS:  # noqa: SIM110 -- every paragraph comes here, and any() takes twice as long
        if hint in lowered:
            return True
    return False


def is_bare_credit(line: str) -> bool:
    """Whether `line` is a credit and nothing else, which belongs to the line above it."""
    credit = _CREDIT.search(line[:_TAIL])
    return credit is not None and credit.start() == 0 and looks_like_names(credit["who"])
