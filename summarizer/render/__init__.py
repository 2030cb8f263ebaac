"""A summary as text: for the terminal, for programs, for pages. One format a module."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.summary import Summary

# The module and function of each format: a module is loaded when its format is asked for, so that
# writing JSON loads neither rich nor Jinja2.
_RENDERERS = {
    "terminal": ("terminal", "render_terminal"),
    "json": ("json_format", "render_json"),
    "jsonl": ("json_format", "render_jsonl"),
    "markdown": ("markdown", "render_markdown"),
    "guide": ("guide", "render_guide"),
    "html": ("html", "render_html"),
    "annotations": ("selectors", "render_annotations"),
}

FORMATS = tuple(_RENDERERS)


def render(
    summary: Summary[Any],
    document: Document,
    format: str = "terminal",  # noqa: A002 (what a caller would write)
    **options: Any,
) -> str:
    """`summary` of `document` in one of `FORMATS`, ending in one line feed.

    `options` are those of the format; only the terminal has any (`width` in columns, `colour`).
    Raises UsageError for a format that is not there, for one that does not fit the summary's
    schema (`guide` is for negotiations), and for a document that is not the summary's own.
    """
    if format not in _RENDERERS:
        raise UsageError(f"There is no format {format!r}. Choose one of: {', '.join(FORMATS)}.")
    module, name = _RENDERERS[format]
    text = getattr(import_module(f"{__name__}.{module}"), name)(summary, document, **options)
    return str(text)
