"""Every error that leaves this package, drawn by whose fault it is.

* SummarizerError
  + UsageError              how it was called: flags, a template, a schema        exit 2
    - ProfileError          a prompt or schema of the user's, with file and line
  + ConfigurationError      the key or the settings                               exit 3
    - ReplayMiss            no recording or cached reply for the request
  + InputError              the article cannot be read or used                    exit 4
  + ModelError              the endpoint or the model misbehaved; has a `reason`
  + OutputError             a result cannot be written                            exit 7

Every message says what to do next and is at most 2,000 characters; the cause is kept in
`__cause__`. `exit_code` is what the command line exits with when nothing was summarised.
"""

from __future__ import annotations

from typing import Literal

LONGEST_MESSAGE = 2000

ModelFault = Literal[
    "refused",
    "truncated",
    "filtered",
    "malformed",
    "wrong-shape",
    "unauthorised",
    "not-found",
    "limited",
    "quota",
    "unreachable",
    "too-long",
    "rejected",
    "deadline",
    "interrupted",
]

_EXIT_CODES: dict[str, int] = {
    "unauthorised": 3,
    "not-found": 3,
    "rejected": 3,
    "too-long": 4,
    "limited": 5,
    "quota": 5,
    "unreachable": 5,
    "deadline": 5,
    "interrupted": 130,
}


def shortened(text: str, longest: int = LONGEST_MESSAGE) -> str:
    """`text`, cut in the middle to at most `longest` code points when it is longer."""
    if len(text) <= longest:
        return text
    gap = " [...] "
    head = (longest - len(gap)) * 3 // 4
    return text[:head] + gap + text[len(text) - (longest - len(gap) - head) :]


def line_of(fault: BaseException, file: str) -> int:
    """The last line (from 1) of the code named `file` that was at work when `fault` rose."""
    line, frame = 1, fault.__traceback__
    while frame:
        if frame.tb_frame.f_code.co_filename == file:
            line = frame.tb_lineno
        frame = frame.tb_next
    return line


class SummarizerError(Exception):
    """Base of every error of this package."""

    exit_code = 1

    def __init__(self, message: str) -> None:
        super().__init__(shortened(message))


class UsageError(SummarizerError):
    """The call cannot be carried out as it was made."""

    exit_code = 2


class ProfileError(UsageError):
    """A prompt or schema cannot be used; the message names the file and, if known, the line."""


class ConfigurationError(SummarizerError):
    """A key, address or setting is missing or cannot be right."""

    exit_code = 3


class ReplayMiss(ConfigurationError):
    """No stored reply answers this request; the message names the field that differs."""


class InputError(SummarizerError):
    """The article cannot be read or used. `reason` is one word, e.g. `empty` or `encoding`."""

    exit_code = 4

    def __init__(self, message: str, *, reason: str = "unusable") -> None:
        super().__init__(message)
        self.reason = reason


class ModelError(SummarizerError):
    """The endpoint or the model did not give a usable answer; `reason` says how."""

    def __init__(self, message: str, *, reason: ModelFault) -> None:
        super().__init__(message)
        self.reason: ModelFault = reason
        self.exit_code = _EXIT_CODES.get(reason, 1)


class OutputError(SummarizerError):
    """A result cannot be written where it should go."""

    exit_code = 7
