"""The class that a prompt names as its schema: a built-in one, or one of the user's own file."""

from __future__ import annotations

import hashlib
import importlib
import inspect
import sys
import types
from pathlib import Path

from pydantic import BaseModel

from summarizer.errors import ProfileError, line_of
from summarizer.front_matter import PromptFile

_FORMS = "Write `my_schemas.py:Deal` (a file beside the prompt) or `negotiation:Negotiation`"


def schema_class(prompt: PromptFile) -> type[BaseModel]:
    """The class that `prompt` names: `file.py:Class`, from its own folder, or `module:Class`.

    A file is run, as `import` would run it, because the user's prompt names it. Raises
    ProfileError with file and line when it fails, or when it has no such pydantic class.
    """
    where = f"{prompt.path}:{prompt.schema_line}"
    if prompt.schema is None:
        raise ProfileError(
            f"{where}: no schema. Add `schema: my_schemas.py:Deal` to the front matter, or pass "
            "`schema=` a pydantic class."
        )
    source, _, name = prompt.schema.rpartition(":")
    if not source or not name.isidentifier():
        raise ProfileError(f"{where}: `{prompt.schema}` names no class. {_FORMS}.")
    if source.endswith(".py"):
        return _named(_run(prompt.path.parent / source, where), name, where)
    return _named(_built_in(source, where), name, where)


def _built_in(source: str, where: str) -> types.ModuleType:
    if not source.isidentifier():
        raise ProfileError(f"{where}: `{source}` is no module. {_FORMS}.")
    try:
        return importlib.import_module(f"summarizer.schemas.{source}")
    except ModuleNotFoundError as fault:
        raise ProfileError(f"{where}: no built-in schemas `{source}`. {_FORMS}.") from fault


def _run(path: Path, where: str) -> types.ModuleType:
    """The module that the file at `path` makes: the same one as long as the file is the same."""
    try:
        source = path.read_bytes()
    except OSError as fault:
        raise ProfileError(f"{where}: cannot read {path}: {fault.strerror}.") from fault
    identity = hashlib.sha256(str(path.resolve()).encode() + b"\0" + source).hexdigest()
    name = f"summarizer_user_schema_{identity[:16]}"
    if name not in sys.modules:
        _execute(source, path, name)
    return sys.modules[name]


def _execute(source: bytes, path: Path, name: str) -> None:
    module = types.ModuleType(name)
    module.__file__ = str(path)
    sys.modules[name] = module  # pydantic looks up annotations there while classes are made
    try:
        code = compile(source, str(path), "exec", dont_inherit=True)
        exec(code, module.__dict__)  # noqa: S102 - the user's prompt names it
    except SyntaxError as fault:
        del sys.modules[name]
        raise ProfileError(f"{path}:{fault.lineno or 1}: {fault.msg}.") from fault
    except (Exception, SystemExit) as fault:  # foreign code may raise anything
        del sys.modules[name]
        message = f"{path}:{line_of(fault, str(path))}: {type(fault).__name__}: {fault}"
        raise ProfileError(message) from fault


def _named(module: types.ModuleType, name: str, where: str) -> type[BaseModel]:
    found = getattr(module, name, None)
    if inspect.isclass(found) and issubclass(found, BaseModel):
        return found
    own = [
        value.__name__
        for value in vars(module).values()
        if inspect.isclass(value)
        and issubclass(value, BaseModel)
        and value.__module__ == module.__name__
    ]
    raise ProfileError(
        f"{where}: {module.__file__} has no pydantic class `{name}`. "
        f"It has: {', '.join(own) or 'none'}."
    )
