"""The cue: one short sentence, as large as there is room for, to be read from two metres away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import Theme

PIXELS = 40
"""The cue's letters at 100 % in a window of 1280 x 800."""
_DESIGN = QSize(1280, 800)
_LEAST = 18


class Cue(QWidget):
    """Grows with the window and the text scale, and gives way only where the sentence would not fit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    @property
    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 90)

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
        area = QRectF(self.rect())
        painter.setFont(self.font_for(area))
        painter.setPen(self._theme.palette.text)
        painter.drawText(area, _flags(), self._text)

    def _wanted_pixels(self) -> int:
        window = self.window().size()
        factor = min(window.width() / _DESIGN.width(), window.height() / _DESIGN.height())
        return max(round(PIXELS * max(factor, 0.6) * self._theme.text_percent / 100), _LEAST)


def _flags() -> int:
    return int(Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value)
