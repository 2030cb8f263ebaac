"""A chat endpoint on loopback that answers what a test tells it to, and records what it was asked."""

from __future__ import annotations

import json
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal, Self

Fault = Literal["reset", "short body", "hang", "drip"]


@dataclass(frozen=True)
class Answer:
    """One HTTP answer, or a fault in its place. `body` that is not bytes is sent as JSON."""

    body: Any = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    fault: Fault | None = None

    @property
    def sent(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


@dataclass(frozen=True)
class Asked:
    """One request as it arrived: header names in lower case, `body` from JSON, `None` for none.

    `connection` tells apart the connections that requests came by.
    """

    connection: int
    method: str
    path: str
    headers: dict[str, str]
    body: Any


def completion(
    content: str | None = None, *, finish_reason: str | None = "stop", **message: Any
) -> dict[str, Any]:
    """A chat completion with `content`; `message` adds to its message (`refusal`, ...)."""
    return {
        "id": "stub",
        "object": "chat.completion",
        "created": 0,
        "model": "stub-model",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish_reason,
                "message": {"role": "assistant", "content": content, **message},
            }
        ],
        "usage": {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18},
    }


def tool_completion(
    arguments: str, *names: str, finish_reason: str | None = "tool_calls"
) -> dict[str, Any]:
    """A chat completion that calls the tools of these names, all with `arguments`."""
    calls = [
        {"id": f"call-{n}", "type": "function", "function": {"name": name, "arguments": arguments}}
        for n, name in enumerate(names)
    ]
    return completion(None, finish_reason=finish_reason, tool_calls=calls)


class StubServer:
    """Serves in threads of its own while in `with`; `url` is its base URL."""

    def __init__(self, *answers: Answer) -> None:
        self.requests: list[Asked] = []
        self._answers = list(answers)
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self._server.server_port}"

    @property
    def url(self) -> str:
        return f"http://{self.host}/v1"

    def will_answer(self, *answers: Answer | dict[str, Any]) -> None:
        """Answers these in turn, the last of them for ever; a dict is the body of a success."""
        with self._lock:
            self._answers = [a if isinstance(a, Answer) else Answer(a) for a in answers]

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()

    def next_answer(self, asked: Asked) -> Answer:
        with self._lock:
            self.requests.append(asked)
            return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]

    def wait(self, seconds: float | None = None) -> bool:
        """Whether the server is being closed, after at most so long."""
        return self._closing.wait(seconds)


def _handler(stub: StubServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # or each answer waits 40 ms for an acknowledgement

        def log_message(self, *_: object) -> None:
            """Says nothing: the test's output is the test's."""

        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def _answer(self) -> None:
            length = int(self.headers.get("content-length", 0))
            sent = self.rfile.read(length)
            body = json.loads(sent) if sent else None
            headers = {name.lower(): value for name, value in self.headers.items()}
            answer = stub.next_answer(
                Asked(self.client_address[1], self.command, self.path, headers, body)
            )
            if answer.fault == "hang":
                stub.wait()
            if answer.fault in {"hang", "reset"}:
                self.close_connection = True
                return
            self._send(answer)

        def _send(self, answer: Answer) -> None:
            missing = 1000 if answer.fault else 0
            headers = {"content-type": "application/json", **answer.headers}
            self.send_response(answer.status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(answer.sent) + missing))
            self.end_headers()
            self.wfile.write(answer.sent)
            self.close_connection = bool(answer.fault)
            if answer.fault == "drip":
                self._drip()

        def _drip(self) -> None:
            with suppress(ConnectionError):  # the client has had enough
                while not stub.wait(0.02):
                    self.wfile.write(b" ")

    return Handler
