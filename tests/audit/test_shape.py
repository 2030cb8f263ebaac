"""Evidence that is too short, too long, or put together."""

from __future__ import annotations

import pytest

from summarizer.audit.shape import evidence_of_doubtful_shape


def found(subject):
    return [(f.code, f.severity) for f in evidence_of_doubtful_shape(subject)]


@pytest.mark.parametrize("evidence", ["winter", "wait", "the winter", '"No'])
def test_one_or_two_words_are_too_short(evidence, grounded, position):
    """The words around them may say something else."""
    subject = grounded(positions=position(evidence=[evidence]))
    assert found(subject) == [("evidence-too-short", "warning")]


@pytest.mark.parametrize("evidence", ["Ada Quill", "Pell Bridge", "Brandt", "on Monday to"])
def test_names_numbers_and_three_words_are_long_enough(evidence, grounded, position):
    """A name or a number is a fact by itself."""
    assert found(grounded(positions=position(evidence=[evidence]))) == []


def test_a_number_alone_is_long_enough(grounded, position):
    """An amount proves itself."""
    article = "Talks on tolls\n\nQuill asked for 70,000 of them."
    assert found(grounded(article=article, positions=position(evidence=["70,000"]))) == []


def test_evidence_over_paragraphs_is_a_warning(grounded, position):
    """Exact words that run from one paragraph into another, or are cut together from two."""
    over = 'reopen the Pell Bridge.\n\n"We will not wait'
    spliced = "Dorvane and Halmark agreed on Monday ... not wait for the winter"
    for evidence in (over, spliced):
        subject = grounded(positions=position(evidence=[evidence]))
        assert found(subject) == [("evidence-over-paragraphs", "warning")], evidence


def test_the_whole_article_is_no_evidence(grounded, position):
    """Evidence that is nearly the whole article does not show which words prove the point."""
    article = "Talks on tolls\n\n" + " ".join(f"word{number} is here." for number in range(60))
    subject = grounded(article=article, positions=position(evidence=[article.split("\n\n")[1]]))
    assert found(subject) == [("evidence-is-the-article", "warning")]


def test_the_one_sentence_of_a_short_notice_is_fine(grounded, position):
    """A very short article may be proof as a whole."""
    article = "Talks on tolls\n\nQuill asked for tolls on the bridge."
    subject = grounded(article=article, positions=position(evidence=[article.split("\n\n")[1]]))
    assert found(subject) == []
