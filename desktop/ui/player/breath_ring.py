"""The ring that swells with the breath in and sinks with the breath out."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRadialGradient, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.frame import Breath
from desktop.ui.player.images import mixed
from desktop.ui.player.sticker import Sticker, sticker
from desktop.ui.theme import Theme

LEAST = 0.46
"""Of the full radius, when the lungs are empty: room enough for the word."""
SIZES = 96
"""How many sizes of the ring are told apart, from empty to full: less than half a pixel."""
STEPS = 4
"""How many of them where less motion is wished."""
RING, LIMIT = 2.5, 1.5
"""Widths of the ring and of the line it swells up to, logical pixels."""


class BreathRing(QWidget):
    """Shows a Breath. The word inside says which way it goes, so that nobody has to watch it.

    The circles are stops of one gradient: that takes a third of the time of drawing them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._breath = Breath(inhale=True, fill=0.0)
        self._word = "In"
        self._words: dict[str, Sticker] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._draw_anew)

    @property
    def word(self) -> str:
        """What is to be done."""
        return self._word

    def show_breath(self, breath: Breath, word: str | None = None) -> None:
        """`word` where it is another one than the way the breath goes."""
        before = (self._key(), self._word)
        self._breath = breath
        self._word = ("In" if breath.inhale else "Out") if word is None else word
        if (self._key(), self._word) != before:
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._draw_anew()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._circles())
        if self.word not in self._words:
            self._words[self.word] = sticker(self._middle(), self.devicePixelRatioF(), self._draw_word)
        self._words[self.word].paint(painter)

    def _key(self) -> tuple[bool, int]:
        """With less motion the ring has a few sizes only, so that it steps instead of moving."""
        coarse = SIZES // STEPS if self._theme.reduced_motion else 1
        return self._breath.inhale, round(self._breath.fill * SIZES / coarse) * coarse

    def _draw_anew(self) -> None:
        self._words.clear()
        self.update()

    def _circles(self) -> QRadialGradient:
        palette = self._theme.palette
        whole, most = self.width() / 2, self.width() / 2 - 7
        radius = most * (LEAST + (1 - LEAST) * self._key()[1] / SIZES)
        circles = QRadialGradient(whole, whole, whole)
        inner, outer = radius - RING / 2, radius + RING / 2
        limit, beyond = max(most - LIMIT / 2, outer), max(most + LIMIT / 2, outer)
        for begin, end, colour in (
            (0.0, inner, mixed(palette.surface, palette.accent, 0.14)),
            (inner, outer, palette.accent),
            (outer, limit, palette.surface),
            (limit, beyond, palette.line),
            (beyond, whole, palette.surface),
        ):
            _band(circles, begin / whole, end / whole, 0.5 / whole, colour)
        return circles

    def _middle(self) -> QRectF:
        side = LEAST * self.width()
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _draw_word(self, painter: QPainter) -> None:
        painter.setPen(self._theme.palette.text)
        font = self._theme.font("title")
        font.setPixelSize(round(self.width() * 0.15))
        painter.setFont(font)
        painter.drawText(self._middle(), Qt.AlignmentFlag.AlignCenter, self.word)


def _band(circles: QRadialGradient, begin: float, end: float, soft: float, colour: QColor) -> None:
    """A band of one colour with edges half a pixel soft; none where the bands around it leave no room."""
    if end - begin > 2 * soft:
        circles.setColorAt(max(begin + soft, 0.0), colour)
        circles.setColorAt(min(end - soft, 1.0), colour)
