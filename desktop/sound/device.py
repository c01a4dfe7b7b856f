"""The device that sound goes to. Whatever happens to it, nothing here raises; most of it can block, so a thread of its
own uses it."""

from __future__ import annotations

import os
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from desktop.sound.qt_log import calm_log
from desktop.sound.samples import RATE

if TYPE_CHECKING:
    from PySide6.QtCore import QIODevice
    from PySide6.QtMultimedia import QAudioDevice, QAudioSink

BUFFER_SECONDS = 0.12
"""What is written ahead: a pause is heard so much later, and so long may Python be busy with something else."""
_SERVER_MS = 60
"""What PulseAudio keeps ahead. The 16 ms that Qt asks for run dry on a busy machine, which crackles and comes late."""
_LOOK_SECONDS = 0.5
"""Between two looks whether another device has become the default."""
_STUCK_SECONDS = 3.0
"""A device that has taken nothing for so long is gone: a sound server that ends does not say so."""


class Device:
    """The default output as 16-bit stereo. QtMultimedia is loaded when it is first opened.

    Once a device has failed none is opened until the list of devices has changed: with PulseAudio gone, Qt ends the
    whole process when something is started on it (seen with 6.11)."""

    def __init__(self) -> None:
        self._sink: QAudioSink | None = None
        self._stream: QIODevice | None = None
        self._failed: frozenset[str] | None = None
        self._resting = False
        self._taken, self._taken_at = 0, 0.0
        self._id, self._looked_at = "", 0.0

    def open(self) -> bool:
        """Whether there is a device that plays now."""
        if self._sink is not None:
            return True
        calm_log()
        os.environ.setdefault("PULSE_LATENCY_MSEC", str(_SERVER_MS))
        try:
            from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices
        except ImportError:  # PulseAudio's library is not installed
            return False
        default, known = QMediaDevices.defaultAudioOutput(), _ids()
        if default.isNull() or known == self._failed:
            return False
        wanted = QAudioFormat()
        wanted.setSampleRate(RATE)
        wanted.setChannelCount(2)
        wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._sink = QAudioSink(default, wanted)
        self._sink.setBufferFrameCount(int(BUFFER_SECONDS * RATE))
        self._stream = self._sink.start()
        self._resting, self._taken, self._taken_at, self._id = False, 0, monotonic(), _name(default)
        if self._stream is None:
            self._give_up()
        return self._sink is not None

    def feed(self, block: Callable[[int, float], bytes]) -> bool:
        """Writes what there is room for. `block` makes so many samples, to be heard in so many seconds. False where the
        device has been lost."""
        if self._sink is None or self._stream is None:
            return False
        if self._resting:
            self._sink.resume()
            self._resting, self._taken_at = False, monotonic()
        free = self._sink.framesFree()
        if free > 0:
            ahead = (self._sink.bufferFrameCount() - free) / RATE
            self._stream.write(block(free, ahead))
        return not self._is_lost()

    def rest(self) -> None:
        """Holds still until it is fed again."""
        if self._sink is not None and not self._resting:
            self._sink.suspend()
            self._resting = True

    def close(self) -> None:
        if self._sink is not None:
            self._sink.stop()
        self._sink = self._stream = None

    def _is_lost(self) -> bool:
        from PySide6.QtMultimedia import QtAudio

        if self._sink is None:
            return True
        taken, now = self._sink.processedUSecs(), monotonic()
        if taken != self._taken:
            self._taken, self._taken_at = taken, now
        if self._sink.state() == QtAudio.State.StoppedState or now - self._taken_at > _STUCK_SECONDS:
            self._give_up()
            return True
        if now - self._looked_at > _LOOK_SECONDS:
            self._looked_at = now
            self._follow_default()
        return False

    def _follow_default(self) -> None:
        from PySide6.QtMultimedia import QMediaDevices

        if _name(QMediaDevices.defaultAudioOutput()) != self._id:
            self.close()  # headphones have come or gone: opened anew on what is the default now

    def _give_up(self) -> None:
        self.close()
        self._failed = _ids()


def _name(device: QAudioDevice) -> str:
    return bytes(device.id().data()).decode(errors="replace")


def _ids() -> frozenset[str]:
    from PySide6.QtMultimedia import QMediaDevices

    return frozenset(_name(device) for device in QMediaDevices.audioOutputs())
