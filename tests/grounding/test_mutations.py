"""No quotation that was changed, however little, is ever called exact; untouched ones always are.

Over 100 quotations of real articles for each of eight ways to falsify one.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from summarizer.document import Document
from summarizer.grounding import ground

DATA = Path(__file__).parents[2] / "../shared/data"
SENTENCE = re.compile(r"(?<=[.!?] )[A-Z][^.!?\n]{40,200}[.!?](?= |\n)")
NEGATION = re.compile(r"(?<=\w) (?:not|never|no|nor|without|cannot)(?= \w)")
NUMBER = re.compile(r"(?<=\w )[1-9][0-9]*(?=[ %]\w)")
RARE = re.compile(r"(?:not|never|no|nor|without|cannot|[1-9][0-9]*)$")
NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{3,}(?= )")
TENSES = {"will": "would", "is": "was", "are": "were", "has": "had", "have": "had", "was": "is"}
TENSE = re.compile(rf"(?<= )(?:{'|'.join(TENSES)})(?= )")

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the shared articles are not here")


class Case(NamedTuple):
    document: Document
    quote: str


def evidence(value: object) -> Iterator[str]:
    """Every passage in a gold file that is evidence."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from part if key == "evidence" else evidence(part)
    elif isinstance(value, list):
        for part in value:
            yield from evidence(part)


@pytest.fixture(scope="module")
def gold() -> list[Case]:
    """The evidence of the gold summaries, in a fixed disorder."""
    cases = {}
    for path in sorted((DATA / "gold").glob("*.json")):
        document = Document.from_text(path.with_suffix(".txt").read_text("utf-8"))
        for quote in evidence(json.loads(path.read_text("utf-8"))):
            cases[document.sha256, quote] = Case(document, quote)
    return random.Random(1).sample(list(cases.values()), len(cases))


def around_rare_words(text: str) -> Iterator[str]:
    """Four and nine words on either side of each negation and number, within its paragraph."""
    for paragraph in text.split("\n"):
        words = paragraph.split(" ")
        for at in range(1, len(words) - 1):
            if RARE.match(words[at]):
                yield from (" ".join(words[max(0, at - n) : at + n + 1]) for n in (4, 9))


@pytest.fixture(scope="module")
def cases(gold) -> list[Case]:
    """The gold evidence, then sentences of all articles, then what stands around rare words."""
    sentences, around = [], []
    for path in sorted((DATA / "articles").glob("*.txt")):
        document = Document.from_text(path.read_text("utf-8"))
        sentences += [Case(document, match[0]) for match in SENTENCE.finditer(document.text)]
        around += [Case(document, quote) for quote in around_rare_words(document.text)]
    return gold + random.Random(2).sample(sentences, len(sentences)) + around


def drop_negation(case: Case, _: random.Random) -> str:
    return NEGATION.sub("", case.quote, count=1)


def swap_number(case: Case, _: random.Random) -> str:
    return NUMBER.sub(lambda match: str(int(match[0]) + 1), case.quote, count=1)


def swap_name(case: Case, _: random.Random) -> str:
    return NAME.sub("Arvenia", case.quote, count=1)


def insert_word(case: Case, chance: random.Random) -> str:
    words = case.quote.split(" ")
    words.insert(chance.randrange(1, max(2, len(words))), "reportedly")
    return " ".join(words)


def invent_tail(case: Case, _: random.Random) -> str:
    return f"{case.quote.rstrip('.')} and nothing less than that"


def reorder(case: Case, chance: random.Random) -> str:
    words = case.quote.split(" ")
    at = chance.randrange(max(1, len(words) - 1))
    words[at : at + 2] = reversed(words[at : at + 2])
    return " ".join(words)


def splice(case: Case, chance: random.Random) -> str:
    sentences = SENTENCE.findall(case.document.text)
    others = [sentence for sentence in sentences if case.quote not in sentence]
    if not others:
        return case.quote
    words = case.quote.split(" ")
    tail = chance.choice(others).split(" ")
    return " ".join(words[: len(words) // 2 + 1] + tail[len(tail) // 2 :])


def change_tense(case: Case, _: random.Random) -> str:
    return TENSE.sub(lambda match: TENSES[match[0]], case.quote, count=1)


OPERATORS = [
    drop_negation, swap_number, swap_name, insert_word, invent_tail, reorder, splice, change_tense,
]  # fmt: skip


def test_untouched_quotations_are_exact_where_they_stand(gold):
    """100 of 100 are exact, without normalisation, and each of their ranges holds the quotation."""
    for document, quote in gold[:100]:
        found = ground(quote, document)
        assert (found.match, found.normalised) == ("exact", False)
        assert {document.slice(*span) for span in found.spans} == {quote}


@pytest.mark.parametrize("operator", OPERATORS, ids=lambda operator: operator.__name__)
def test_no_falsified_quotation_is_exact(operator: Callable[[Case, random.Random], str], cases):
    """0 of 100, for each way to falsify; what is altered shows a passage and says what changed."""
    chance = random.Random(3)
    falsified = (Case(case.document, operator(case, chance)) for case in cases)
    changed = [
        new
        for old, new in zip(cases, falsified, strict=True)
        if new.quote != old.quote and new.quote not in old.document.text
    ][:100]
    assert len(changed) == 100
    for document, quote in changed:
        found = ground(quote, document)
        assert found.match != "exact"
        assert found.spans == ()
        assert (found.nearest is not None) == bool(found.changes) == (found.match == "altered")


@pytest.mark.parametrize(
    ("operator", "kind"),
    [
        (drop_negation, "negation dropped"),
        (swap_number, "number changed"),
        (swap_name, "name changed"),
        (insert_word, "added: reportedly"),
        (change_tense, "tense or mood changed"),
    ],
)
def test_what_a_falsification_turned_is_named(operator, kind, cases):
    """At least 95 of 100 are shown beside the right passage, with the change in plain words."""
    chance = random.Random(4)
    falsified = [(case, operator(case, chance)) for case in cases]
    changed = [(case, quote) for case, quote in falsified if quote != case.quote][:100]
    named = sum(
        any(change.startswith(kind) for change in ground(quote, case.document).changes)
        for case, quote in changed
    )
    assert named >= 95
