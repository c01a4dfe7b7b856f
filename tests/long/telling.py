"""A process of ours that tells what it does, line by line (see `guided.tell`)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


class Telling:
    """The process and its lines."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def until(self, word: str) -> dict[str, Any]:
        """Waits for a line that begins so; gives its figures. Raises AssertionError where the process ends before."""
        for line in self.lines():
            if line[0] == word:
                return line[1]
        raise AssertionError(f"ended with {self.process.wait()} and never told {word}")

    def lines(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every line from now on: its word and its figures. One that was cut off by a kill is left out."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            word, _, figures = line.partition(" ")
            if line.endswith("}\n"):
                yield word, json.loads(figures)


@contextmanager
def telling(module: str, *words: str, surroundings: Mapping[str, str] = os.environ) -> Iterator[Telling]:
    """Runs a module as a process of its own; nothing of it is left."""
    command = (sys.executable, "-X", "faulthandler", "-m", module, *words)
    with subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Telling(process)
        finally:
            process.kill()
