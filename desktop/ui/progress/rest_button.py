"""A button that counts a rest down."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QWidget

_SECOND_MS = 1000


class RestButton(QPushButton):
    """A press starts the time, another one stops it, and so does hiding it. Signal: `over()` when it has run out."""

    over = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seconds = self._left = 0
        self._timer = QTimer(self, interval=_SECOND_MS)
        self._timer.timeout.connect(self.pass_second)
        self.setProperty("role", "primary")
        self.clicked.connect(self._on_clicked)

    @property
    def resting(self) -> bool:
        return self._timer.isActive()

    def set_seconds(self, seconds: int) -> None:
        """How long the rest is; one that is running goes on."""
        self._seconds = seconds
        self._say()

    def pass_second(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._stop()
            self.over.emit()
        else:
            self._say()

    def hideEvent(self, event: QHideEvent) -> None:
        self._stop()
        super().hideEvent(event)

    def _on_clicked(self) -> None:
        if self.resting:
            self._stop()
        else:
            self._left = self._seconds
            self._timer.start()
            self._say()

    def _stop(self) -> None:
        self._timer.stop()
        self._say()

    def _say(self) -> None:
        left = f"{self._left // 60}:{self._left % 60:02} left, stop" if self.resting else "Start the time"
        self.setText(left)
        self.setAccessibleName("Stop resting" if self.resting else "Start the time of the rest")
