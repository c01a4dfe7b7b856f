"""Runs every benchmark, prints a table and writes build/bench/figures.json."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.figures import Figures

ROOT = Path(__file__).resolve().parent.parent
PAIRS = 11


def measured(module: str, *arguments: str, scale: int = 1) -> Figures:
    """The figures that a fresh process reports of itself. Raises CalledProcessError if it fails."""
    settings = {**os.environ, "QT_SCALE_FACTOR": str(scale), "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-m", module, str(time.monotonic()), *arguments]
    done = subprocess.run(command, cwd=ROOT, env=settings, check=True, stdout=subprocess.PIPE, text=True)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def paired(count: int, names: tuple[str, ...], *arguments: str) -> Figures:
    """Medians of the app, of a bare window and of their ratio, each pair measured one right after the other."""
    pairs = [(measured("benchmarks.bare"), measured("benchmarks.app", *arguments)) for _ in range(count)]
    bare, app = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    figures: Figures = {}
    for name in names:
        figures[f"bare_{name}"] = median(one[name] for one in bare)
        figures[f"app_{name}"] = median(one[name] for one in app)
        figures[f"ratio_{name}"] = median(b[name] / a[name] for a, b in zip(bare, app, strict=True))
    return figures


def with_data() -> Figures:
    """The peak with the map shown and everything it wants of the database there, on a folder used before."""
    with tempfile.TemporaryDirectory(prefix="unknot-bench-") as folder:
        measured("benchmarks.app", "--data", folder)  # makes the file
        return paired(3, ("peak_mib",), "--data", folder)


def show(title: str, figures: Figures) -> None:
    print(f"\n{title}", flush=True)
    for name, value in figures.items():
        print(f"  {name:<28}{value:10.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--pairs", type=int, default=PAIRS, help=f"pairs of runs for a ratio ({PAIRS})")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "bench" / "figures.json")
    options = parser.parse_args()
    measured("benchmarks.app")  # once unmeasured: code and pictures come into the disk cache
    start = ("wall_ms", "cpu_ms", "peak_mib")
    runs: dict[str, Callable[[], Figures]] = {
        "first paint, against a bare window": partial(paired, options.pairs, start),
        "first paint of the whole map, against a bare window": partial(paired, options.pairs, start, "--map"),
        "map shown and data loaded, against a bare window": with_data,
        "everything loaded, after the whole tour": partial(paired, 3, ("peak_mib",), "--loaded"),
        "player at 1200x900": partial(measured, "benchmarks.player"),
        "player at 1200x900, 2x": partial(measured, "benchmarks.player", scale=2),
        "Progress with ten years of sessions": partial(measured, "benchmarks.progress"),
    }
    results: dict[str, Figures] = {}
    for title, run in runs.items():
        results[title] = run()
        show(title, results[title])
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps({"machine": platform.platform(), **results}, indent=2), encoding="utf-8")
    print(f"\nwritten to {options.out}")


if __name__ == "__main__":
    main()
