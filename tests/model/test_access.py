"""Keys and addresses, checked before anything is sent."""

from __future__ import annotations

from typing import get_args

import pytest

from summarizer.errors import ConfigurationError
from summarizer.model.access import DEFAULT_MODEL, checked_base_url, checked_key, host_of

CANARY = "sk-canary-4f9c2b7e81d05a63"


@pytest.mark.parametrize("raw", [CANARY, f"{CANARY}\n", f"  {CANARY}\r\n", f"\t{CANARY}"])
def test_a_key_is_stripped(raw: str) -> None:
    """The white space that copying leaves around a key is not part of it."""
    assert checked_key(raw).get_secret_value() == CANARY


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("", "empty"),
        (" \n", "empty"),
        (f"{CANARY[:9]} {CANARY[9:]}", "white space"),
        (f"Bearer {CANARY}", "white space"),
        (f"{CANARY}\u00a0{CANARY}", "white space"),
        (f"\u201c{CANARY}\u201d", "quotation marks"),
        (f"'{CANARY}'", "quotation marks"),
        (f"{CANARY}é", "non-ASCII"),
        (f"{CANARY}\u200b", "non-ASCII"),
        (f"{CANARY}\x00", "control"),
        (f"{CANARY}\ud800", "non-ASCII"),
    ],
)
def test_what_cannot_be_a_key_is_refused_without_showing_it(raw: str, told: str) -> None:
    """The message says what is wrong with the key and shows nothing of it."""
    with pytest.raises(ConfigurationError, match=told) as raised:
        checked_key(raw)
    assert CANARY[:9] not in repr(raised.value)
    assert raised.value.exit_code == 3


@pytest.mark.parametrize(
    ("raw", "host"),
    [
        ("http://127.0.0.1:8000/v1", "127.0.0.1:8000"),
        (" https://api.openai.com/v1\n", "api.openai.com"),
        ("HTTPS://Example.org", "example.org"),
        ("http://[::1]:8080/v1", "[::1]:8080"),
    ],
)
def test_addresses_that_can_be_asked(raw: str, host: str) -> None:
    """A host by http or https is enough; messages show host and port."""
    assert checked_base_url(raw) == raw.strip()
    assert host_of(checked_base_url(raw)) == host


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("", "http://"),
        ("localhost:8000/v1", "http://"),
        ("api.openai.com/v1", "http://"),
        ("//example.org/v1", "http://"),
        ("file:///etc/passwd", "http://"),
        ("ftp://example.org", "http://"),
        ("http:example.org", "http://"),
        (f"http://ilka:{CANARY}@example.org/v1", "user name"),
        (f"ilka:{CANARY}@example.org/v1", "http://"),
        (f"http://ilka:{CANARY}@example.org:port/v1", "port"),
        ("http://", "no host"),
        ("http:///v1", "no host"),
        ("http://exa mple.org/v1", "no host"),
        ("http://example.org/v1\x07", "no host"),
        ("http://example.org:99999/v1", "port"),
        ("http://[::1/v1", "host or port"),
        (f"http://example.org/v1?key={CANARY}", "after \\? or #"),
        ("http://example.org/v1#top", "after \\? or #"),
    ],
)
def test_addresses_that_cannot_be_asked(raw: str, told: str) -> None:
    """Each is refused with what to write in its place; a password in it is never shown."""
    with pytest.raises(ConfigurationError, match=told) as raised:
        checked_base_url(raw)
    assert CANARY not in repr(raised.value)
    assert CANARY not in repr(raised.value.__cause__)


def test_a_host_is_shown_without_the_user_name() -> None:
    """`host_of` is for messages: of an address with a password it shows host and port."""
    assert host_of(f"https://ilka:{CANARY}@example.org:8443/v1") == "example.org:8443"


def test_the_default_model_is_one_that_the_client_library_knows() -> None:
    """The constant names a model of the openai package's own list."""
    from openai.types.shared.chat_model import ChatModel

    assert DEFAULT_MODEL in get_args(ChatModel)
