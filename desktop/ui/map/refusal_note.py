"""Why a place is left alone, and where to go instead."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.theme import RADIUS, SPACE_L, SPACE_M, SPACE_S, Theme, set_kind


class RefusalNote(QFrame):
    """A reason on a warm ground and, where there is one, a button to the nearest region with a routine.

    `nearest_chosen` carries that region."""

    nearest_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._nearest = ""
        self._reason = QLabel()
        self._reason.setWordWrap(True)
        self._offer = QLabel("Nearest place with a routine")
        set_kind(self._offer, "small", soft=True)
        self.button = QPushButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_S)
        for part in (self._reason, self._offer, self.button):
            column.addWidget(part)
        self.button.clicked.connect(self.take_nearest)
        theme.changed.connect(self.update)

    @property
    def reason(self) -> str:
        return self._reason.text()

    @property
    def nearest(self) -> str:
        """The region the button leads to, empty where there is none."""
        return self._nearest

    def take_nearest(self) -> None:
        """What the button does."""
        self.nearest_chosen.emit(self._nearest)

    def show_reason(self, reason: str, nearest_name: str, nearest: str) -> None:
        self._reason.setText(reason)
        self._nearest = nearest
        self.button.setText(nearest_name)
        self._offer.setVisible(bool(nearest))
        self.button.setVisible(bool(nearest))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.palette.warn)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
