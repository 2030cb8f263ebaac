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
from collections.abc import Callable
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
from summarizer.schemas.negotiation import Negotiation

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "examples/strait-talks.txt"
GOAL = 0.7
IN_FLIGHT = 8


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


def in_flight(call: Callable[[], object], calls: int) -> Callable[[], object]:
    """`calls` of an async call, several at once."""

    async def all_of_them() -> None:
        gate = asyncio.Semaphore(IN_FLIGHT)

        async def one() -> None:
            async with gate:
                await call()  # type: ignore[misc]

        await asyncio.gather(*(one() for _ in range(calls)))

    return all_of_them


def cpu(work: Callable[[], object], calls: int) -> float:
    """Milliseconds of CPU time of this process per call."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000 / calls


def report(name: str, ours: list[float], plain: list[float]) -> bool:
    ratio = statistics.median(a / b for a, b in zip(ours, plain, strict=True))
    print(
        f"{name:6} ours {statistics.median(ours):.2f} ms, plain instructor TOOLS "
        f"{statistics.median(plain):.2f} ms of CPU a call: ratio {ratio:.2f} (goal {GOAL})"
    )
    return ratio <= GOAL


def measure(url: str, calls: int, rounds: int) -> bool:
    request = build_request(
        Document.from_text(ARTICLE.read_text("utf-8")),
        Profile(),
        model="stub",
        parameters={"temperature": 0},
    )
    room = ModelRoom(api_key=SecretStr("key"), base_url=url)
    asked = {"model": "stub", "temperature": 0, "messages": list(request.messages)}
    plain = instructor.from_openai(OpenAI(api_key="key", base_url=url, max_retries=0))
    aplain = instructor.from_openai(AsyncOpenAI(api_key="key", base_url=url, max_retries=0))

    def ours_once() -> None:
        read_reply(room.ask(request, deadline=time.monotonic() + 30), Negotiation)

    def plain_once() -> None:
        plain.create(response_model=Negotiation, max_retries=0, **asked)

    async def ours_async() -> None:
        read_reply(await room.aask(request, deadline=time.monotonic() + 30), Negotiation)

    async def plain_async() -> None:
        await aplain.create(response_model=Negotiation, max_retries=0, **asked)

    def repeated(call: Callable[[], object]) -> Callable[[], object]:
        return lambda: [call() for _ in range(calls)]

    pairs = {"sync": (repeated(ours_once), repeated(plain_once))}
    with asyncio.Runner() as runner:
        together = [in_flight(call, calls) for call in (ours_async, plain_async)]
        ours, theirs = (lambda work=work: runner.run(work()) for work in together)
        pairs["async"] = (ours, theirs)
        results = []
        for name, (mine, peer) in pairs.items():
            cpu(mine, calls), cpu(peer, calls)  # connections and imports are not what is measured
            figures = [(cpu(mine, calls), cpu(peer, calls)) for _ in range(rounds)]
            results.append(report(name, *map(list, zip(*figures, strict=True))))
        runner.run(room.aclose())
        runner.run(aplain.close())
    plain.client.close()
    return all(results)


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
        return 0 if measure(url, options.calls, options.rounds) else 1
    finally:
        server.terminate()
        server.join()


if __name__ == "__main__":
    raise SystemExit(main())
