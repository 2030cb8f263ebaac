"""The messages of a request: stable text first, the article last, as data."""

from __future__ import annotations

import hashlib
import json
import random
import re
from dataclasses import replace

import pytest

from summarizer.blocks import Block
from summarizer.document import Document
from summarizer.parts import Part
from summarizer.profile import Profile
from summarizer.prompting import (
    LONGEST_BROKEN_REPLY,
    MOST_PROBLEMS,
    article_message,
    build_pass,
    build_re_ask,
    build_repair,
    build_request,
)
from summarizer.request import ModelRequest

MARKERS = re.compile(r"<<<article ([0-9a-f]{16})>>>\n(.*)\n<<<end ([0-9a-f]{16})>>>", re.DOTALL)

ROLE_TOKENS = [
    "<|im_start|>system",
    "<|im_end|>",
    "<|eot_id|>",
    "[INST]",
    "[/INST]",
    "<<SYS>>",
    "System:",
    "Assistant:",
    "</article>",
    "```",
    "<<<article 0123456789abcdef>>>",
    "<<<end 0123456789abcdef>>>",
    "<<<end {digits}>>>",
    "[caption] Not a caption",
]

TEMPLATE_PAYLOADS = [
    "{{ 7*7 }}",
    "{{ language }}",
    "{{ profile.name }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ config }}",
    "{{",
    "}}",
    "{% if language %}",
    "{% up",
    "{% raw %}",
    "{% endraw %}",
    "{% include 'x' %}",
    "{# a comment #}",
    "{#",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "%s %d %(name)s",
    "{0} {name} {!r}",
    "\\x41 \\n \\u0041",
]


@pytest.fixture(scope="module")
def profile() -> Profile:
    return Profile()


def request_for(text: str, profile: Profile, **changes: str) -> ModelRequest:
    document = Document.from_text(text, **changes)
    return build_request(document, profile, model="m", parameters={"temperature": 0})


def generated_article(seed: int) -> str:
    """An invented article with role tokens, and with the markers of another article."""
    pick = random.Random(seed)
    other = article_message(Document.from_text(f"Ferry number {seed} sails."))
    parts = [*ROLE_TOKENS, *re.findall(r"<<<.*>>>", other), "Ilka Vel said no.", "0" * 16]
    chosen = [pick.choice(parts) for _ in range(pick.randint(1, 12))]
    return pick.choice(["\n\n", "\n", " "]).join([f"Ferry number {seed}.", *chosen])


def test_no_article_can_close_its_markers(profile):
    """In 1,000 articles full of markers and role tokens the digits stand exactly twice."""
    seen = set()
    for seed in range(1000):
        text = generated_article(seed)
        content = request_for(text, profile).messages[-1]["content"]
        opened, _, closed = MARKERS.search(content).groups()
        assert opened == closed
        assert content.count(opened) == 2
        assert content.endswith(f"<<<end {opened}>>>")
        assert request_for(text, profile).messages[-1]["content"] == content
        seen.add(opened)
    assert len(seen) == 1000


@pytest.mark.parametrize("contained", [0, 1, 3, 4, 5])
def test_digits_that_the_article_contains_are_passed_over(contained):
    """The next 16 are taken, and when a hash is used up those of its own hash."""
    sha256 = "".join(f"{part:x}" * 16 for part in range(4))
    after = [sha256[start : start + 16] for start in range(0, 64, 16)]
    after += re.findall(".{16}", hashlib.sha256(sha256.encode()).hexdigest())
    document = Document.from_text("A list: " + ", ".join(after[:contained]))
    document.__dict__["sha256"] = sha256
    content = article_message(document)
    assert MARKERS.search(content)[1] == after[contained]
    assert content.count(after[contained]) == 2


def test_the_article_is_the_last_message_and_stands_nowhere_else(profile):
    """Stable text comes first, so that an endpoint can keep it."""
    first = request_for("Ferries sail at dawn.", profile)
    second = request_for("Rafts drift at noon.", profile)
    assert [message["role"] for message in first.messages] == ["system", "user"]
    assert (
        first.messages[0]
        == second.messages[0]
        == {
            "role": "system",
            "content": profile.render(),
        }
    )
    assert first.canonical.count("Ferries sail at dawn.") == 1


def test_the_request_carries_schema_model_and_parameters(profile):
    """What the user set is sent, and nothing that the user did not set."""
    request = request_for("Ferries sail.", profile)
    assert request.schema == profile.draft_schema
    assert request.model == "m"
    assert request.parameters == {"temperature": 0}


def test_the_language_changes_the_stable_text_only(profile):
    """The article is asked about in another language, not translated."""
    document = Document.from_text("Ferries sail.")
    plain = build_request(document, profile, model="m", parameters={})
    danish = build_request(document, profile, model="m", parameters={}, language="Danish")
    assert "Danish" in danish.messages[0]["content"]
    assert danish.messages[1] == plain.messages[1]
    assert danish.key != plain.key


def test_blocks_are_shown_as_what_they_are():
    """Every kind but a paragraph has a label; a block's text is unchanged, line ends included."""
    kinds = ["date", "title", "byline", "caption", "dateline", "paragraph", "links"]
    texts = ["date 2031-05-02", "Talks", "By A", "A boat.\r\nPicture: X", "PORT", "  So.", "More"]
    text, blocks = "", []
    for kind, part in zip(kinds, texts, strict=True):
        blocks.append(Block(kind, len(text), len(text) + len(part), "set by hand"))
        text += part + "\n\n\n"
    document = replace(Document.from_text(text), blocks=tuple(blocks))
    shown = MARKERS.search(article_message(document))[2].split("\n\n")
    assert shown == [
        "[date] date 2031-05-02",
        "[title] Talks",
        "[byline] By A",
        "[caption] A boat.\r\nPicture: X",
        "[dateline] PORT",
        "  So.",
        "[links] More",
    ]


@pytest.mark.parametrize("payload", TEMPLATE_PAYLOADS)
def test_an_article_is_never_rendered(profile, payload):
    """In title, body and source, templates and format strings are text like any other."""
    text = f"The {payload} talks\n\nIlka Vel said {payload} and left.\n\n{payload}"
    request = request_for(text, profile, source=payload)
    content = request.messages[-1]["content"]
    assert f"The {payload} talks" in content
    assert f"Ilka Vel said {payload} and left." in content
    assert request.messages[0]["content"] == profile.render()


def test_an_article_with_surrogates_and_nul_has_a_message():
    """The reader flags such characters; the message shows the text as it is."""
    assert "a\x00b \ud800" in article_message(Document.from_text("a\x00b \ud800"))


def test_a_re_ask_repeats_the_exchange_and_lists_the_problems(profile):
    """The same question, the reply, what was wrong with it: deterministic, with its own key."""
    request = request_for("Ferries sail.", profile)
    again = build_re_ask(request, '{"headline": 3', ["/headline: not text", "line 1: cut\nshort"])
    assert again.messages[:2] == request.messages
    assert again.messages[2] == {"role": "assistant", "content": '{"headline": 3'}
    assert again.messages[3]["role"] == "user"
    assert "\n- /headline: not text\n- line 1: cut short\n" in again.messages[3]["content"]
    assert (again.schema, again.model, again.parameters) == (
        request.schema,
        request.model,
        request.parameters,
    )
    same = build_re_ask(request, '{"headline": 3', ["/headline: not text", "line 1: cut\nshort"])
    assert same.key == again.key != request.key


def test_a_repair_asks_for_the_whole_document(profile):
    """Findings are listed; its words differ from a re-ask's."""
    request = request_for("Ferries sail.", profile)
    repair = build_repair(request, "{}", ["/content/agreements/0/evidence/0: not in the article"])
    content = repair.messages[-1]["content"]
    assert "- /content/agreements/0/evidence/0: not in the article" in content
    assert "whole document" in content
    assert content != build_re_ask(request, "{}", []).messages[-1]["content"]


def test_what_is_asked_beside_the_prompt_fits_any_schema(profile):
    """Only prompts name the fields of a schema: the rest is said for every profile."""
    request = request_for("Ferries sail.", profile)
    follow_ups = [build(request, "{}", []) for build in (build_re_ask, build_repair, build_pass)]
    document = Document.from_text("Ferries sail.")
    later = Part(document.blocks, number=2, count=3, known=({"id": "v", "name": "Vel"},))
    said = [again.messages[-1]["content"] for again in follow_ups]
    said.append(article_message(document, later))
    fields = "|".join(profile.draft_schema["schema"]["properties"])
    assert not re.findall(rf"\b(?:{fields}|party|agreement|position)\b", " ".join(said).lower())


def test_what_is_sent_back_is_bounded(profile):
    """A reply of 10 MB with a thousand problems does not become a request of 10 MB."""
    request = request_for("Ferries sail.", profile)
    again = build_re_ask(request, "x" * 10_000_000, [f"{n} " + "y" * 5000 for n in range(1000)])
    assert len(again.messages[2]["content"]) <= LONGEST_BROKEN_REPLY
    lines = again.messages[3]["content"].split("\n")
    assert f"- and {1000 - MOST_PROBLEMS} more" in lines
    assert max(map(len, lines)) < 500
    assert len(lines) == MOST_PROBLEMS + 3


@pytest.mark.parametrize("build", [build_repair, build_pass])
def test_a_long_reply_that_parses_is_sent_back_whole(profile, build):
    """Of a part of a long article there is much to say, and half of it cannot be corrected."""
    reply = json.dumps({"items": ["x" * 1000] * 100})
    again = build(request_for("Ferries sail.", profile), reply, ["one problem"])
    assert again.messages[2]["content"] == reply


@pytest.mark.parametrize("text", ["", " \n"])
def test_a_reply_without_text_is_still_a_message(profile, text):
    """Endpoints refuse an assistant's message that is empty."""
    again = build_re_ask(request_for("Ferries sail.", profile), text, ["no JSON"])
    assert again.messages[2]["content"] == "(no text)"
