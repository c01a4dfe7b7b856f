"""The ring that swells with the breath in and sinks with the breath out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.frame import Breath
from desktop.ui.player.images import see_through
from desktop.ui.player.sticker import Sticker, sticker
from desktop.ui.theme import Theme

LEAST = 0.46
"""Of the full radius, when the lungs are empty: room enough for the word."""

SIZES = 72
"""How many sizes of the ring there are, from empty to full: less than a pixel apart. Each is drawn once and kept."""


class BreathRing(QWidget):
    """Shows a Breath. The word inside says which way it goes, so that nobody has to watch it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._breath = Breath(inhale=True, fill=0.0)
        self._pictures: dict[tuple[bool, int], Sticker] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._draw_anew)

    @property
    def word(self) -> str:
        return "In" if self._breath.inhale else "Out"

    def show_breath(self, breath: Breath) -> None:
        before, self._breath = self._key(), breath
        if self._key() != before:
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._draw_anew()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        key = self._key()
        if key not in self._pictures:
            ground = self._theme.palette.surface
            self._pictures[key] = sticker(QRectF(self.rect()), self.devicePixelRatioF(), self._draw, ground)
        self._pictures[key].paint(QPainter(self))

    def _key(self) -> tuple[bool, int]:
        return self._breath.inhale, round(self._breath.fill * SIZES)

    def _draw_anew(self) -> None:
        self._pictures.clear()
        self.update()

    def _draw(self, painter: QPainter) -> None:
        palette = self._theme.palette
        centre, most = QPointF(self.width() / 2, self.height() / 2), self.width() / 2 - 7
        radius = most * (LEAST + (1 - LEAST) * self._key()[1] / SIZES)
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
