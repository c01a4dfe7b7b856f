"""The one clock of a running guide: it moves routine, sound and picture alike."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

FRAME_MS = 16
HIDDEN_MS = 100
"""While nothing can be seen the guide still goes on: what is heard has to come on time, and steps about."""
GAP_SECONDS = 5.0
_AWAKE_OR_ASLEEP: int | None = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
"""The system clock that counts sleep too: Linux has one of its own, macOS' monotonic one does, Windows' only one."""


def steady_seconds() -> float:
    """Seconds that never jump back and that go on while the machine sleeps, so that a closed lid is a gap."""
    return time.monotonic() if _AWAKE_OR_ASLEEP is None else time.clock_gettime(_AWAKE_OR_ASLEEP)


class Clock(QObject):
    """Guide time: `t` in seconds, the lead-in below 0.

    Signals: `ticked(t, advance)` with the guide seconds since the last tick; `gapped()` when the clock has
    stopped itself because more than `GAP_SECONDS` of real time passed unseen (none of them is counted)."""

    ticked = Signal(float, float)
    gapped = Signal()

    def __init__(self, source: Callable[[], float] = steady_seconds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._t = 0.0
        self._last = 0.0
        self._speed = 1.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def t(self) -> float:
        return self._t

    @property
    def running(self) -> bool:
        return self._timer.isActive()

    @property
    def speed(self) -> float:
        return self._speed

    def set_speed(self, speed: float) -> None:
        """Guide seconds a real second. Raises ValueError unless above 0."""
        if speed <= 0:
            raise ValueError(f"a clock runs forwards, not at {speed}")
        self._speed = speed

    def set_seen(self, seen: bool) -> None:
        self._timer.setInterval(FRAME_MS if seen else HIDDEN_MS)

    def start(self) -> None:
        self._last = self._source()
        self._timer.start()

    def pause(self) -> None:
        self._timer.stop()

    def seek(self, t: float) -> None:
        self._t = t
        self._last = self._source()

    def tick(self) -> None:
        """Moves on to now. Called by the timer; does nothing while paused."""
        if not self.running:
            return
        now = self._source()
        passed, self._last = now - self._last, now
        if passed > GAP_SECONDS:
            self.pause()
            self.gapped.emit()
            return
        self._t += passed * self._speed
        self.ticked.emit(self._t, passed * self._speed)
