"""Bylines: who wrote or issued the text. They name no speaker and prove nothing."""

from __future__ import annotations

import re

from summarizer.blocks.names import count_capitalised, looks_like_names

_LONGEST = 150
_BY = re.compile(
    r"\(?(?:By|BY|(?:Written|Words|Story|Text|Reported|Reporting|Additional reporting|Writing|Editing) by)\b:?\s+"
)
_TRADE_WORDS = (
    "agency analyst bureau chief columnist contributor correspondent correspondents desk diplomatic"
    " edited editing editor editors foreign news political reporter reporters reporting senior"
    " special staff writer writers writing by"
)
_TRADE = frozenset(_TRADE_WORDS.split())
_OFFICE = re.compile(
    r"(?:Office|Bureau|Department|Ministry|Embassy|Mission|Delegation|Permanent Mission|Press (?:Office|Service))"
    r" (?:of|for|to) "
)
_ROLE = re.compile(
    r"\b(?:Secretary|Spokes(?:person|man|woman)|Minister|Ambassador|Envoy|Representative|Director|President"
    r"|Chair(?:man|woman|person)?|Commissioner|Correspondent|Editor|Reporter|Writer|Officer|Chief|Analyst"
    r"|Columnist)\b"
)


def byline_reason(line: str, *, in_head: bool) -> str | None:
    """Why `line` is a byline; None when it is not.

    `in_head` tells that it stands between title and body: only there does a bare name with its
    office, or an issuing office, count.
    """
    if len(line) > _LONGEST:
        return None
    by = _BY.match(line)
    if by:
        return _named_author(line[by.end() :], in_head=in_head)
    if not in_head or line.endswith((".", ":", "?", "!")) or not looks_like_names(line):
        return None
    if _OFFICE.match(line):
        return "the issuing office after the title"
    name, comma, role = line.partition(", ")
    if comma and 2 <= len(name.split()) <= 5 and _ROLE.search(role):
        return "a name and its office after the title"
    return None


def _named_author(names: str, *, in_head: bool) -> str | None:
    """Names and nothing else after "By": a sentence has other words, and ends."""
    first = re.split(r",|\||;| and | & | in ", names, maxsplit=1)[0]
    enough = count_capitalised(first) >= (1 if in_head else 2)
    plain = names.rstrip(").")
    if enough and looks_like_names(plain, also=_TRADE) and not plain.endswith((":", "?", "!")):
        return "By and names alone on the line"
    return None
