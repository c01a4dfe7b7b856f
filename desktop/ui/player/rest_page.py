"""After the last step: some minutes of rest, counted down calmly, and what is good now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.ui.ground import paint_ground
from desktop.ui.player.step_ring import StepRing
from desktop.ui.theme import SPACE_S, SPACE_XL, Theme, set_kind
from desktop.ui.widgets.in_middle import lay_in_middle
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.segments import Segments

MINUTES = (2, 3, 5)
"""Two to five are suggested (content sheet 5.8); the middle one first."""
_RING, _WIDTH = 168, 480
_SECOND = 1000


class RestPage(QWidget):
    """Signal: `done()` when the time is over or somebody goes on: with the button, Enter or Space."""

    done = Signal()

    def __init__(self, theme: Theme, aftercare: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._whole = self._left = 0
        self._ring = StepRing(theme)
        self._ring.setFixedSize(_RING, _RING)
        self._minutes = Segments(theme, [(str(minutes), f"{minutes} min") for minutes in MINUTES], "Rest for")
        self._skip = QPushButton("Rate it now")
        self._second = QTimer(self)
        self._second.setInterval(_SECOND)
        self._second.timeout.connect(self.pass_second)
        self._lay_out(aftercare)
        self._minutes.chosen.connect(self._on_minutes)
        self._skip.clicked.connect(self._finish)
        theme.changed.connect(self.update)

    @property
    def seconds_left(self) -> int:
        return self._left

    def open(self) -> None:
        """Begins to rest."""
        self._minutes.set_key(str(MINUTES[1]))
        self._on_minutes(str(MINUTES[1]))
        self._skip.setFocus()

    def pass_second(self) -> None:
        self._left -= 1
        self._show()
        if self._left <= 0:
            self._finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._finish()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._second.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._second.stop()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_ground(QPainter(self), QRectF(self.rect()), self._theme.palette)

    def _on_minutes(self, minutes: str) -> None:
        """A longer or shorter rest, counted from its beginning."""
        rested = self._whole - self._left
        self._whole = 60 * int(minutes)
        self._left = max(self._whole - rested, 1)
        self._show()

    def _show(self) -> None:
        self._ring.show_left(self._left / self._whole, f"{self._left // 60}:{self._left % 60:02}", "of rest")

    def _finish(self) -> None:
        self._second.stop()
        self.done.emit()

    def _lay_out(self, aftercare: Sequence[str]) -> None:
        panel = Panel(self._theme, margin=SPACE_XL)
        title = QLabel("Well done. Now rest.")
        title.setWordWrap(True)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_kind(title, "display")
        self._skip.setProperty("role", "primary")
        panel.column.addWidget(title)
        panel.column.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignHCenter)
        panel.column.addSpacing(SPACE_S)
        panel.column.addWidget(self._minutes)
        panel.column.addWidget(self._skip)
        panel.column.addSpacing(SPACE_S)
        for line in aftercare:
            paragraph = Paragraph(line)
            paragraph.setMinimumWidth(_WIDTH)
            set_kind(paragraph, "body", soft=True)
            panel.column.addWidget(paragraph)
        lay_in_middle(self, panel)
