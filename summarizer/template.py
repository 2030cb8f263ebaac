"""Prompt templates: a small part of Jinja2, in its sandbox.

Jinja2's sandbox stops a template from reaching Python's inside, but not from filling the memory
or running for hours (`{{ 'a' * 200000000 }}`, nested loops). A prompt needs neither arithmetic
nor loops nor calls, so nothing but the nodes named here is allowed: what is left takes time and
space in proportion to the template, and an unknown variable is found even on a branch not taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from summarizer.errors import ProfileError, line_of
from summarizer.front_matter import MOST_BYTES, PromptFile

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Const,
    nodes.If,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Filter,
    nodes.Test,
)
_FILTERS = frozenset({"capitalize", "lower", "title", "trim", "upper"})
_TESTS = frozenset({"none"})
_RULE = (
    "A prompt may use text, variables, `if`/`elif`/`else`, comparisons, `is none` and the filters "
    f"{', '.join(sorted(_FILTERS))}."
)


def render(prompt: PromptFile, variables: Mapping[str, Any]) -> str:
    """The prompt's text with `variables` filled in, without white space at its ends.

    A variable is text, a number, `None`, or a mapping whose parts are written `name.part`.
    Raises ProfileError with file and line: a syntax error, an unknown variable, something that
    prompts may not use, or more than `MOST_BYTES` of text.
    """
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True
    )
    try:
        tree = environment.parse(prompt.template)
        _check(tree, prompt, variables)
        text = environment.from_string(tree).render(variables).strip()
    except TemplateSyntaxError as fault:
        raise _error(prompt, fault.lineno, fault.message or "a syntax error") from fault
    except (TemplateError, TypeError) as fault:
        raise _error(prompt, line_of(fault, "<template>"), str(fault)) from fault
    except (RecursionError, SyntaxError) as fault:
        raise _error(prompt, 1, "nested too deeply. Write it flatter.") from fault
    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise _error(prompt, 1, f"more than {MOST_BYTES:,} bytes when filled in. Shorten it.")
    return text


def _check(node: nodes.Node, prompt: PromptFile, variables: Mapping[str, Any]) -> None:
    """Raises ProfileError at the first node below `node` that prompts may not use."""
    refused = _refused(node, variables)
    if refused:
        raise _error(prompt, node.lineno, refused)
    for child in node.iter_child_nodes():
        _check(child, prompt, variables)


def _refused(node: nodes.Node, variables: Mapping[str, Any]) -> str | None:
    if not isinstance(node, _ALLOWED):
        return f"`{type(node).__name__.lower()}` is not allowed. {_RULE}"
    if isinstance(node, nodes.Name) and node.name not in variables:
        return f"`{node.name}` is no variable. There are: {', '.join(variables) or 'none'}."
    if isinstance(node, nodes.Getattr) and not _has_part(node, variables):
        return f"`.{node.attr}` is no part of a variable. There are: {_parts(variables)}."
    if isinstance(node, nodes.Filter) and node.name not in _FILTERS:
        return f"the filter `{node.name}` is not allowed. {_RULE}"
    if isinstance(node, nodes.Test) and node.name not in _TESTS:
        return f"the test `{node.name}` is not allowed. {_RULE}"
    return None


def _has_part(node: nodes.Getattr, variables: Mapping[str, Any]) -> bool:
    variable = variables.get(node.node.name) if isinstance(node.node, nodes.Name) else None
    return isinstance(variable, Mapping) and node.attr in variable


def _parts(variables: Mapping[str, Any]) -> str:
    parts = [
        f"{name}.{part}"
        for name, variable in variables.items()
        if isinstance(variable, Mapping)
        for part in variable
    ]
    return ", ".join(parts) or "none"


def _error(prompt: PromptFile, line: int, message: str) -> ProfileError:
    place = f"{prompt.path}:{prompt.template_line + line - 1}"
    return ProfileError(f"{place}: {message.rstrip('.')}.")
