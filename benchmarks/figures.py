"""What a measured process says of itself, and how figures are summed up."""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

Figures = dict[str, float]


def peak_mib() -> float:
    """The most memory this process ever had resident, in MiB; NaN where the system does not tell."""
    status = Path("/proc/self/status")
    if status.exists():
        # Not getrusage: there a child starts with its parent's peak.
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    if sys.platform == "darwin":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    return math.nan


def so_far(started: float) -> Figures:
    """Wall and CPU milliseconds since `started` (the parent's monotonic clock, seconds) and the peak of memory."""
    return {
        "wall_ms": (time.monotonic() - started) * 1000,
        "cpu_ms": time.process_time() * 1000,
        "peak_mib": peak_mib(),
    }


def report(figures: Figures) -> None:
    """Hands the figures to the parent: one line of JSON."""
    print(json.dumps(figures), flush=True)


def spread(name: str, samples: Sequence[float]) -> Figures:
    """Median, 99th percentile and greatest of the samples, in their unit."""
    ordered = sorted(samples)
    p99 = ordered[min(len(ordered) - 1, math.ceil(0.99 * len(ordered)) - 1)]
    return {f"{name}_p50": median(ordered), f"{name}_p99": p99, f"{name}_max": ordered[-1]}
