"""Numbers that a summary states and its article does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from summarizer.audit.claims import Claim
from summarizer.audit.reading.dates import read_days
from summarizer.audit.reading.numbers import Number, Stated, read_numbers
from summarizer.audit.reading.polarity import function_words
from summarizer.audit.subject import Subject
from summarizer.audit.words import words
from summarizer.summary import Finding, Severity

_MOST_TOLD = 6
_COUNTS = frozenset((Decimal(count), "") for count in range(2, 13))
_DIGITS = re.compile(r"\d+(?:[.,'\u00a0\u2009\u202f\u066b\u066c]\d+)*")
_UNIT = (" a ", " per ", " each ", " every ")
"""Before "second", where it is a length of time."""
_NEXT_WORDS = re.compile(r"\s(\w+)(?:\s(\w+))?")


def numbers_without_source(subject: Subject) -> Iterator[Finding]:
    """`number-not-in-article`, `number-from-caption`, `number-differs`, `number-not-in-evidence`.

    Left alone: words that are seldom numbers ("one", "first", "both"); dates, which have a check
    of their own; small counts of actors ("the two sides") where the article counts no such actors.
    A small count in a headline or overview is a warning: the article may list what it counts.
    In an article that is not English, only digits are compared.
    """
    for claim in subject.claims:
        if claim.kind != "prose":
            continue
        if subject.article.is_english:
            if numbers := list(_stated(claim.text)):
                yield from _judged(subject, claim, numbers)
        else:
            yield from _digits_unknown(subject, claim)


def _digits_unknown(subject: Subject, claim: Claim) -> Iterator[Finding]:
    """In an article that is not English, digits alone are compared: a warning."""
    for digits in _digits(claim.text):
        if len(digits) > 1 and digits not in set(_digits(subject.document.text)):
            yield Finding(
                code="number-not-in-article",
                severity="warning",
                at=claim.at,
                message=f"The article has no such number in digits: {digits}.",
            )


def _digits(text: str) -> Iterator[str]:
    """The numbers in digits, of any script, without what divides them."""
    for match in _DIGITS.finditer(text):
        yield "".join(str(int(c)) for c in match[0] if c.isdecimal())


def _stated(text: str) -> Iterator[Number]:
    numbers = read_numbers(text)
    days = read_days(text) if numbers else []
    for number in numbers:
        dated = any(day.start <= number.start < day.end for day in days)
        if number.kind != "implied" and not dated and not _is_word(text, number):
            yield number


def _is_word(text: str, number: Number) -> bool:
    """Whether it is one of the words that are seldom numbers: "one", "first", "a second"."""
    word = number.text.lower()
    return word in {"one", "first"} or (word == "second" and text.endswith(_UNIT, 0, number.start))


def _judged(subject: Subject, claim: Claim, numbers: Iterable[Number]) -> Iterator[Finding]:
    article, proof = subject.article, Stated(subject.proof(claim.quotes))
    for number in numbers:
        if not article.numbers.has(number):
            if article.foreign_numbers.has(number):
                yield _finding(claim, number, "number-from-caption", ())
            elif not _counts_actors(subject, claim.text, number):
                found = _finding(claim, number, "number-not-in-article", proof.numbers)
                yield _only_a_warning(found) if _may_be_a_count(claim, number) else found
        elif claim.quotes and not (
            proof.has(number) or _counts_actors(subject, claim.text, number)
        ):
            rival = any(_is_rival(claim.text, number, proof.text, o) for o in proof.numbers)
            code = "number-differs" if rival else "number-not-in-evidence"
            yield _finding(claim, number, code, proof.numbers)


_MESSAGES: dict[str, tuple[Severity, str]] = {
    "number-not-in-article": ("error", "The article has no such number: {}."),
    "number-from-caption": (
        "warning",
        "Only a caption or link of the article has this number: {}.",
    ),
    "number-differs": ("warning", "The item's evidence has another number in place of this: {}."),
    "number-not-in-evidence": (
        "note",
        "The article has this number, but the item's evidence does not: {}.",
    ),
}


def _finding(claim: Claim, number: Number, code: str, proof: Iterable[Number]) -> Finding:
    severity, message = _MESSAGES[code]
    others = list(dict.fromkeys(other.text for other in proof if other.kind != "implied"))
    return Finding(
        code=code,
        severity=severity,
        at=claim.at,
        message=message.format(number.text),
        expected=", ".join(others[:_MOST_TOLD]) or None,
    )


def _may_be_a_count(claim: Claim, number: Number) -> bool:
    """Whether headline or overview may count what the article lists: "won four of five states"."""
    of_the_whole = claim.item_at == "/content" and not claim.quotes
    in_words = number.kind == "number" and number.text.isalpha()
    return of_the_whole and in_words and number.readings <= _COUNTS


def _only_a_warning(finding: Finding) -> Finding:
    told = f"{finding.message} It may count what the article lists."
    return finding.model_copy(update={"severity": "warning", "message": told})


def _is_rival(claim: str, number: Number, words: str, other: Number) -> bool:
    """Whether another number counts the same: it has the same unit, or the same word after it."""
    units = {unit for _, unit in number.readings if unit}
    if units:
        return not units.isdisjoint(unit for _, unit in other.readings)
    mine, its = (_NEXT_WORDS.match(text, n.end) for text, n in ((claim, number), (words, other)))
    return bool(mine and its and mine[1].lower() == its[1].lower() not in function_words())


def _counts_actors(subject: Subject, text: str, number: Number) -> bool:
    """Whether a small count of sides or states is the summary's own, against none of the article."""
    named = sum(claim.kind == "name" for claim in subject.claims)
    if not any(2 <= value <= max(named, 2) for value, _ in number.readings):
        return False
    counted = _counted(text, number)
    own = subject.article.own
    return counted is not None and not any(
        counted == _counted(own, other) for other in subject.article.numbers.numbers
    )


def _counted(text: str, number: Number) -> str | None:
    """What a number counts if it counts negotiators: "two sides", "two other states", "the two"."""
    match = _NEXT_WORDS.match(text, number.end)
    following = [word.lower() for word in match.groups() if word] if match else []
    noun = next((word for word in following if word in words("actors")), None)
    is_pronoun = not following or following[0] in function_words()
    if noun is None and is_pronoun and text[: number.start].lower().endswith("the "):
        return "the"
    return noun
