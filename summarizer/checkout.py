"""The two folders at the top of the repository that the package sees through symbolic links."""

from __future__ import annotations

from pathlib import Path

from summarizer.errors import ProfileError

_PACKAGE = Path(__file__).parent


def prompts_folder() -> Path:
    """The folder of the built-in prompts. Raises ProfileError in a checkout without links."""
    return _folder("prompts")


def require_schemas() -> None:
    """Raises ProfileError when `summarizer.schemas` cannot be imported for want of its link."""
    _folder("schemas")


def _folder(name: str) -> Path:
    folder = _PACKAGE / name
    if not folder.is_dir():
        raise ProfileError(
            f"{folder} should be a symbolic link to the folder `{name}`, but this checkout has no "
            "symbolic links. Run `git config core.symlinks true` and `git checkout -- "
            f"summarizer/{name}` (on Windows in developer mode), or install the wheel."
        )
    return folder
