"""Which engine answers, and which model: decided once, and told to the user."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from summarizer.errors import ConfigurationError
from summarizer.model.access import (
    DEFAULT_BASE_URL,
    DEFAULT_MODEL,
    checked_base_url,
    checked_key,
    host_of,
)
from summarizer.settings import Settings

_MOST_LISTED = 20

HOW_TO_CONFIGURE = (
    "No model is configured: the extractive engine works by rules alone (quotations and their "
    "speakers, sentences that report an agreement). For a model's summary set OPENAI_API_KEY, or "
    "OPENAI_BASE_URL and SUMMARIZER_MODEL for another endpoint."
)


@dataclass(frozen=True, slots=True)
class Choice:
    """The engine, its model ("" for whatever the recordings hold), and what to tell the user."""

    engine: Literal["model", "extractive"]
    model: str
    told: str


def choose_engine(
    settings: Settings,
    *,
    stored_only: bool,
    own_client: bool,
    wanted: bool,
    listed: Callable[[], list[str]],
) -> Choice:
    """`auto` takes a model when a key, an address, a client or stored replies are given.

    `wanted` tells that the caller named a model, or asked for new or recorded replies. `listed`
    gives the endpoint's models, for the message when none is named. Raises ConfigurationError when
    a model is wanted and none can be named or reached.
    """
    configured = bool(settings.api_key or settings.base_url or own_client)
    if settings.engine == "extractive" or (
        settings.engine == "auto" and not (configured or stored_only or wanted)
    ):
        told = HOW_TO_CONFIGURE if settings.engine == "auto" else "The extractive engine answers."
        return Choice("extractive", "", told)
    if stored_only:
        return Choice("model", settings.model or DEFAULT_MODEL, "")
    if not configured:
        raise ConfigurationError(
            "A model is asked for, but no key is set. Set OPENAI_API_KEY, or OPENAI_BASE_URL for "
            "an endpoint that needs none, or take --engine extractive."
        )
    model = settings.model or _default_model(settings, listed)
    host = host_of(settings.base_url or DEFAULT_BASE_URL)
    told = f"Asking {model}." if own_client else f"Asking {model} at {host}."
    return Choice("model", model, told)


def checked_access(settings: Settings) -> Settings:
    """The settings with key and address stripped. Raises ConfigurationError for impossible ones."""
    changes: dict[str, object] = {}
    if settings.api_key is not None:
        changes["api_key"] = checked_key(settings.api_key.get_secret_value())
    if settings.base_url is not None:
        changes["base_url"] = checked_base_url(settings.base_url)
    return settings.model_copy(update=changes)


def _default_model(settings: Settings, listed: Callable[[], list[str]]) -> str:
    """OpenAI's endpoint has a default; any other must be told which of its models to use."""
    if host_of(settings.base_url or DEFAULT_BASE_URL) == host_of(DEFAULT_BASE_URL):
        return DEFAULT_MODEL
    names = listed()
    some = ", ".join(names[:_MOST_LISTED]) + (", ..." if len(names) > _MOST_LISTED else "")
    raise ConfigurationError(
        "Name a model with --model or SUMMARIZER_MODEL: this endpoint has no default. "
        + (f"It lists: {some}." if names else "It lists none.")
    )
