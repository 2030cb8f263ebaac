"""Keys and addresses, checked before anything is sent. No message shows what was given."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from pydantic import SecretStr

from summarizer.errors import ConfigurationError

DEFAULT_MODEL = "gpt-5.4-mini"
"""Used at OpenAI's own endpoint when no model is named."""

DEFAULT_BASE_URL = "https://api.openai.com/v1"

_KEY = re.compile(r"[!-~]+")
_QUOTES = frozenset("\"'`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2032\u2033")
_EXAMPLE = "write it as in http://127.0.0.1:8000/v1"


def checked_key(raw: str) -> SecretStr:
    """The API key without the white space around it.

    Raises ConfigurationError when it is empty or holds what no key holds: inner white space,
    quotation marks, control or non-ASCII characters.
    """
    key = raw.strip()
    if not key:
        raise ConfigurationError("The API key is empty: set OPENAI_API_KEY to your key.")
    if not _QUOTES.isdisjoint(key):
        raise ConfigurationError(
            "The API key holds quotation marks: set it again without them "
            "(text editors turn straight ones into curly ones)."
        )
    if any(character.isspace() for character in key):
        raise ConfigurationError(
            "The API key has white space inside: copy the key alone, in one piece."
        )
    if not _KEY.fullmatch(key):
        raise ConfigurationError(
            "The API key holds characters that no key has (control or non-ASCII ones): "
            "copy it again from where it was issued."
        )
    return SecretStr(key)


def checked_base_url(raw: str) -> str:
    """The endpoint's address without the white space around it.

    Raises ConfigurationError unless it is http or https with a host, and without user name,
    password, query and fragment.
    """
    url = raw.strip()
    parts = _split(url)
    if parts.scheme not in {"http", "https"} or "://" not in url:
        raise ConfigurationError(
            f"The base URL does not start with http:// or https://: {_EXAMPLE}."
        )
    if "@" in parts.netloc:
        raise ConfigurationError(
            "The base URL holds a user name or password: take it out and give the key "
            "as OPENAI_API_KEY."
        )
    if not parts.hostname or not re.fullmatch(r"[^\s\x00-\x1f\x7f\\<>\"]+", url):
        raise ConfigurationError(f"The base URL names no host that can be reached: {_EXAMPLE}.")
    if parts.query or parts.fragment:
        raise ConfigurationError(f"The base URL has a part after ? or #: {_EXAMPLE}.")
    return url


def host_of(base_url: str) -> str:
    """Host and, if given, port of an address, for showing: never its user name or password."""
    parts = _split(base_url)
    host = parts.hostname or "the endpoint"
    if ":" in host:
        host = f"[{host}]"
    return host if parts.port is None else f"{host}:{parts.port}"


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port  # read here, since only reading it tells that it is no number
    except ValueError:
        # Not chained: the cause's text holds the address, and so perhaps a password.
        raise ConfigurationError(
            f"The base URL's host or port cannot be read: {_EXAMPLE}."
        ) from None
    return parts
