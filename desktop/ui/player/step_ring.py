"""The ring that empties while a step goes by, with the seconds left in its middle."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.domain.frame import Frame, Phase
from desktop.ui.theme import Theme

WIDTH = 7.0


class StepRing(QWidget):
    """Shows the time left of a step, and of the lead-in in the colour of what is about to move."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 1.0
        self._seconds = 0
        self._below = ""
        self._warm = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self.update)

    @property
    def seconds(self) -> int:
        return self._seconds

    def show_frame(self, frame: Frame) -> None:
        whole = frame.elapsed + frame.remaining
        share = frame.remaining / whole if whole > 0 else 0.0
        warm = frame.phase is Phase.GET_READY
        below = f"{frame.cycle} of {frame.cycles}" if not warm and frame.cycles > 1 else ""
        shown = (ceil(frame.remaining - 1e-6), below, warm)
        if shown == (self._seconds, self._below, self._warm) and abs(share - self._share) < 1 / 480:
            return
        self._seconds, self._below, self._warm = shown
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.palette.surface)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(self.rect()).adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH)
        painter.setPen(QPen(palette.line, WIDTH))
        painter.drawEllipse(circle)
        colour = palette.chosen if self._warm else palette.accent
        painter.setPen(QPen(colour, WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(circle, 90 * 16, round(self._share * 360 * 16))
        self._paint_text(painter, circle)

    def _paint_text(self, painter: QPainter, circle: QRectF) -> None:
        palette, font = self._theme.palette, QFont(self._theme.font("display"))
        font.setPixelSize(round(self.width() * 0.37))
        painter.setFont(font)
        painter.setPen(palette.text)
        number = circle.translated(0, -self.height() * 0.06) if self._below else circle
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(self._seconds))
        font = self._theme.font("small")
        font.setPixelSize(round(self.width() * 0.105))
        painter.setFont(font)
        painter.setPen(palette.text_soft)
        below = QRectF(circle.left(), circle.center().y() + self.height() * 0.15, circle.width(), self.height() * 0.18)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._below)
