"""A piece of advice above the charts, in the colours of a warning that shouts at nobody."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import RADIUS, SPACE_L, SPACE_M, Theme
from desktop.ui.widgets.paragraph import Paragraph


class AdviceBand(Paragraph):
    """Wrapped text on a soft band; hidden while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        theme.changed.connect(self._dress)
        self._dress()
        self.say("")

    def say(self, text: str) -> None:
        self.setText(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.palette.warn)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.end()
        super().paintEvent(event)

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.palette.warn_ink)
        self.setPalette(palette)
        self.update()
