"""langextract at its best on a task of benchmarks/grounding.py: JSON in, JSON out.

Runs in a virtual environment of its own, which has langextract and nothing of ours. Each
quotation is told the chunk of the text that it stands in.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from langextract.core.data import Extraction
from langextract.resolver import Resolver


def align(quote: str, chunk: str, offset: int) -> list[int] | None:
    extraction = Extraction(extraction_class="quote", extraction_text=quote)
    aligned = Resolver().align(
        [extraction], chunk, token_offset=0, char_offset=offset, accept_match_lesser=False
    )
    interval = next(iter(aligned)).char_interval
    return None if interval is None else [interval.start_pos, interval.end_pos]


def main() -> None:
    task: dict[str, Any] = json.load(sys.stdin)
    text, size = task["text"], task["chunk"]
    times = []
    for _ in range(task["rounds"]):
        began = time.process_time()
        places = [
            align(quote["text"], text[quote["chunk"] : quote["chunk"] + size], quote["chunk"])
            for quote in task["quotes"]
        ]
        times.append((time.process_time() - began) * 1000)
    json.dump({"places": places, "ms": times}, sys.stdout)


if __name__ == "__main__":
    main()
