"""What went wrong between us and the endpoint, said as one of our errors.

Loaded with openai, by the first question only.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from openai import APIConnectionError, APIStatusError

from summarizer.errors import ModelError, shortened
from summarizer.model.retry import PassingFault, asked_wait
from summarizer.shown import shown

LONGEST_QUOTE = 300
_PASSING = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS}
_TOO_LONG = ("context_length_exceeded", "exceed_context_size_error", "maximum context length")


@dataclass(frozen=True)
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
            fault = self.no_completion(self._clean(str(cause)))
        fault.__cause__ = None if self._shows_key(cause) else cause
        return fault

    def no_completion(self, found: str) -> ModelError:
        """The error for an answer, with a status of success, that is no chat completion."""
        return ModelError(
            f"{self.host} answered with {found} in place of a chat completion. "
            "Check the base URL: it usually ends in /v1.",
            reason="unreachable",
        )

    def _by_status(self, cause: APIStatusError) -> ModelError:
        status = cause.status_code
        code = f"(HTTP {status})"
        words = self._words(cause)
        if 300 <= status < 400:
            return self._redirect(cause)
        if status in {401, 403}:
            return ModelError(
                f"{self.host} refused the key {code}: check OPENAI_API_KEY, and that it may use "
                f"the model {shown(self.model)}.",
                reason="unauthorised",
            )
        if status == HTTPStatus.NOT_FOUND:
            return ModelError(
                f"{self.host} does not know the model {shown(self.model)} {code}: name another "
                "with --model, or check the base URL, which usually ends in /v1.",
                reason="not-found",
            )
        if "insufficient_quota" in {cause.code, cause.type}:
            return ModelError(
                f"{self.host}: the account's quota is used up {code}. Add credit or use another "
                "key; asking again does not help.",
                reason="quota",
            )
        if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE or _is_too_long(cause):
            return ModelError(
                f"The request is too long for {shown(self.model)} at {self.host} {code}: take a "
                f"shorter article or a model with a larger context. It says: {words}",
                reason="too-long",
            )
        if status in _PASSING or status >= 500:
            return self._passing(cause, words)
        other = "tools" if self.mode == "json_schema" else "json_schema"
        return ModelError(
            f"{self.host} rejected the request {code}: {words} If it does not know this form of "
            f"request, try --mode {other}.",
            reason="rejected",
        )

    def _passing(self, cause: APIStatusError, words: str) -> PassingFault:
        status = cause.status_code
        limited = status == HTTPStatus.TOO_MANY_REQUESTS
        remedy = "Fewer --jobs may help." if limited else "Run again later."
        return PassingFault(
            f"{self.host} is {'limiting requests' if limited else 'failing'} (HTTP {status}): "
            f"{words} {remedy}",
            reason="limited" if limited else "unreachable",
            asked_wait=asked_wait(cause.response.headers, time.time()),
        )

    def _redirect(self, cause: APIStatusError) -> ModelError:
        to = cause.response.headers.get("location", "")
        try:
            parts = urlsplit(to)
            where = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
        except ValueError:
            where = "an address that cannot be read"
        where = where.removeprefix("://")
        return ModelError(
            f"{self.host} redirects to {self._clean(where)} (HTTP {cause.status_code}). That is "
            "not followed, since it would send the article there: if you trust that address, "
            "make it the base URL.",
            reason="unreachable",
        )

    def _words(self, cause: APIStatusError) -> str:
        """What the server says of the fault, as one line that ends in a full stop."""
        body = cause.body
        message = body.get("message") if isinstance(body, dict) else body
        text = self._clean(message if isinstance(message, str) else "")
        return f"{text.rstrip('.')}." if text else "It says no more."

    def _why(self, cause: Exception) -> str:
        """The innermost reason that has words, e.g. that the name is not known."""
        inner: BaseException = cause
        while inner.__cause__ or inner.__context__:
            inner = inner.__cause__ or inner.__context__ or inner
        return self._clean(str(inner)).rstrip(".") or type(inner).__name__

    def _clean(self, text: str) -> str:
        """One line of at most 300 characters without control characters and without the key."""
        line = " ".join(text.replace(self.key, "[key]").split() if self.key else text.split())
        return shortened(shown(line), LONGEST_QUOTE)

    def _shows_key(self, cause: BaseException | None) -> bool:
        seen: set[int] = set()
        while self.key and cause is not None and id(cause) not in seen:
            if self.key in f"{cause!s}{cause!r}":
                return True
            seen.add(id(cause))
            cause = cause.__cause__ or cause.__context__
        return False


def _is_too_long(cause: APIStatusError) -> bool:
    said = f"{cause.code} {cause.type} {cause.message}"
    return cause.status_code < 500 and any(sign in said for sign in _TOO_LONG)
