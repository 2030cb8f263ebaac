"""What holds for every text and every quotation, whatever their characters."""

from __future__ import annotations

import unicodedata

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.blocks import Block
from summarizer.document import Document
from summarizer.grounding import ground, normalise
from summarizer.grounding.normalise import normalised_text

AWKWARD = (
    " \n\r\t.-,'\"%0123456789abcdefAB\u00a0\u00ad\u2010\u2014\u2018\u2019\u201c\u201d\u2026\ufb01\ufb05\u0301"
    "\u0323é\u0130ßΣςе中文นี้न\u093e한\u1112\u1161\u200b\u200d\u202e\ufe0f🇦🇲👩😀\ud800\x00[]()"
)
texts = st.text(st.sampled_from(AWKWARD), max_size=80) | st.text(max_size=60)
words = st.lists(
    st.sampled_from(
        [
            "Arvenia",
            "will",
            "not",
            "never",
            "start",
            "talks",
            "10",
            "100",
            "1.5",
            "million",
            "“We",
            "go”",
            "can't",
            "café",
        ]
    ),
    max_size=30,
).map(" ".join)


steady = settings(deadline=None, derandomize=True)


def document(text: str) -> Document:
    return Document(text, blocks=(Block("paragraph", 0, len(text), "one block"),))


def without_hyphens(text: str) -> str:
    return normalised_text(text).replace("-", "")


@steady
@given(texts | words, texts | words)
def test_no_input_raises_and_every_range_lies_in_the_text(text, quote):
    """Spans, nearest passages and parts can be sliced, and are not empty."""
    found = ground(quote, document(text))
    ranges = [*found.spans, *found.parts, *([found.nearest] if found.nearest else [])]
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert (found.match == "exact") == bool(found.spans)
    assert (found.match == "altered") == (found.nearest is not None) == bool(found.changes)


@steady
@given(texts | words, st.data())
def test_an_exact_slice_has_the_normal_form_of_the_quotation(text, data):
    """Or it was widened to the borders of characters: without the first or the last it holds less."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = data.draw(st.sampled_from([text[start:end], normalised_text(text[start:end])]))
    for first, last in ground(quote, document(text)).spans:
        clusters = regex.findall(r"\X", text[first:last])
        assert without_hyphens(quote) in without_hyphens("".join(clusters))
        if "-" not in normalised_text(quote):
            assert normalised_text(quote) not in normalised_text("".join(clusters[1:]))
            assert normalised_text(quote) not in normalised_text("".join(clusters[:-1]))


@steady
@given(
    st.lists(texts.filter(lambda text: any(map(str.isalnum, text))), min_size=1, max_size=5),
    st.data(),
)
def test_a_quotation_that_stands_between_spaces_is_exact(parts, data):
    """Whatever its own characters are, copied it is found where it stands."""
    number = data.draw(st.integers(0, len(parts) - 1))
    at = len("".join(f"{part} | " for part in parts[:number]))
    found = ground(parts[number], document(" | ".join(parts)))
    assert found.match == "exact"
    assert any(start < at + len(parts[number]) and at < end for start, end in found.spans)


@steady
@given(texts)
def test_every_piece_of_a_normal_form_comes_from_its_range(text):
    """The ranges are in order, do not overlap, and between them nothing but what is left out."""
    form = normalise(text)
    at = 0
    for offset in range(len(form.text)):
        start, end = form.original(offset, offset + 1)
        assert start < end <= len(text)
        assert start >= at or form.original(offset - 1, offset) == (start, end)
        assert all(c.isspace() or c in "-\u2010\u00ad" for c in text[at:start])
        at = end


@steady
@given(texts)
def test_plain_text_is_its_own_normal_form(text):
    """What has no mark, dash, run of spaces or letter that the list names is left as it is."""
    kept = "".join(c for c in unicodedata.normalize("NFC", text) if c.isalnum() and c.isascii())
    assert normalise(kept).text == kept


@steady
@given(words, words)
def test_a_found_quotation_is_found_in_a_longer_text(quote, more):
    """What stands before and after it does not matter."""
    if any(map(str.isalnum, quote)):
        assert ground(quote, document(f"{more}. | {quote} | {more}.")).match == "exact"
