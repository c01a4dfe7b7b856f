"""The cue: one short sentence to be read from two metres away, and beneath it, small, what to mind."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import SPACE_M, Theme

PIXELS, LEAST_PIXELS = 46, 40
"""The cue's letters at 100 % in a window of 1280 x 800: as wanted, and as the longest sentence still has them."""
_DESIGN = QSize(1280, 800)
_LEAST = 18


class Cue(QWidget):
    """Grows with the window and the text scale, and gives way only where the sentence would not fit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._caution = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    @property
    def text(self) -> str:
        return self._text

    def set_text(self, text: str, caution: str = "") -> None:
        self._text, self._caution = text, caution
        self.setAccessibleName(text)
        self.setAccessibleDescription(caution)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 90)

    @property
    def text_font(self) -> QFont:
        """What the sentence is written in now."""
        return self.font_for(self._above_caution())

    def font_for(self, area: QRectF) -> QFont:
        """The wanted size, or the largest below it at which the sentence fits into `area`."""
        font = self._theme.font("title")
        for size in range(self._wanted_pixels(), _LEAST - 1, -1):
            font.setPixelSize(size)
            needed = QFontMetricsF(font).boundingRect(area, _flags(), self._text)
            if needed.height() <= area.height() and needed.width() <= area.width():
                break
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        above, font = self._above_caution(), self.text_font
        cue = QFontMetricsF(font).boundingRect(above, _flags(), self._text)
        painter.setFont(font)
        painter.setPen(self._theme.palette.text)
        painter.drawText(above, _flags(), self._text)
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.palette.text_soft)
        below = QRectF(self.rect()).adjusted(0, cue.height() + SPACE_M, 0, 0)
        painter.drawText(below, _flags(), self._caution)

    def _above_caution(self) -> QRectF:
        """What is left for the sentence."""
        area = QRectF(self.rect())
        caution = QFontMetricsF(self._theme.font("body")).boundingRect(area, _flags(), self._caution)
        return area.adjusted(0, 0, 0, -caution.height() - SPACE_M)

    def _wanted_pixels(self) -> int:
        window = self.window().size()
        factor = min(window.width() / _DESIGN.width(), window.height() / _DESIGN.height())
        return max(round(PIXELS * max(factor, 0.6) * self._theme.text_percent / 100), _LEAST)


def _flags() -> int:
    return int(Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value)
