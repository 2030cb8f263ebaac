"""A profile: the prompt that a model sees and the schema that it must fill."""

from __future__ import annotations

import hashlib
import inspect
import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.checkout import prompts_folder, require_schemas
from summarizer.errors import ProfileError

if TYPE_CHECKING:
    from pydantic import BaseModel

    from summarizer.front_matter import PromptFile

# Jinja2, PyYAML and pydantic are loaded by the first use: `--help` needs none of them.

_BUILT_IN = re.compile(r"(?P<name>[a-z0-9_-]+)(?:@(?P<version>[0-9]+))?")


class Profile:
    """A prompt template and a schema.

    `prompt` is the name of a built-in prompt (`negotiation`: its newest version; `negotiation@1`:
    that one) or the path of a prompt file. `schema` goes before the one that the file names.
    Raises ProfileError, naming file and line, for a prompt or schema that cannot be used.
    """

    def __init__(
        self, prompt: str | Path = "negotiation", schema: type[BaseModel] | None = None
    ) -> None:
        from summarizer.front_matter import read_prompt_file

        self._file = read_prompt_file(_path(prompt))
        self._rendered: dict[str | None, str] = {}
        self.schema = _schema(self._file, schema)
        self.draft_schema  # noqa: B018 - a schema that cannot be sent is told at once
        if self.path.parent != prompts_folder():  # ours are tested: spare the loading of Jinja2
            self.render()

    @classmethod
    def builtin(cls) -> list[PromptFile]:
        """The built-in prompts, each with name, version, description and path, in that order."""
        from summarizer.front_matter import read_prompt_file

        files = [read_prompt_file(path) for path in prompts_folder().glob("*.md")]
        return sorted(files, key=lambda file: (file.name, file.version))

    @property
    def name(self) -> str:
        return self._file.name

    @property
    def version(self) -> int:
        return self._file.version

    @property
    def description(self) -> str:
        return self._file.description

    @property
    def path(self) -> Path:
        return self._file.path

    @property
    def template(self) -> str:
        """The template's source text, without the front matter."""
        return self._file.template

    @property
    def label(self) -> str:
        """E.g. `negotiation@1`."""
        return f"{self.name}@{self.version}"

    @property
    def prompt_name(self) -> str:
        """E.g. `negotiation.v1`."""
        return f"{self.name}.v{self.version}"

    @cached_property
    def prompt_sha256(self) -> str:
        """Of the prompt file's text as UTF-8, front matter included, lines ended by line feeds."""
        return hashlib.sha256(self._file.text.encode()).hexdigest()

    @property
    def draft_schema(self) -> dict[str, Any]:
        """`{"name": ..., "schema": ...}` of what the model must return. Do not change it."""
        from summarizer.strict_schema import draft_schema

        return draft_schema(self.schema)

    @cached_property
    def schema_sha256(self) -> str:
        """Of `draft_schema` as JSON with sorted keys and no white space."""
        from summarizer.strict_schema import schema_sha256

        return schema_sha256(self.draft_schema)

    def result_schema(self) -> dict[str, Any]:
        """JSON Schema of the `Summary` that this profile gives. Do not change it."""
        from summarizer.strict_schema import result_schema

        return result_schema(self.schema)

    def render(self, language: str | None = None) -> str:
        """The template filled in: the text that is the same for every article.

        Its variables are `language`, in which statements are to be written (`None`: the
        article's own), `profile.name` and `profile.version`.
        """
        if language not in self._rendered:
            from summarizer.template import render

            profile = {"name": self.name, "version": self.version}
            variables = {"language": language, "profile": profile}
            self._rendered[language] = render(self._file, variables)
        return self._rendered[language]

    def __repr__(self) -> str:
        return f"Profile({self.label!r}, schema={self.schema.__name__})"


def _path(prompt: str | Path) -> Path:
    """The file of a built-in prompt, or the path that `prompt` is."""
    if isinstance(prompt, Path) or prompt.endswith(".md") or "/" in prompt or "\\" in prompt:
        return Path(prompt)
    wanted = _BUILT_IN.fullmatch(prompt)
    fitting = [
        file.path
        for file in Profile.builtin()
        if wanted and file.name == wanted["name"] and wanted["version"] in (None, str(file.version))
    ]
    if fitting:
        return fitting[-1]
    if Path(prompt).is_file():
        return Path(prompt)
    known = ", ".join(f"{file.name}@{file.version}" for file in Profile.builtin())
    raise ProfileError(
        f"no profile `{prompt}`. Built in: {known}. For a prompt of your own give its path, "
        "e.g. `./my-prompt.md`."
    )


def _schema(file: PromptFile, given: type[BaseModel] | None) -> type[BaseModel]:
    require_schemas()
    from pydantic import BaseModel

    from summarizer.schema_class import schema_class

    if given is None:
        return schema_class(file)
    if not (inspect.isclass(given) and issubclass(given, BaseModel)):
        raise ProfileError(f"schema={given!r} is no pydantic class. Give a subclass of BaseModel.")
    return given
