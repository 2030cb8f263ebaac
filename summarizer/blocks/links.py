"""Lines that lead away from the article: what to read more, sources, advertisements."""

from __future__ import annotations

import re

from summarizer.blocks.lines import ends_sentence

_LONGEST = 300
_MARKS = r"[-*+\u2022>#\s]*"
_LEAD = re.compile(
    rf"""{_MARKS}(?:
        (?:read|see|watch|listen)(?:\ (?:more|also|next|now|here|on|to))*
      | also\ (?:read|see|watch)
      | more\ (?:on|from|about|news|stories|coverage)[^:.]{{0,40}}
      | related(?:\ (?:articles?|content|coverage|links|news|stories|story))?
      | in\ pictures | don['\u2019]t\ miss | categories | tags | topics | filed\ under
      )\**\s*(?::|\u2192|>>)""",
    re.VERBOSE | re.IGNORECASE,
)
_HEADING = re.compile(
    rf"""{_MARKS}(?:Sources?|References?|External\ links?|See\ also|Further\ reading|Read\ more
        |Related(?:\ (?:news|articles?|stories|links|content|topics))?|More\ on\ this\ story|Sister\ links
        |Notes\ and\ references)\s*:?\**\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_AWAY = re.compile(
    rf"{_MARKS}(?:\[[^\]]*\]\([^)]*\)|<?https?://\S+|Advertisement|ADVERTISEMENT"
    r"|Story continues below(?: advertisement)?|Article continues after ad(?:vertisement)?)\.?"
)


def link_reason(line: str) -> str | None:
    """Why `line` leads away from the article; None when it does not."""
    if len(line) > _LONGEST:
        return None
    if _LEAD.match(line):
        return "opens as a pointer to other pages"
    return "only a link or an advertisement's mark" if _AWAY.fullmatch(line) else None


def opens_list(line: str) -> bool:
    """Whether `line` is a heading such as "Sources", whose list follows."""
    return len(line) < 40 and _HEADING.fullmatch(line) is not None


def in_list(line: str) -> bool:
    """Whether `line`, below such a heading, is still an entry of the list and no sentence."""
    return len(line) <= _LONGEST and (not ends_sentence(line) or "http" in line)
