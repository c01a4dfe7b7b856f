"""After less before: every session a dot on one strip, with the mean and its interval once there are enough."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop.domain.captions import amount_words, interval_words
from desktop.domain.feeling import Feeling
from desktop.domain.progress import SAME, Change
from desktop.domain.tally import Tally
from desktop.ui.progress.canvas import Canvas
from desktop.ui.progress.marks import Marks, cosmetic
from desktop.ui.theme import Theme

_DOT = 4.0
_BESIDE = 0.3
"""Where the mean stands, in widths of the strip to the right of its middle."""


class Strip(Marks):
    """Dots of differences side by side about x = 0, the mean with its interval at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.differences = Tally()
        self.change: Change | None = None

    def show_differences(self, differences: Tally, change: Change | None) -> None:
        self.prepareGeometryChange()
        self.differences, self.change = differences, change
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(-1, -12, 2, 24)

    def draw(self, painter: QPainter, wide: float, high: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.palette.surface_soft)
        painter.drawRoundedRect(QRectF(-0.5, -SAME, 1, 2 * SAME), 8 * wide, 8 * high)
        colour = QColor(self.theme.palette.accent)
        colour.setAlphaF(0.75)
        painter.setBrush(colour)
        self._draw_rows(painter, wide, high)
        if self.change and self.change.low is not None and self.change.high is not None:
            painter.setPen(cosmetic(painter, self.theme.palette.text, 2))
            self._draw_interval(painter, self.change.low, self.change.high, 5 * wide)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.palette.text)
            self._draw_diamond(painter, self.change.mean, 7 * wide, 7 * high)

    def _draw_rows(self, painter: QPainter, wide: float, high: float) -> None:
        """Equal differences side by side, all rows with the same step; where they would run into each other, a bar
        as long as they are many."""
        most = max((times for _, times in self.differences.counts), default=1)
        middle = -0.08 if self.change and self.change.low is not None else 0.0
        step = min(2.5 * _DOT * wide, 0.55 / most)
        for value, times in self.differences.counts:
            half = (times - 1) / 2 * step
            if step < _DOT * wide:
                area = QRectF(middle - half, value - _DOT * high, 2 * half, 2 * _DOT * high)
                area.adjust(-_DOT * wide, 0, _DOT * wide, 0)
                painter.drawRoundedRect(area, _DOT * wide, _DOT * high)
                continue
            for number in range(times):
                painter.drawEllipse(QPointF(middle - half + number * step, value), _DOT * wide, _DOT * high)

    @staticmethod
    def _draw_interval(painter: QPainter, low: float, high: float, half: float) -> None:
        painter.drawLine(QLineF(_BESIDE, low, _BESIDE, high))
        for end in (low, high):
            painter.drawLine(QLineF(_BESIDE - half, end, _BESIDE + half, end))

    @staticmethod
    def _draw_diamond(painter: QPainter, y: float, half_wide: float, half_high: float) -> None:
        corners = ((-half_wide, 0), (0, half_high), (half_wide, 0), (0, -half_high))
        painter.drawPolygon(QPolygonF([QPointF(_BESIDE + dx, y + dy) for dx, dy in corners]))


class DifferencesChart(Canvas):
    """The strip. Its only mark to read is the mean."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "After less before, chart", parent)
        self._strip = Strip(theme)
        self.plot.addItem(self._strip)

    def present(self, feeling: Feeling) -> None:
        self.pick(None)
        self._strip.show_differences(feeling.differences, feeling.change)
        reach = self._reach(feeling.differences)
        self.frame((-0.5, 0.5), (-reach * 1.12, reach * 1.12))
        self.label([(-reach, f"{reach} lower"), (0, "same"), (reach, f"{reach} higher")], [])

    def _reach(self, differences: Tally) -> int:
        """How far the strip goes to either side of none: over every dot and over the interval."""
        change = self._strip.change
        ends = (change.low or 0.0, change.high or 0.0) if change else (0.0,)
        furthest = float(max(abs(value) for value in (*(v for v, _ in differences.counts), *ends)))
        return max(3, ceil(furthest))

    @property
    def count(self) -> int:
        return int(self._strip.change is not None and self._strip.change.low is not None)

    def place_of(self, mark: int) -> QPointF:  # noqa: ARG002
        return QPointF(_BESIDE, self._change.high or 0.0)

    def reading(self, mark: int) -> tuple[str, str]:  # noqa: ARG002
        return f"On average {amount_words(self._change.mean)}", interval_words(self._change)

    @property
    def _change(self) -> Change:
        if self._strip.change is None:
            raise LookupError("there is no mean yet")
        return self._strip.change
