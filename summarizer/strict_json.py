"""JSON that every reader understands in the same way."""

from __future__ import annotations

import json
import math
import re
from typing import Any, NoReturn

_SURROGATE = re.compile(r"[\ud800-\udfff]|\\u[dD][89a-fA-F]")


class StrictJSONError(ValueError):
    """The text is no such JSON. The message is a short clause that quotes none of the text."""


def strict_json(text: str) -> Any:
    """The value of a JSON text (RFC 8259).

    Raises StrictJSONError for what is not JSON, and for what its readers understand differently: a
    key that stands twice in an object, NaN, Infinity and numbers that become infinite, integers of
    more than 4,300 digits, lone surrogates, nesting deeper than Python's stack.
    """
    try:
        value = json.loads(
            text, object_pairs_hook=_unique, parse_constant=_infinite, parse_float=_finite
        )
        if _SURROGATE.search(text):
            json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise StrictJSONError(f"it is not JSON at {place}") from error
    except UnicodeEncodeError as error:
        raise StrictJSONError("it holds half a character (a lone surrogate)") from error
    except RecursionError as error:
        raise StrictJSONError("it is nested too deeply") from error
    except StrictJSONError:
        raise
    except ValueError as error:  # Python's limit on the digits of an integer
        raise StrictJSONError("an integer has too many digits") from error
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise StrictJSONError("a key stands twice in an object")
    return found


def _finite(number: str) -> float:
    value = float(number)
    return value if math.isfinite(value) else _infinite(number)


def _infinite(_: str) -> NoReturn:
    raise StrictJSONError("a number is not finite")
