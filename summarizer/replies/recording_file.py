"""The one format of a stored reply: a request, its raw reply, and where that came from."""

from __future__ import annotations

import contextlib
import json
import math
import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.errors import ConfigurationError, OutputError
from summarizer.request import ModelRequest, Reply

FORMAT = "summarizer/recording@1"
_FAMILY = b"summarizer/recording@"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_NAMES: dict[type, str] = {dict: "an object", list: "a list", str: "a text"}


class NotARecording(ValueError):
    """What is wrong with the form of a recording."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A request and what came back for it. Holds no header, key or address."""

    request: ModelRequest
    reply: Reply

    def as_json(self, *, indent: int | None = 2) -> str:
        """The recording as JSON that is valid UTF-8 even where the reply is not."""
        data = {
            "format": FORMAT,
            "origin": self.reply.origin,
            "recorded": self.reply.recorded,
            "seconds": self.reply.seconds,
            "request": self.request.as_dict(),
            "reply": self.reply.completion,
        }
        text = json.dumps(data, ensure_ascii=False, indent=indent)
        return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def looks_like_recording(path: Path) -> bool:
    """Whether a file names our format, of any version, be the rest of it damaged or not."""
    try:
        return _FAMILY in path.read_bytes()
    except OSError:
        return False


def parse_recording(content: bytes) -> Recording:
    """The recording that `as_json` wrote or a hand edited. Raises NotARecording.

    Fields that this version does not know are left aside.
    """
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except RecursionError:
        raise NotARecording("it is nested too deeply") from None
    except UnicodeDecodeError as error:
        raise NotARecording(f"it is not UTF-8 (byte {error.start})") from error
    except ValueError as error:
        raise NotARecording(f"it is not JSON ({error})") from error
    if not isinstance(data, dict):
        raise NotARecording("it is not a JSON object")
    if data.get("format") != FORMAT:
        raise NotARecording(f"`format` is {data.get('format')!r}, not {FORMAT!r}")
    return Recording(_request(_field(data, "request", dict)), _reply(data))


def read_recording(path: Path) -> Recording:
    """The recording at `path`. Raises ConfigurationError naming the file and what is wrong."""
    try:
        return parse_recording(path.read_bytes())
    except OSError as error:
        raise ConfigurationError(f"The recording {path} cannot be read: {error}") from error
    except NotARecording as error:
        raise ConfigurationError(
            f"{path} is not a usable recording: {error}. Correct the file, or delete it and "
            f"record again with --record {path.parent}"
        ) from error


def write_recording(path: Path, recording: Recording) -> None:
    """Writes by temporary file and rename, so that a crash leaves no half-written file.

    Raises OutputError.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("x", encoding="utf-8", newline="\n") as file:
            file.write(recording.as_json() + "\n")
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise OutputError(f"The recording {path} cannot be written: {error}") from error


def _request(data: dict[str, Any]) -> ModelRequest:
    within = "request."
    messages = _field(data, "messages", list, within)
    if not messages:
        raise NotARecording("`request.messages` is empty")
    for index, message in enumerate(messages):
        _check_message(message, f"{within}messages[{index}]")
    return ModelRequest(
        messages=tuple(messages),
        schema=_field(data, "schema", dict, within),
        model=_field(data, "model", str, within),
        parameters=_field(data, "parameters", dict, within),
    )


def _check_message(message: Any, name: str) -> None:
    if not isinstance(message, dict):
        raise NotARecording(f"`{name}` is not an object")
    for field in ("role", "content"):
        _field(message, field, str, f"{name}.")


def _reply(data: dict[str, Any]) -> Reply:
    seconds = data.get("seconds")
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise NotARecording("`seconds` is not a number")
    if not (math.isfinite(seconds) and seconds >= 0):
        raise NotARecording("`seconds` is not a length of time")
    recorded = _field(data, "recorded", str)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", recorded):
        raise NotARecording("`recorded` is not a date like 2031-05-02")
    return Reply(_field(data, "reply", dict), seconds, _field(data, "origin", str), recorded)


def _field(data: dict[str, Any], name: str, kind: type, within: str = "") -> Any:
    if name not in data:
        raise NotARecording(f"`{within}{name}` is missing")
    if not isinstance(data[name], kind):
        raise NotARecording(f"`{within}{name}` is not {_NAMES[kind]}")
    return data[name]
