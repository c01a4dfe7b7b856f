"""The thread that keeps a device fed. Nothing waits for it: it is told what to do and does so when it can."""

from __future__ import annotations

import wave
from collections import deque
from collections.abc import Callable
from functools import partial
from threading import Event, Thread
from time import perf_counter

import numpy as np
from PySide6.QtCore import QEventLoop

from desktop.sound.device import Device
from desktop.sound.performance import Performance

PERIOD = 0.04
"""Seconds between two looks whether the device has room."""
_LOOK_AGAIN = 1.0
"""Seconds between two looks whether there is a device."""
LATENCY = 0.02
"""Seconds from a device's buffer to an ear, about: what a sound server and a card keep of their own."""
NO_DEVICE = "There is no sound: no device to play it was found. Picture and captions go on."


class Stream(Thread):
    """Plays a performance. `say` is called from this thread: with what is amiss, once, and with "" when it is over."""

    def __init__(self, performance: Performance, device: Device, say: Callable[[str], None]) -> None:
        super().__init__(name="sound", daemon=True)
        self._performance, self._device, self._say = performance, device, say
        self._orders: deque[Callable[[], None]] = deque()
        self._told: tuple[float, float, bool] | None = None
        self._awake, self._closing = Event(), False
        self._amiss = ""

    def order(self, what: Callable[..., None], *arguments: object) -> None:
        """Something of the performance's to be done next."""
        self._orders.append(partial(what, *arguments))
        self._awake.set()

    def forget(self) -> None:
        """Where the guide was is of no use any more: another one begins."""
        self._told = None

    def tell(self, t: float, *, running: bool) -> None:
        """Where the guide is now."""
        changed = self._told is None or self._told[2] != running
        self._told = (t, perf_counter(), running)
        if changed:
            self._awake.set()

    def stand_still(self) -> None:
        if self._told is not None:
            self.tell(self._told[0], running=False)

    def close(self, patience: float = 1.0) -> None:
        """Ends the thread; one that a dead sound server holds up is left behind."""
        self._closing = True
        self._awake.set()
        if self.is_alive():
            self.join(patience)

    def run(self) -> None:
        events = QEventLoop()
        pause: float | None = None
        while not self._closing:
            self._awake.wait(pause)
            self._awake.clear()
            events.processEvents()
            self._obey()
            pause = self._play()
        self._device.close()

    def _obey(self) -> None:
        try:
            while self._orders:
                self._orders.popleft()()
            if self._told is not None:
                self._performance.follow(*self._told)
        except (OSError, EOFError, wave.Error) as error:
            self._report(f"A sound cannot be read: {error}")

    def _play(self) -> float | None:
        """Seconds until there is something to do again; None: not before something new is asked for."""
        if self._performance.silent(perf_counter()):
            self._device.rest()
            return None
        if not (self._device.open() and self._device.feed(self._block)):
            self._report(NO_DEVICE)
            return _LOOK_AGAIN
        self._report("")
        return PERIOD

    def _block(self, n: int, ahead: float) -> bytes:
        now = perf_counter()
        block = self._performance.block(n, now + ahead + LATENCY, now)
        return np.round(block * 32767).astype("<i2").tobytes()

    def _report(self, amiss: str) -> None:
        if amiss != self._amiss:
            self._amiss = amiss
            self._say(amiss)
