"""After less before: every session a dot on one strip, with the mean and its interval once there are enough."""

from __future__ import annotations

from collections import Counter
from math import ceil

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from desktop.domain.captions import amount_words, interval_words
from desktop.domain.progress import SAME, Change, Series, change_of
from desktop.ui.progress.canvas import Canvas, cosmetic
from desktop.ui.theme import Theme

_DOT = 4.0
_BESIDE = 0.3
"""Where the mean stands, in widths of the strip to the right of its middle."""


class Strip(pg.GraphicsObject):  # type: ignore[misc] # pyqtgraph has no types
    """Dots of differences side by side about x = 0, the mean with its interval at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.differences: tuple[float, ...] = ()
        self.change: Change | None = None

    def show_differences(self, differences: tuple[float, ...]) -> None:
        self.prepareGeometryChange()
        self.differences = differences
        self.change = change_of(differences) if differences else None
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(-1, -12, 2, 24)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        wide, high = self.pixelWidth(), self.pixelHeight()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.palette.surface_soft)
        painter.drawRoundedRect(QRectF(-0.5, -SAME, 1, 2 * SAME), 8 * wide, 8 * high)
        colour = QColor(self._theme.palette.accent)
        colour.setAlphaF(0.75)
        painter.setBrush(colour)
        for x, y in self._spread(wide):
            painter.drawEllipse(QPointF(x, y), _DOT * wide, _DOT * high)
        if self.change and self.change.low is not None and self.change.high is not None:
            self._paint_mean(painter, self.change.mean, self.change.low, self.change.high)

    def _spread(self, wide: float) -> list[tuple[float, float]]:
        """Equal differences side by side, all rows with the same step: closer where there are many."""
        rows = Counter(round(difference, 1) for difference in self.differences)
        middle = -0.08 if self.change and self.change.low is not None else 0.0
        step = min(2.5 * _DOT * wide, 0.55 / max(rows.values(), default=1))
        return [
            (middle + (number - (times - 1) / 2) * step, value)
            for value, times in rows.items()
            for number in range(times)
        ]

    def _paint_mean(self, painter: QPainter, mean: float, low: float, high: float) -> None:
        wide, tall = self.pixelWidth(), self.pixelHeight()
        painter.setPen(cosmetic(painter, self._theme.palette.text, 2))
        painter.drawLine(QLineF(_BESIDE, low, _BESIDE, high))
        for end in (low, high):
            painter.drawLine(QLineF(_BESIDE - 5 * wide, end, _BESIDE + 5 * wide, end))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.palette.text)
        x, y = 7 * wide, 7 * tall
        corners = [(_BESIDE - x, mean), (_BESIDE, mean + y), (_BESIDE + x, mean), (_BESIDE, mean - y)]
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


class DifferencesChart(Canvas):
    """The strip. Its only mark to read is the mean."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "After less before, chart", parent)
        self._strip = Strip(theme)
        self.plot.addItem(self._strip)

    def present(self, series: Series) -> None:
        self.pick(None)
        differences = tuple(pair.difference for pair in series.pairs)
        self._strip.show_differences(differences)
        reach = max(3, *(ceil(abs(d)) for d in differences)) if differences else 3
        self.frame((-0.5, 0.5), (-reach * 1.12, reach * 1.12))
        self.label([(-reach, f"{reach} lower"), (0, "same"), (reach, f"{reach} higher")], [])

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
