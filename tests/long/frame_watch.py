"""When frames are painted, and what the time between two of them went into."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPaintEvent

from desktop.ui.player.stage import Stage

MOST = 60_000
COLUMNS = ("guide", "begin", "end", "thread", "process", "waited")
"""Of a paint: the guide's time; when it began and ended; up to its beginning the CPU time of the screen's thread and of
the whole process, and how long the screen's thread has waited for a free processor. All in nanoseconds."""

Log = NDArray[np.int64]
"""Shape (n, 6): a row for each paint, with COLUMNS."""


class FrameWatch:
    """Watches every stage made after it. Its own memory is there from the start, so that it is not seen growing."""

    def __init__(self) -> None:
        self._log = np.full((MOST, len(COLUMNS)), -1, np.int64)
        self._count = 0
        self._guide: Callable[[], float] | None = None
        thread = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._schedule = os.open(thread, os.O_RDONLY)
        paint = Stage.paintEvent

        def paint_and_note(stage: Stage, event: QPaintEvent) -> None:
            begin = time.perf_counter_ns()
            thread, process = time.thread_time_ns(), time.process_time_ns()
            waited = int(os.pread(self._schedule, 64, 0).split()[1])
            paint(stage, event)
            self._note(begin, time.perf_counter_ns(), thread, process, waited)

        Stage.paintEvent = paint_and_note  # type: ignore[method-assign, assignment]

    def follow(self, guide: Callable[[], float] | None) -> None:
        """Notes paints from now on, with the guide's second; None: no more."""
        self._guide = guide

    @property
    def log(self) -> Log:
        return self._log[: self._count]

    def _note(self, *paint: int) -> None:
        if self._guide is not None and self._count < MOST:
            self._log[self._count] = (int(self._guide() * 1e9), *paint)
            self._count += 1
