"""The process that speaks, seen from the app: it is asked and never waited for."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

_END_MS = 1000


@dataclass(frozen=True, slots=True)
class Tone:
    """How a voice sounds: its name (empty: the first one), rate and pitch from -1 to 1."""

    voice: str = ""
    rate: float = 0.0
    pitch: float = 0.0


class SpeechEngine(QObject):
    """Signals: `opened()` once it can speak, `failed(str)` once with the reason, `spoke(bool)` as it begins and ends to
    speak."""

    opened = Signal()
    failed = Signal(str)
    spoke = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.voices: tuple[str, ...] = ()
        self._failed = False
        self._process = process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._read)
        process.errorOccurred.connect(self._on_error)
        process.finished.connect(self._on_finished)

    def open(self) -> None:
        program, arguments, environment = _command()
        self._process.setProcessEnvironment(environment)
        self._process.start(program, arguments)

    def set_tone(self, tone: Tone) -> None:
        self._order(do="tone", **asdict(tone))

    def say(self, text: str, volume: float) -> None:
        """Instead of what is being said. `volume` is 0 to 1."""
        self._order(do="say", text=text, volume=volume)

    def stop(self) -> None:
        self._order(do="stop")

    def close(self) -> None:
        """Ends the process; one that hangs is not waited for long."""
        self._failed = True
        self._process.closeWriteChannel()
        if self._process.state() != QProcess.ProcessState.NotRunning and not self._process.waitForFinished(_END_MS):
            self._process.kill()
            self._process.waitForFinished(_END_MS)

    def _order(self, **words: object) -> None:
        if self._process.state() == QProcess.ProcessState.Running:
            self._process.write(f"{json.dumps(words)}\n".encode())

    def _read(self) -> None:
        while self._process.canReadLine():
            answer = json.loads(self._process.readLine().toStdString())
            if "failed" in answer:
                self._fail(answer["failed"])
            elif "opened" in answer:
                self.voices = tuple(answer["opened"])
                self.opened.emit()
            else:
                self.spoke.emit(answer["spoke"])

    def _on_error(self, _error: QProcess.ProcessError) -> None:
        self._fail(self._process.errorString())

    def _on_finished(self, _code: int, _status: QProcess.ExitStatus) -> None:
        self._fail("the speaking process has ended")

    def _fail(self, reason: str) -> None:
        if not self._failed:
            self._failed = True
            self._process.closeWriteChannel()
            self.failed.emit(reason)


def _command() -> tuple[str, list[str], QProcessEnvironment]:
    """Program, arguments and environment of the process: this program again, with another task."""
    environment = QProcessEnvironment.systemEnvironment()
    if getattr(sys, "frozen", False):
        return sys.executable, ["speak"], environment
    environment.insert("PYTHONPATH", str(Path(__file__).resolve().parents[2]))
    return sys.executable, ["-m", "desktop", "speak"], environment
