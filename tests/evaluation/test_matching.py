"""What counts as found."""

from __future__ import annotations

import pytest

from summarizer.evaluation.matching import jaccard, pair_items, pair_parties, same_party
from summarizer.evaluation.reading import ReadParty, ReadPosition

TEXT = (
    "The mines stay. The fish belong to both. The border is for a court. The fish belong to both."
)


def party(name, *aliases, kind="person"):
    return ReadParty(id=name.casefold(), name=name, kind=kind, aliases=list(aliases))


def item(*evidence):
    return ReadPosition(evidence=list(evidence))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (party("Ilka Vel"), party("the ILKA VEL"), True),
        (party("Ilka Vel"), party("The Minister", "Ilka Vel"), True),
        (party("Ilka Harrow"), party("Minister Harrow"), True),
        (party("Ilka Harrow"), party("Minister Harrow", kind="group"), False),
        (party("Ilka Vel"), party("Minister Vel"), False),  # three letters: too short to trust
        (party("northern fishers"), party("southern fishers"), False),  # no name: no capital
        (party("Ilka Harrow"), None, False),
        (None, None, True),
    ],
)
def test_the_same_party(one, other, same):
    """A shared name or alias, or the kind and a capitalised last word of four letters or more."""
    assert same_party(one, other) is same
    assert same_party(other, one) is same


def test_parties_are_paired_one_to_one():
    """A party that is listed twice is found once, and once invented."""
    gold = [party("Arvenia", kind="state")]
    found = pair_parties(gold, [*gold, party("the Arvenia", kind="state")])
    assert (len(found.pairs), found.missed) == (1, [])
    assert [p.name for p in found.invented] == ["the Arvenia"]


def test_jaccard_of_parties():
    """Shared over all of both; two empty lists are alike."""
    arvenia, sorland, pellany = (party(n, kind="state") for n in ("Arvenia", "Sorland", "Pellany"))
    assert jaccard([], []) == 1
    assert jaccard([arvenia], []) == 0
    assert jaccard([arvenia, sorland], [sorland, pellany]) == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("gold", "predicted", "matched"),
    [
        ("The mines stay.", "mines", True),  # all of the shorter one
        ("The mines", "mines stay", True),  # 5 of 9 characters
        ("The mines", "nes stay", False),  # 3 of 8
        ("The mines stay.", "The fish", False),
        ("The mines stay.", "the mines stay.", False),  # not to the letter: it is nowhere
        ("The mines stay.", "", False),
    ],
)
def test_items_match_by_half_of_the_shorter_evidence(gold, predicted, matched):
    """Overlap is counted in characters of the article."""
    assert bool(pair_items([item(gold)], [item(predicted)], TEXT).pairs) is matched


def test_the_best_overlap_is_paired_first():
    """An item that fits exactly goes before one that was listed earlier."""
    rough, exact = item("The border is for a court. The"), item("The border is for a court.")
    found = pair_items([exact], [rough, exact], TEXT)
    assert found.pairs == [(exact, exact)]
    assert found.invented == [rough]


def test_evidence_stands_for_every_place_where_the_text_has_it():
    """A sentence that is printed twice matches whichever place the other side meant."""
    twice = item("The fish belong to both.")
    later = item("court. The fish belong to both.")
    assert pair_items([later], [twice], TEXT).pairs == [(later, twice)]
