"""A rounded surface that other widgets lie on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.ui.theme import RADIUS, SPACE_L, SPACE_M, Theme


class Panel(QFrame):
    """Paints one of the palette's colours with round corners; `column` is where its content goes."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, margin: int = SPACE_L, colour: str = "surface"
    ) -> None:
        super().__init__(parent)
        self._theme, self._colour = theme, colour
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(SPACE_M)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(getattr(self._theme.palette, self._colour))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
