"""A sound server of our own whose sound goes into a file."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop.sound.samples import RATE

MISSING = [name for name in ("pulseaudio", "parec", "pactl") if shutil.which(name) is None]
SINK = ("module-null-sink", "sink_name=heard", f"rate={RATE}", "format=s16le", "channels=2")


class PulseServer:
    """PulseAudio with one device that nobody hears; nothing of it outlives the test."""

    def __init__(self, folder: Path) -> None:
        self.surroundings = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder), "LC_ALL": "C.UTF-8"}
        for name in ("PULSE_SERVER", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"):
            self.surroundings.pop(name, None)
        self._file = folder / "heard.raw"
        self._recorder: subprocess.Popen[bytes] | None = None
        loads = [part for module in (" ".join(SINK), "module-native-protocol-unix") for part in ("-L", module)]
        quiet = ("-n", "--daemonize=no", "--exit-idle-time=-1", "--disable-shm=yes", "--use-pid-file=no")
        self._server = self._start("pulseaudio", *quiet, *loads)
        self._until(lambda: self.control("info"))

    def control(self, *words: str) -> bool:
        command = ("pactl", *words)
        return subprocess.run(command, env=self.surroundings, capture_output=True, timeout=5).returncode == 0

    def record(self) -> None:
        """Only a device that is listened to keeps good time; so this begins before anything plays."""
        self._end(self._recorder)
        out = self._file.open("ab")
        form = ("--format=s16le", f"--rate={RATE}", "--channels=2", "--latency-msec=10")
        command = ("parec", "-d", "heard.monitor", *form)
        self._recorder = subprocess.Popen(command, env=self.surroundings, stdout=out, stderr=subprocess.DEVNULL)
        out.close()
        size = self._file.stat().st_size
        self._until(lambda: self._file.stat().st_size > size)

    def heard(self) -> NDArray[np.float32]:
        """Everything so far. Shape (n, 2)."""
        samples = np.fromfile(self._file, "<i2").astype(np.float32) / np.float32(32768)
        return np.reshape(samples[: len(samples) // 2 * 2], (-1, 2))

    def seconds(self) -> float:
        """How long has been recorded."""
        return self._file.stat().st_size / 4 / RATE

    def kill(self) -> None:
        """As if it had crashed."""
        self._end(self._server)
        self._end(self._recorder)

    def _start(self, *command: str) -> subprocess.Popen[bytes]:
        null = subprocess.DEVNULL
        return subprocess.Popen(command, env=self.surroundings, stdin=null, stdout=null, stderr=null)

    def _end(self, process: subprocess.Popen[bytes] | None) -> None:
        if process is not None:
            process.kill()
            process.wait()

    def _until(self, ready: object) -> None:
        deadline = time.monotonic() + 8
        while not (callable(ready) and ready()):
            assert time.monotonic() < deadline, "the sound server did not come up"
            time.sleep(0.05)


@contextmanager
def pulse_server() -> Iterator[PulseServer]:
    """The server; its folder has a short path, as sockets need."""
    with tempfile.TemporaryDirectory(prefix="unknot-") as folder:
        server = PulseServer(Path(folder))
        try:
            yield server
        finally:
            server.kill()
