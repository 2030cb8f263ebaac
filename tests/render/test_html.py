"""The page: inert, self-contained, and true to the article to the letter."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.document import Document
from summarizer.render import render
from summarizer.schemas.evidence import Quote, Span

from .hostile import OWN, hostile, stored_payloads

VOID = {"meta", "br", "img", "link", "input", "base"}


class Page(HTMLParser):
    """A page as a reader of HTML sees it: elements, the article's text, the text of each mark."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.article = ""
        self.marks: dict[str, str] = {}
        self.style = ""
        self._open: list[tuple[str, list[str]]] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.elements.append((tag, found))
        if tag not in VOID:
            self._open.append((tag, (found.get("class") or "").split()))
        for name in self._mark_names():
            self.marks.setdefault(name, "")

    def handle_endtag(self, tag):
        assert self._open.pop()[0] == tag

    def handle_data(self, data):
        if any(tag == "div" and "article" in classes for tag, classes in self._open):
            self.article += data
        for name in self._mark_names():
            self.marks[name] += data
        if self._open and self._open[-1][0] == "style":
            self.style += data

    def _mark_names(self):
        names = [c for tag, classes in self._open if tag == "mark" for c in classes]
        return [name for name in names if re.fullmatch(r"t\d+-\d+", name)]

    @property
    def ids(self) -> list[str]:
        return [found["id"] for _, found in self.elements if found.get("id")]

    @property
    def links(self) -> list[str]:
        return [found["href"] or "" for tag, found in self.elements if tag == "a"]


@pytest.fixture
def page(summary, document) -> Page:
    return Page(render(summary, document, "html"))


def test_the_article_is_there_to_the_letter(page, document):
    """Its text, white space and hidden characters included, is the document's."""
    assert page.article == document.text


def test_each_exact_quote_has_a_mark_with_its_words(page, content, document):
    """What is marked is what the article has at the span."""
    spans = [q.span for item in (*content.agreements, *content.positions) for q in item.evidence]
    for span in filter(None, spans):
        assert page.marks[f"t{span.start}-{span.end}"] == document.slice(span.start, span.end)


def test_every_link_stays_on_the_page_and_arrives(page):
    """Links are to ids that exist, and no id is given twice."""
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert Counter(page.ids).most_common(1)[0][1] == 1


def test_evidence_and_its_words_link_to_each_other(summary, document, content):
    """From the item to the words, and from the words back to the item."""
    html = render(summary, document, "html")
    span = content.agreements[0].evidence[1].span
    item = re.search(r'<article class="item exact" id="(i\d+)">', html)
    assert item is not None
    assert f'href="#t{span.start}-{span.end}"' in html[item.end() :]
    after_words = html[html.index(f'id="t{span.start}-{span.end}"') :]
    assert after_words.index(f'class="ref" href="#{item[1]}"') < after_words.index("</p>")


def test_altered_and_absent_quotes_are_not_marked_as_evidence(page, content, document):
    """The nearest passage is marked as that, and the words of the absent one nowhere."""
    nearest = content.positions[0].evidence[0].nearest
    kinds = {
        found["id"]: (found["class"] or "").split()
        for tag, found in page.elements
        if tag == "mark" and "id" in found
    }
    assert "nearest" in kinds[f"t{nearest.start}-{nearest.end}"]
    assert "exact" not in kinds[f"t{nearest.start}-{nearest.end}"]
    assert "Never again" not in page.article


def test_a_mark_in_several_pieces_is_highlighted_as_a_whole(summary, document):
    """A rule of its own lights all pieces of it when its link is followed."""
    over_two = Span(start=document.text.index("Both"), end=document.text.index("close the"))
    summary.content.agreements[0].evidence.append(Quote(text="x", match="exact", span=over_two))
    page = Page(render(summary, document, "html"))
    name = f"t{over_two.start}-{over_two.end}"
    assert sum(name in (found.get("class") or "").split() for _, found in page.elements) > 1
    assert f":root:has(#{name}:target) .{name}" in page.style


def test_an_unused_quotation_is_marked_differently_and_listed(page, summary):
    """Coverage can be seen in the article and read in the summary."""
    unused = summary.coverage.uncovered[0]
    name = f"t{unused.start}-{unused.end}"
    marks = [f["class"] for tag, f in page.elements if tag == "mark" and f.get("id") == name]
    assert marks == [f"unused {name}"]
    assert f"#{name}" in page.links


def test_a_hidden_character_is_shown_by_its_number(page):
    """The character stays in the text, with its mark beside it."""
    marks = [f["data-mark"] for _, f in page.elements if f.get("class") == "hidden"]
    assert marks == ["U+202E"]


def test_captions_are_set_apart(page, document):
    """A caption is a paragraph of its own kind."""
    assert ("p", {"class": "caption", "dir": "auto"}) in page.elements


def test_the_policy_allows_this_style_and_nothing_else(page):
    """The hash in the policy is that of the page's one style element."""
    policy = next(f["content"] for tag, f in page.elements if "http-equiv" in f)
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; ")
    assert "url(" not in page.style
    assert "@import" not in page.style


def assert_inert(html: str, elements: Counter[str]) -> None:
    page = Page(html)
    tags = {tag for tag, _ in page.elements}
    names = {name for _, found in page.elements for name in found}
    assert tags <= set(elements)
    assert page.style
    assert not {name for name in names if name.startswith("on")} | names & {
        "src",
        "style",
        "action",
    }
    assert all(re.fullmatch(r"#[a-z0-9-]+", link) for link in page.links)


@pytest.mark.parametrize("text", OWN)
def test_hostile_text_in_every_field_stays_text(text, summary, document):
    """No element, handler, address or load comes out of what was read."""
    elements = Counter(tag for tag, _ in Page(render(summary, document, "html")).elements)
    changed, article = hostile(summary, text)
    html = render(changed, article, "html")
    assert_inert(html, elements)
    assert Page(html).article == article.text.replace("\0", "")
    assert "\r" not in html  # a browser would read a line feed


def test_stored_injection_texts_stay_text(summary, document):
    """The same for every stored payload."""
    elements = Counter(tag for tag, _ in Page(render(summary, document, "html")).elements)
    payloads = stored_payloads()
    for start in range(0, len(payloads), 8):
        changed, article = hostile(summary, "\n".join(payloads[start : start + 8]))
        assert_inert(render(changed, article, "html"), elements)


PIECES = ["a", "B ", "\n\n", "\r\n", "\r", "👩‍👩‍👧", "e\u0301", "🇦🇲", "שלום ", "مرحبا", "&lt;", "<b>", '"', "\u202e", "\u200b", "葛\U000e0100", "\t"]  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_marks_are_right_for_spans_of_every_kind(data, summary):
    """Overlapping, nested, touching, empty and crossing blocks: each mark holds its slice."""
    text = "".join(data.draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40)))
    document = Document.from_text(text)
    ends = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(ends, ends), max_size=8))
    spans = [Span(start=min(pair), end=max(pair)) for pair in pairs]
    changed = summary.model_copy(deep=True)
    changed.document.sha256 = document.sha256
    changed.findings, changed.coverage.uncovered = [], []
    changed.content.agreements[0].evidence = [
        Quote(text="x", match="exact", span=span) for span in spans
    ]
    changed.content.positions = []
    page = Page(render(changed, document, "html"))
    assert page.article == text
    assert page.marks == {f"t{s.start}-{s.end}": document.slice(s.start, s.end) for s in spans}
    assert {f"t{s.start}-{s.end}" for s in spans} <= set(page.ids)
    assert len(set(page.ids)) == len(page.ids)
