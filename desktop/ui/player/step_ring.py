"""The ring that empties while a step goes by, with the seconds left in its middle."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.frame import Frame
from desktop.ui.player.sticker import Sticker, sticker
from desktop.ui.theme import Theme

WIDTH = 7.0
LEAST = 1 / 360
"""The least share of a step that moves the ring: about a pixel of its way."""


class StepRing(QWidget):
    """Shows the time left of a step, and of the lead-in in the colour of what is about to move."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 1.0
        self._words = ""
        self._below = ""
        self._warm = False
        self._way: Sticker | None = None
        self._ground: Sticker | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._draw_anew)

    @property
    def words(self) -> str:
        return self._words

    def show_frame(self, frame: Frame) -> None:
        whole = frame.elapsed + frame.remaining
        share = frame.remaining / whole if whole > 0 else 0.0
        warm = frame.phase.waits
        if frame.untimed and not warm:
            self.show_left(share, str(frame.done), "done")
            return
        below = f"{frame.cycle} of {frame.cycles}" if not warm and frame.cycles > 1 else ""
        self.show_left(share, str(ceil(frame.remaining - 1e-6)), below, warm)

    def show_left(self, share: float, words: str, below: str = "", warm: bool = False) -> None:
        """`share` of the ring is left; `words` are its large ones, `below` the small ones beneath."""
        shown = (words, below, warm)
        if shown != (self._words, self._below, self._warm):
            self._words, self._below, self._warm = shown
            self._ground = None
        elif abs(share - self._share) < LEAST:
            return
        self._share = share
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._draw_anew()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        if self._way is None:
            self._way = sticker(QRectF(self.rect()), self.devicePixelRatioF(), self._draw_way, palette.surface)
        if self._ground is None:
            self._ground = self._way.copy()
            self._draw_words(self._ground)
        painter = QPainter(self)
        self._ground.paint(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = palette.chosen if self._warm else palette.accent
        painter.setPen(QPen(colour, WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(self._circle(), 90 * 16, round(self._share * 360 * 16))

    def _draw_anew(self) -> None:
        self._way = self._ground = None
        self.update()

    def _circle(self) -> QRectF:
        return QRectF(self.rect()).adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH)

    def _draw_way(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.palette.line, WIDTH))
        painter.drawEllipse(self._circle())

    def _draw_words(self, ground: Sticker) -> None:
        """They stay for a second, while the ring itself moves on."""
        circle, palette, font = self._circle(), self._theme.palette, QFont(self._theme.font("display"))
        painter = QPainter(ground.pixmap)
        font.setPixelSize(round(self.width() * (0.36 if len(self._words) < 4 else 0.25)))
        painter.setFont(font)
        painter.setPen(palette.text)
        number = circle.translated(0, -self.height() * 0.06) if self._below else circle
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, self._words)
        font = self._theme.font("small")
        font.setPixelSize(round(self.width() * 0.125))
        painter.setFont(font)
        painter.setPen(palette.text_soft)
        below = QRectF(circle.left(), circle.center().y() + self.height() * 0.15, circle.width(), self.height() * 0.18)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._below)
        painter.end()
