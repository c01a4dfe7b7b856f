"""Bars with a narrower bar inside, for what is counted by week or month."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.ui.progress.marks import Marks, cosmetic
from desktop.ui.progress.tints import faint
from desktop.ui.theme import Theme

_ROUND = 5.0
_WIDEST = 44.0
_SHARE = 0.72
"""How much of its room a bar takes, up to _WIDEST logical pixels; where it would be thin it takes all."""
_THIN = 2.5
_INNER = 0.5


@dataclass(frozen=True, slots=True)
class Bar:
    """From `left` to `right` in units of the plot is its room. A `part` bar, of a time that was cut off, is pale inside
    a line."""

    left: float
    right: float
    value: float
    inner: float = 0.0
    part: bool = False

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


class Bars(Marks):
    """Bars that stand on 0; while one is picked the others step back. A dashed `line` may cross them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.bars: tuple[Bar, ...] = ()
        self.line: float | None = None
        self.picked: int | None = None
        self._area = QRectF()

    def show_bars(self, bars: tuple[Bar, ...], top: float, line: float | None = None) -> None:
        self.prepareGeometryChange()
        self.bars, self.line = bars, line
        left, right = (bars[0].left, bars[-1].right) if bars else (0.0, 1.0)
        self._area = QRectF(left - 1, -top, right - left + 2, 3 * top)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._area

    def draw(self, painter: QPainter, wide: float, high: float) -> None:
        for number, bar in enumerate(self.bars):
            faded = self.picked not in (None, number)
            if bar.value or bar.inner:
                self._draw_bar(painter, bar, wide, high, 0.45 if faded else 1.0)
        painter.setOpacity(1.0)
        if self.line is not None:
            painter.setPen(cosmetic(painter, self.theme.palette.text, 1.4, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(self._area.left(), self.line, self._area.right(), self.line))

    def _draw_bar(self, painter: QPainter, bar: Bar, wide: float, high: float, opacity: float) -> None:
        palette = self.theme.palette
        room = bar.right - bar.left
        half = min(_SHARE * room, _WIDEST * wide) / 2
        painter.setOpacity(opacity)
        if room < 2 * _THIN * wide:
            self._draw_thin(painter, bar)
            return
        painter.setPen(cosmetic(painter, palette.accent, 1.4) if bar.part else Qt.PenStyle.NoPen)
        painter.setBrush(faint(palette.accent) if bar.part else palette.accent)
        self._draw_round(painter, bar.middle, half, bar.value, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.text)
        self._draw_round(painter, bar.middle, _INNER * half, bar.inner, wide, high)

    def _draw_thin(self, painter: QPainter, bar: Bar) -> None:
        """Side by side without a gap or a round corner: they would be smeared."""
        palette, width = self.theme.palette, bar.right - bar.left
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(QRectF(bar.left, 0, width, bar.value), faint(palette.accent) if bar.part else palette.accent)
        inside = QRectF(bar.left + width * (1 - _INNER) / 2, 0, width * _INNER, bar.inner)
        painter.fillRect(inside, palette.text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    @staticmethod
    def _draw_round(painter: QPainter, x: float, half: float, value: float, wide: float, high: float) -> None:
        """Round at the top; what is round at the bottom lies below the axis, outside the plot."""
        if value <= 0:
            return
        round_x = min(_ROUND * wide, half * 0.8)
        round_y = round_x / wide * high
        height = max(value, 3 * high)
        painter.drawRoundedRect(QRectF(x - half, -2 * round_y, 2 * half, height + 2 * round_y), round_x, round_y)
