"""CPU of one live call, from the request to the parsed draft, beside plain instructor TOOLS.

Both ask the same stub, which runs in a process of its own, in the same run; what counts is the ratio of
this process's CPU time. Rounds alternate, so that a slow minute hits both. Our figure is to be
at most 0.7.

    python benchmarks/client_cost.py [--calls 40] [--rounds 7]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import statistics
import time
from collections.abc import Awaitable, Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path

import instructor
from openai import AsyncOpenAI, OpenAI
from pydantic import SecretStr

from summarizer.document import Document
from summarizer.draft import read_reply
from summarizer.model import ModelRoom
from summarizer.profile import Profile
from summarizer.prompting import build_request
from summarizer.request import ModelRequest
from summarizer.schemas.negotiation import Negotiation

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "examples/strait-talks.txt"
GOAL = 0.7
IN_FLIGHT = 8
Work = Callable[[], object]


def draft() -> str:
    """A draft of ordinary size as JSON: the sample's gold reading, evidence as plain strings."""
    gold = json.loads((ROOT / "tests/gold/strait-talks.json").read_text("utf-8"))
    lists = {name: gold[name] for name in ("parties", "agreements", "positions")}
    for kind, letter in (("agreements", "a"), ("positions", "p")):
        for number, item in enumerate(lists[kind], start=1):
            item["id"] = f"{letter}{number}"
    return json.dumps({"headline": "Talks.", "overview": "They talk.", **lists})


class Stub(BaseHTTPRequestHandler):
    """Answers every request with the draft, as a tool call when a tool is offered."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    text = ""

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        message: dict[str, object] = {"role": "assistant", "content": self.text}
        if "tools" in asked:
            name = asked["tools"][0]["function"]["name"]
            function = {"name": name, "arguments": self.text}
            call = {"id": "call", "type": "function", "function": function}
            message = {"role": "assistant", "content": None, "tool_calls": [call]}
        usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
        answer = {
            "id": "stub",
            "object": "chat.completion",
            "created": 0,
            "model": "stub",
            "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
            "usage": usage,
        }
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def serve(text: str, port: Connection) -> None:
    Stub.text = text
    server = ThreadingHTTPServer(("127.0.0.1", 0), Stub)
    port.send(server.server_port)
    server.serve_forever()


def question() -> ModelRequest:
    document = Document.from_text(ARTICLE.read_text("utf-8"))
    return build_request(document, Profile(), model="stub", parameters={"temperature": 0})


def blocking(url: str, calls: int) -> tuple[Work, Work]:
    """So many blocking calls, one after the other: ours, and plain instructor's."""
    request = question()
    asked = {"model": "stub", "temperature": 0, "messages": list(request.messages)}
    room = ModelRoom(api_key=SecretStr("key"), base_url=url)
    plain = instructor.from_openai(OpenAI(api_key="key", base_url=url, max_retries=0))

    def ours() -> None:
        for _ in range(calls):
            read_reply(room.ask(request, deadline=time.monotonic() + 30), Negotiation)

    def theirs() -> None:
        for _ in range(calls):
            plain.create(response_model=Negotiation, max_retries=0, **asked)

    return ours, theirs


def awaited(url: str, calls: int, runner: asyncio.Runner) -> tuple[Work, Work]:
    """So many awaited calls, several in flight: ours, and plain instructor's."""
    request = question()
    asked = {"model": "stub", "temperature": 0, "messages": list(request.messages)}
    room = ModelRoom(api_key=SecretStr("key"), base_url=url)
    plain = instructor.from_openai(AsyncOpenAI(api_key="key", base_url=url, max_retries=0))

    async def ours() -> None:
        read_reply(await room.aask(request, deadline=time.monotonic() + 30), Negotiation)

    async def theirs() -> None:
        await plain.create(response_model=Negotiation, max_retries=0, **asked)

    async def all_of(one: Callable[[], Awaitable[None]]) -> None:
        for _ in range(calls // IN_FLIGHT):
            await asyncio.gather(*(one() for _ in range(IN_FLIGHT)))

    return lambda: runner.run(all_of(ours)), lambda: runner.run(all_of(theirs))


def cpu(work: Work, calls: int) -> float:
    """Milliseconds of CPU time of this process per call."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000 / calls


def compare(name: str, pair: tuple[Work, Work], calls: int, rounds: int) -> bool:
    ours, theirs = pair
    ours(), theirs()  # imports and connections are not what is measured
    figures = [(cpu(ours, calls), cpu(theirs, calls)) for _ in range(rounds)]
    mine, plain = (statistics.median(figure) for figure in zip(*figures, strict=True))
    ratio = statistics.median(a / b for a, b in figures)
    print(
        f"{name}: ours {mine:.2f} ms, plain instructor TOOLS {plain:.2f} ms of CPU a call, "
        f"ratio {ratio:.2f} (goal {GOAL})"
    )
    return ratio <= GOAL


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--calls", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    server = context.Process(target=serve, args=(draft(), theirs), daemon=True)
    server.start()
    try:
        url = f"http://127.0.0.1:{ours.recv()}/v1"
        with asyncio.Runner() as runner:
            results = [
                compare("blocking", blocking(url, options.calls), options.calls, options.rounds),
                compare(
                    "awaited", awaited(url, options.calls, runner), options.calls, options.rounds
                ),
            ]
        return 0 if all(results) else 1
    finally:
        server.terminate()
        server.join()


if __name__ == "__main__":
    raise SystemExit(main())
