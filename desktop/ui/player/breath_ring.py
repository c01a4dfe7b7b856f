"""The ring that swells with the breath in and sinks with the breath out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.domain.frame import Breath
from desktop.ui.player.images import see_through
from desktop.ui.theme import Theme

LEAST = 0.46
"""Of the full radius, when the lungs are empty: room enough for the word."""

SEEN_PIXELS = 0.4
"""A change of the radius that is worth painting anew."""


class BreathRing(QWidget):
    """Shows a Breath. The word inside says which way it goes, so that nobody has to watch it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._breath = Breath(inhale=True, fill=0.0)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self.update)

    @property
    def word(self) -> str:
        return "In" if self._breath.inhale else "Out"

    def show_breath(self, breath: Breath) -> None:
        grown = abs(breath.fill - self._breath.fill) * (1 - LEAST) * self.width() / 2
        if breath.inhale != self._breath.inhale or grown > SEEN_PIXELS:
            self._breath = breath
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.palette.surface)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre, most = QPointF(self.width() / 2, self.height() / 2), self.width() / 2 - 7
        radius = most * (LEAST + (1 - LEAST) * self._breath.fill)
        painter.setPen(QPen(palette.line, 1.5))
        painter.drawEllipse(centre, most, most)
        painter.setPen(QPen(palette.accent, 2.5))
        painter.setBrush(see_through(palette.accent, 0.14))
        painter.drawEllipse(centre, radius, radius)
        painter.setPen(palette.text)
        font = self._theme.font("title")
        font.setPixelSize(round(self.width() * 0.15))
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.word)
