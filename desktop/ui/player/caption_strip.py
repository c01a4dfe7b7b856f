"""What is said, in words at the foot of the stage, for as long as it is said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.spoken import Line, line_at
from desktop.ui.player.sticker import Sticker, sticker
from desktop.ui.theme import RADIUS, SPACE_L, SPACE_M, SPACE_S, Theme
from desktop.ui.widgets.resize_watch import ResizeWatch

_WIDEST = 0.82
"""Of the stage."""
_BREAKING = int(Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignCenter.value)


class CaptionStrip(QWidget):
    """Shows the lines the voice speaks, whether it speaks or not. Clicks go through it."""

    def __init__(self, theme: Theme, stage: QWidget) -> None:
        super().__init__(stage)
        self._theme = theme
        self._lines: Sequence[Line] = ()
        self._text = ""
        self._speaking = False
        self._picture: Sticker | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        ResizeWatch(self, stage).resized.connect(self._place)
        theme.changed.connect(self._place)

    @property
    def text(self) -> str:
        """The caption shown, empty while nothing is said."""
        return self._text

    def set_lines(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._show("")

    def follow(self, t: float) -> None:
        """The caption of guide second `t`. One whose words are still heard stays."""
        line = line_at(self._lines, t)
        if line is not None:
            self._show(line.text)
        elif not self._speaking:
            self._show("")

    def set_speaking(self, speaking: bool) -> None:
        """Whether a voice is heard right now."""
        self._speaking = speaking

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is None:
            self._picture = sticker(QRectF(self.rect()), self.devicePixelRatioF(), self._draw)
        self._picture.paint(QPainter(self))

    def _show(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.setVisible(bool(text))
            self._place()

    def _draw(self, painter: QPainter) -> None:
        palette, area = self._theme.palette, QRectF(self.rect())
        ground = QColor(palette.surface if palette.dark else palette.bubble)
        ground.setAlphaF(0.88)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        painter.setPen(palette.text if palette.dark else palette.bubble_text)
        painter.setFont(self._theme.font("title"))
        painter.drawText(area.adjusted(SPACE_L, SPACE_S, -SPACE_L, -SPACE_S), _BREAKING, self._text)

    def _place(self) -> None:
        stage = self.parentWidget()
        if stage is None or not self._text:
            return
        room = QSizeF(stage.width() * _WIDEST - 2 * SPACE_L, stage.height())
        metrics = QFontMetricsF(self._theme.font("title"))
        words = metrics.boundingRect(QRectF(0, 0, room.width(), room.height()), _BREAKING, self._text)
        self.resize(round(words.width() + 2 * SPACE_L + 2), round(words.height() + 2 * SPACE_S))
        self.move((stage.width() - self.width()) // 2, stage.height() - self.height() - SPACE_M)
        self._picture = None
        self.update()
