"""A prompt file: YAML front matter that says what it is, then the template."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from summarizer.errors import ProfileError

MOST_BYTES = 2_000_000

_FENCE = "---\n"
_KEYS = ("name", "version", "schema", "description")

NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
NAME_RULE = "lower-case letters, digits, `-` and `_`, at most 64, a letter or digit first"
"""What a profile may be called."""


@dataclass(frozen=True, slots=True)
class PromptFile:
    """A prompt as its file has it.

    `schema` is the reference that the front matter gives (`file.py:Class` or `module:Class`),
    `None` if it gives none, `schema_line` the line that it stands on. `template` is the source
    text after the front matter, which begins on line `template_line`. `text` is all of the file.
    """

    path: Path
    name: str
    version: int
    description: str
    schema: str | None
    schema_line: int
    template: str
    template_line: int
    text: str


def read_prompt_file(path: Path) -> PromptFile:
    """The prompt file at `path`. Raises ProfileError, with file and line, where it is not one."""
    text = _read(path)
    head, template = _split(path, text)
    values = _front_matter(path, head)
    schema, schema_line = values.get("schema", (None, 1))
    return PromptFile(
        path=path,
        name=_name(path, *values["name"]),
        version=_version(path, *values["version"]),
        description=values["description"][0],
        schema=schema,
        schema_line=schema_line,
        template=template,
        template_line=head.count("\n") + 4,
        text=text,
    )


def _read(path: Path) -> str:
    """The file's text, each line ended by a line feed."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise ProfileError(f"{path}:{line}: not UTF-8. Save the prompt as UTF-8.") from fault
    except OSError as fault:
        raise ProfileError(f"{path}: cannot be read: {fault.strerror}.") from fault
    if len(data) > MOST_BYTES:
        raise ProfileError(f"{path}: larger than {MOST_BYTES:,} bytes. Shorten the prompt.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _split(path: Path, text: str) -> tuple[str, str]:
    """The text between the two `---` lines, and the text after them."""
    head, fence, template = text.removeprefix(_FENCE).partition("\n" + _FENCE)
    if not text.startswith(_FENCE) or not fence:
        raise ProfileError(
            f"{path}:1: no front matter. Begin with a line `---`, then the keys "
            f"{', '.join(_KEYS)}, one a line, then another line `---`."
        )
    if not template.strip():
        raise ProfileError(f"{path}: no template stands after the front matter.")
    return head, template


def _front_matter(path: Path, head: str) -> dict[str, tuple[str, int]]:
    """Each key's text and line. The keys are checked, the values are plain text."""
    values: dict[str, tuple[str, int]] = {}
    for key, value in _mapping(path, head):
        line = key.start_mark.line + 2
        if key.value not in _KEYS:
            known = ", ".join(_KEYS)
            raise ProfileError(f"{path}:{line}: unknown key `{key.value}`. The keys are {known}.")
        if key.value in values:
            raise ProfileError(f"{path}:{line}: the key `{key.value}` stands twice. Keep one.")
        if not isinstance(value, yaml.ScalarNode) or not value.value.strip():
            raise ProfileError(f"{path}:{line}: `{key.value}` must have a plain value.")
        values[key.value] = (value.value.strip(), line)
    missing = [key for key in _KEYS if key not in values and key != "schema"]
    if missing:
        raise ProfileError(f"{path}:1: the front matter lacks {', '.join(missing)}.")
    return values


def _mapping(path: Path, head: str) -> list[tuple[Any, Any]]:
    try:
        node = yaml.compose(head, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 2 if fault.problem_mark else 1
        raise ProfileError(f"{path}:{line}: not YAML: {fault.problem}.") from fault
    except (yaml.YAMLError, RecursionError) as fault:
        raise ProfileError(f"{path}:1: the front matter is not YAML: {fault}.") from fault
    if not isinstance(node, yaml.MappingNode):
        raise ProfileError(f"{path}:2: write the front matter as lines of `key: value`.")
    pairs: list[tuple[Any, Any]] = node.value
    return pairs


def _name(path: Path, name: str, line: int) -> str:
    if not NAME.fullmatch(name):
        raise ProfileError(f"{path}:{line}: `name` must be {NAME_RULE}.")
    return name


def _version(path: Path, version: str, line: int) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,8}", version):
        raise ProfileError(f"{path}:{line}: `version` must be a whole number from 1 on.")
    return int(version)
