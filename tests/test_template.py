"""What a prompt's template may use, and that nothing else gets through."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summarizer.errors import ProfileError
from summarizer.front_matter import read_prompt_file
from summarizer.profile import Profile
from summarizer.template import render

ROOT = Path(__file__).parents[1]
HEAD = """---
name: ferry
version: 3
schema: negotiation:Negotiation
description: Ferries and where they go
---
"""
VARIABLES = {"language": None, "profile": {"name": "ferry", "version": 3}}


def error_of(prompt: Path) -> str:
    with pytest.raises(ProfileError) as caught:
        Profile(prompt)
    assert caught.value.exit_code == 2
    return str(caught.value)


ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ profile.__class__.__init__.__globals__ }}",
    "{{ ''|attr('__class__') }}",
    "{{ ''['__class__'] }}",
    "{{ '{0.__class__}'.format(profile) }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ self._TemplateReference__context }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% for i in range(100001) %}{% endfor %}",
    "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "{{ 'a' * 200000000 }}",
    "{{ 10 ** 10 ** 9 }}",
    "{{ 'a'|center(200000000) }}",
    "{{ '%0200000000d'|format(1) }}",
    "{{ '%0200000000d' % 1 }}",
    "{{ lipsum(n=100000) }}",
    "{% set a = 'aaaaaaaa' %}{% set a = a ~ a ~ a ~ a %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ [].append(1) }}",
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "{% if language %}" * 150 + "{% endif %}" * 150,
]


@pytest.mark.parametrize("escape", ESCAPES, ids=range(len(ESCAPES)))
def test_a_template_that_breaks_out_is_refused_with_its_line(tmp_path, escape):
    """Neither Python's inside nor its memory nor its time can be reached from a prompt."""
    (tmp_path / "ferry.md").write_text(f"{HEAD}Read.\n\n{escape}\n", encoding="utf-8")
    message = error_of(tmp_path / "ferry.md")
    place = re.match(re.escape(str(tmp_path / "ferry.md")) + r":(\d+): ", message)
    assert place
    assert place[1] == "9" or "nested too deeply" in message


@pytest.mark.parametrize(
    ("template", "line", "words"),
    [
        ("{{ langauge }}", 7, "`langauge` is no variable. There are: language, profile"),
        ("\n{% if language %}{{ nmae }}{% endif %}", 8, "`nmae` is no variable"),
        ("{{ profile.nmae }}", 7, "`.nmae` is no part of a variable. There are: profile.name"),
        ("Read.\n{% if language %}", 8, "endif"),
        ("Read.\n{{ language", 8, "end of"),
        ("Read.\n{% if language > 3 %}{% endif %}", 8, "'>' not supported"),
        ("{{ language|lower(1, 2) }}", 7, "argument"),
        ("{{ language|nosuch }}", 7, "the filter `nosuch`"),
        ("{{ language is nosuch }}", 7, "the test `nosuch`"),
    ],
)
def test_a_template_that_is_wrong_names_file_and_line(tmp_path, template, line, words):
    """A misspelt variable is found even where no article would ever show it."""
    (tmp_path / "ferry.md").write_text(HEAD + template, encoding="utf-8")
    message = error_of(tmp_path / "ferry.md")
    assert message.startswith(f"{tmp_path / 'ferry.md'}:{line}: ")
    assert words in message


def test_what_templates_may_use(tmp_path):
    """Variables, choices, comparisons, a few filters; raw text stays raw."""
    template = (
        "{% if language is none %}any{% elif language == 'Dutch' %}{{ language|upper }}{% endif %} "
        "{{ profile.name }}@{{ profile.version }} {% raw %}{{ x }}{% endraw %} {{ 'a' 'b' }}"
    )
    (tmp_path / "ferry.md").write_text(HEAD + template, encoding="utf-8")
    profile = Profile(tmp_path / "ferry.md")
    assert profile.render() == "any ferry@3 {{ x }} ab"
    assert profile.render("Dutch") == "DUTCH ferry@3 {{ x }} ab"


def test_a_rendered_prompt_has_a_size_limit(tmp_path):
    """A short template cannot repeat a long value without end."""
    (tmp_path / "ferry.md").write_text(HEAD + "{{ language }}" * 3000, encoding="utf-8")
    with pytest.raises(ProfileError, match=r"ferry\.md:7: more than 2,000,000 bytes"):
        Profile(tmp_path / "ferry.md").render("x" * 1000)


@pytest.mark.parametrize(
    "path",
    [*(file.path for file in Profile.builtin()), ROOT / "examples/profile/deal.md"],
    ids=lambda path: path.name,
)
def test_every_variable_of_a_shipped_template_is_named_when_it_is_missing(path):
    """Delete each once: the error names it."""
    prompt = read_prompt_file(path)
    used = {name for name in VARIABLES if re.search(rf"{{[{{%][^}}]*\b{name}\b", prompt.template)}
    assert "language" in used
    for name in used:
        others = {key: value for key, value in VARIABLES.items() if key != name}
        with pytest.raises(ProfileError, match=f"`{name}` is no variable"):
            render(prompt, others)
