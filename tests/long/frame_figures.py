"""Figures from a log of paints: how even they come, and where a gap comes from."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np

from tests.long.frame_watch import COLUMNS, Log

LONG_MS = 33.0
CAUSES = ("screen thread", "our other threads", "no free processor", "waiting")
_TOLD = 8
"""As many gaps of each cause are told one by one, the longest first."""


def frame_figures(log: Log) -> dict[str, Any]:
    """Milliseconds between paints and of paints; gaps over `LONG_MS` with what the time went into."""
    paints = {name: log[:, column] / 1e6 for column, name in enumerate(COLUMNS)}
    between = np.diff(paints["begin"])
    took = paints["end"] - paints["begin"]
    gaps = [_gap(paints, int(place)) for place in np.flatnonzero(between > LONG_MS)]
    gaps.sort(key=lambda gap: -float(gap["gap_ms"]))
    return {
        "frames": len(log),
        "frames_a_second": round(1000 * len(between) / between.sum(), 1),
        "between_ms": _spread(between),
        "paint_ms": _spread(took),
        "screen_thread_cpu_ms_a_frame": _spread(np.diff(paints["thread"])),
        "gaps_over_33_ms": len(gaps),
        "gaps_by_cause": dict(Counter(gap["cause"] for gap in gaps)),
        "longest_gaps": {cause: [gap for gap in gaps if gap["cause"] == cause][:_TOLD] for cause in CAUSES},
    }


def _spread(values: Any) -> dict[str, float]:
    marks = {"p50": 50, "p95": 95, "p99": 99, "most": 100}
    return {name: round(float(np.percentile(values, mark)), 2) for name, mark in marks.items()}


def _gap(paints: dict[str, Any], place: int) -> dict[str, Any]:
    """The gap after a paint. Its cause is what took the largest part of it: our screen's thread, our others (with
    Python's lock), no free processor (the machine is busy with others), or waiting (for the screen or a disk)."""
    gap, thread, process, waited = (
        float(paints[name][place + 1] - paints[name][place]) for name in ("begin", "thread", "process", "waited")
    )
    rest = max(gap - process - waited, 0.0)
    parts = dict(zip(CAUSES, (thread, process - thread, waited, rest), strict=True))
    return {
        "second": round(float(paints["guide"][place]) / 1000, 2),
        "gap_ms": round(gap, 1),
        "paint_ms": round(float(paints["end"][place] - paints["begin"][place]), 1),
        "cause": max(parts, key=lambda name: parts[name]),
        **{name.replace(" ", "_") + "_ms": round(ms, 1) for name, ms in parts.items()},
    }
