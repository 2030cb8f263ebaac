"""Profiles: the built-in ones and those of a user's own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import BaseModel

from summarizer import checkout
from summarizer.errors import ProfileError
from summarizer.profile import Profile
from summarizer.schemas.negotiation import Negotiation
from tests.ferry import HEAD, SCHEMA, write_ferry

ROOT = Path(__file__).parents[1]


@pytest.fixture
def folder(tmp_path):
    return write_ferry(tmp_path)


class TestBuiltIn:
    def test_the_default_is_the_negotiation_profile(self):
        """Without a word of the user, a negotiation is what is summarised."""
        profile = Profile()
        assert (profile.name, profile.version) == ("negotiation", 2)
        assert (profile.label, profile.prompt_name) == ("negotiation@2", "negotiation.v2")
        assert profile.schema is Negotiation

    def test_a_version_can_be_pinned(self):
        """`negotiation@1` stays the first version when there is a second."""
        assert Profile("negotiation@1").version == 1
        assert Profile("negotiation@1").prompt_sha256 != Profile().prompt_sha256
        with pytest.raises(ProfileError, match=r"no profile `negotiation@99`.*negotiation@1"):
            Profile("negotiation@99")

    def test_the_newest_version_is_taken(self, monkeypatch, tmp_path):
        """Ten comes after nine and after one."""
        for version in (1, 10, 9):
            head = HEAD.replace("version: 3", f"version: {version}")
            head = head.replace("ferry_schemas.py:Ferry", "negotiation:Negotiation")
            (tmp_path / f"ferry.v{version}.md").write_text(head + "Read.", encoding="utf-8")
        monkeypatch.setattr("summarizer.profile.prompts_folder", lambda: tmp_path)
        assert Profile("ferry").version == 10
        assert Profile("ferry@9").version == 9
        assert [file.version for file in Profile.builtin()] == [1, 9, 10]

    def test_an_unknown_name_tells_which_there_are(self):
        """And how to name a file instead."""
        with pytest.raises(ProfileError, match=r"no profile `negociation`.*negotiation@1.*path"):
            Profile("negociation")

    @pytest.mark.parametrize("prompt", Profile.builtin(), ids=lambda prompt: prompt.name)
    def test_files_are_named_as_their_front_matter_says(self, prompt):
        """So that a prompt's name in a summary leads to its file."""
        assert prompt.path.name == f"{prompt.name}.v{prompt.version}.md"
        assert prompt.description

    def test_hashes_tell_prompt_and_schema(self):
        """They are what a summary's provenance carries."""
        profile = Profile()
        assert re.fullmatch(r"[0-9a-f]{64}", profile.prompt_sha256)
        assert re.fullmatch(r"[0-9a-f]{64}", profile.schema_sha256)

    def test_the_language_of_statements_can_be_chosen(self):
        """The rest of the prompt stays the same."""
        profile = Profile()
        assert "in Portuguese;" in profile.render("Portuguese")
        assert "Portuguese" not in profile.render()
        assert (
            len(set(profile.render().split("\n")) ^ set(profile.render("Dutch").split("\n"))) == 2
        )

    def test_a_language_is_not_rendered_as_a_template(self):
        """It is a value like any other."""
        assert "{{ 7*7 }}" in Profile().render("{{ 7*7 }}")

    def test_importing_profile_loads_nothing_heavy(self):
        """`--help` needs neither Jinja2 nor PyYAML nor pydantic."""
        code = (
            "import sys, summarizer.profile; "
            "print({'jinja2', 'yaml', 'pydantic', 'openai', 'instructor'} & set(sys.modules))"
        )
        run = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
        )
        assert run.stdout.strip() == "set()"

    @pytest.mark.parametrize("name", ["prompts", "schemas"])
    def test_a_checkout_without_symbolic_links_says_so(self, monkeypatch, tmp_path, name):
        """There git leaves a small file in place of each link."""
        for link in ("prompts", "schemas"):
            (tmp_path / link).symlink_to(ROOT / link)
        (tmp_path / name).unlink()
        (tmp_path / name).write_text(f"../{name}", encoding="utf-8")
        monkeypatch.setattr(checkout, "_PACKAGE", tmp_path)
        with pytest.raises(ProfileError, match=r"symbolic link.*core\.symlinks"):
            Profile()


class TestOwn:
    def test_a_prompt_file_names_its_schema_beside_it(self, folder):
        """Forward references and `summarizer.schemas` work in it."""
        profile = Profile(folder / "ferry.md")
        assert (profile.label, profile.schema.__name__) == ("ferry@3", "Ferry")
        assert profile.template == "Read the article.\n"
        assert profile.path == folder / "ferry.md"
        assert profile.draft_schema["schema"]["properties"]["words"]["items"] == {"type": "string"}
        assert "Quote" in profile.result_schema()["$defs"]

    @pytest.mark.parametrize("written", ["./ferry.md", "ferry.md", "ferry"])
    def test_a_path_may_be_written_in_any_usual_way(self, folder, monkeypatch, written):
        """With a slash, with `.md`, or as the name of a file that exists."""
        monkeypatch.chdir(folder)
        (folder / "ferry").write_bytes((folder / "ferry.md").read_bytes())
        assert Profile(written).name == "ferry"

    def test_a_built_in_schema_may_be_named(self, folder):
        """Own words for the shape that comes with the package."""
        head = HEAD.replace("ferry_schemas.py:Ferry", "negotiation:Negotiation")
        (folder / "own.md").write_text(head + "Read.", encoding="utf-8")
        assert Profile(folder / "own.md").schema is Negotiation

    def test_a_given_class_goes_before_the_files(self, folder):
        """The front matter may then leave `schema` out; the file is not run."""

        class Raft(BaseModel):
            logs: int

        (folder / "ferry_schemas.py").write_text("raise SystemError", encoding="utf-8")
        assert Profile(folder / "ferry.md", schema=Raft).schema is Raft
        head = HEAD.replace("schema: ferry_schemas.py:Ferry\n", "")
        (folder / "bare.md").write_text(head + "Read.", encoding="utf-8")
        assert Profile(str(folder / "bare.md"), schema=Raft).schema is Raft
        with pytest.raises(ProfileError, match=r"bare\.md:1: no schema"):
            Profile(folder / "bare.md")

    def test_what_is_given_must_be_a_pydantic_class(self, folder):
        """An instance or a dictionary is refused at once."""
        with pytest.raises(ProfileError, match="is no pydantic class"):
            Profile(folder / "ferry.md", schema={"logs": int})

    def test_the_class_is_the_same_as_long_as_the_file_is(self, folder):
        """And a changed file is read anew within the same process."""
        first = Profile(folder / "ferry.md").schema
        assert Profile(folder / "ferry.md").schema is first
        changed = SCHEMA.replace("name: str", "called: str")
        (folder / "ferry_schemas.py").write_text(changed, encoding="utf-8")
        assert "called" in Profile(folder / "ferry.md").schema.model_fields

    def test_running_the_schema_leaves_no_files(self, folder):
        """Nothing is written beside the user's files."""
        Profile(folder / "ferry.md")
        assert sorted(path.name for path in folder.iterdir()) == ["ferry.md", "ferry_schemas.py"]

    def test_line_ends_and_a_mark_of_byte_order_do_not_matter(self, folder):
        """A prompt saved on another system is the same prompt."""
        same = (folder / "ferry.md").read_bytes().replace(b"\n", b"\r\n")
        (folder / "other.md").write_bytes(b"\xef\xbb\xbf" + same)
        other, first = Profile(folder / "other.md"), Profile(folder / "ferry.md")
        assert other.prompt_sha256 == first.prompt_sha256

    def test_the_shipped_example_works(self):
        """`examples/profile` is what the README sends a user to."""
        profile = Profile(ROOT / "examples/profile/deal.md")
        fields = profile.draft_schema["schema"]["properties"]
        assert fields["price"]["anyOf"][0] == {"type": "string"}
        assert fields["terms"]["items"]["properties"]["evidence"]["items"] == {"type": "string"}
        assert "in Danish" in profile.render("Danish")
