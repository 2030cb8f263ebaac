"""What went wrong between us and the endpoint, said as one of our errors.

Loaded with openai, by the first question only.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from openai import APIConnectionError, APIStatusError

from summarizer.errors import ModelError, ModelFault, shortened
from summarizer.model.retry import PassingFault, asked_wait
from summarizer.shown import shown

LONGEST_QUOTE = 300
_PASSING = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS}
_TOO_LONG = ("context_length_exceeded", "exceed_context_size_error", "maximum context length")

_TOLD: dict[ModelFault, str] = {
    "unauthorised": "{host} refused the key (HTTP {status}): check OPENAI_API_KEY, and that it may "
    "use the model {model}.",
    "not-found": "{host} does not know the model {model} (HTTP {status}): name another with "
    "--model, or check the base URL, which usually ends in /v1.",
    "quota": "{host}: the account's quota is used up (HTTP {status}). Add credit or use another "
    "key; asking again does not help.",
    "too-long": "The request is too long for {model} at {host} (HTTP {status}): send the article in "
    "smaller parts with a lower --max-tokens-per-call, or take a model with a larger context. {words}",
    "limited": "{host} limits requests (HTTP {status}): run again later, or with fewer --jobs. "
    "{words}",
    "unreachable": "{host} fails (HTTP {status}): run again later. {words}",
    "rejected": "{host} rejected the request (HTTP {status}). {words} If it does not know this form "
    "of request, try --mode {other_mode}.",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Who was asked for what, as far as messages need it. `key` is there to be left out of them."""

    host: str
    model: str
    mode: str
    key: str

    def error(self, cause: Exception) -> ModelError:
        """Our error for what the client raised. Its cause is kept unless its text shows the key."""
        if isinstance(cause, APIStatusError):
            fault = self._by_status(cause)
        elif isinstance(cause, APIConnectionError):
            fault = PassingFault(
                f"Cannot reach {self.host}: {self._why(cause)}. "
                "Check the base URL, and that the server runs.",
                reason="unreachable",
            )
        else:
            fault = ModelError(
                f"The request to {self.host} could not be made, or its answer not be read: "
                f"{self._clean(str(cause))}. Check the base URL and the model's name.",
                reason="unreachable",
            )
        shows_key = self.key and any(self.key in f"{link!s}{link!r}" for link in _chain(cause))
        fault.__cause__ = None if shows_key else cause
        return fault

    def no_completion(self, found: str) -> ModelError:
        """The error for an answer, with a status of success, that is no chat completion."""
        return ModelError(
            f"{self.host} answered with {self._clean(found)} in place of a chat completion. "
            "Check the base URL: it usually ends in /v1.",
            reason="unreachable",
        )

    def _by_status(self, cause: APIStatusError) -> ModelError:
        status = cause.status_code
        if 300 <= status < 400:
            return self._redirect(cause)
        reason = _reason(cause)
        message = _TOLD[reason].format(
            host=self.host,
            model=self._clean(self.model),
            status=status,
            words=self._words(cause),
            other_mode="tools" if self.mode == "json_schema" else "json_schema",
        )
        if reason != "quota" and (status in _PASSING or status >= 500):
            wait = asked_wait(cause.response.headers, time.time())
            return PassingFault(message.rstrip(), reason=reason, asked_wait=wait)
        return ModelError(message.rstrip(), reason=reason)

    def _redirect(self, cause: APIStatusError) -> ModelError:
        try:
            parts = urlsplit(cause.response.headers.get("location", ""))
            # Without user name, password and query: they may be secrets.
            where = parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="")
            to = self._clean(where.geturl())
        except ValueError:
            to = "an address that cannot be read"
        return ModelError(
            f"{self.host} redirects to {to} (HTTP {cause.status_code}). That is not followed, since "
            "it would send the article there: if you trust that address, make it the base URL.",
            reason="unreachable",
        )

    def _words(self, cause: APIStatusError) -> str:
        """What the server says of the fault, as a sentence; "" when it says nothing."""
        body = cause.body
        message = body.get("message") if isinstance(body, dict) else body
        text = self._clean(message) if isinstance(message, str) else ""
        return f"It says: {text.rstrip('.')}." if text else ""

    def _why(self, cause: Exception) -> str:
        """The innermost reason that has words, e.g. that the name is not known."""
        return [text for link in _chain(cause) if (text := self._clean(str(link)).rstrip("."))][-1]

    def _clean(self, text: str) -> str:
        """One line of at most 300 characters without control characters and without the key."""
        line = " ".join(text.replace(self.key, "[key]").split() if self.key else text.split())
        return shortened(shown(line), LONGEST_QUOTE)


def _reason(cause: APIStatusError) -> ModelFault:
    status = cause.status_code
    said = f"{cause.code} {cause.type} {cause.message}"
    if status in {401, 403}:
        return "unauthorised"
    if status == HTTPStatus.PAYMENT_REQUIRED or "insufficient_quota" in {cause.code, cause.type}:
        return "quota"
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return "limited"
    if status >= 500 or status in _PASSING:
        return "unreachable"
    if status == HTTPStatus.NOT_FOUND:
        return "not-found"
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE or any(sign in said for sign in _TOO_LONG):
        return "too-long"
    return "rejected"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error and what it came from, outermost first."""
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        yield link
        seen.add(id(link))
        link = link.__cause__ or link.__context__
