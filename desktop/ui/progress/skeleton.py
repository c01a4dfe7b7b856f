"""Grey shapes where the charts will be: what is seen while they are fetched."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import RADIUS, SPACE_L, SPACE_XL, Theme

_BARS = (0.35, 0.0, 0.5, 0.5, 0.0, 0.7, 0.35, 0.0, 0.0, 0.5, 0.85, 0.5, 0.0, 0.6)


class Skeleton(QWidget):
    """`painted` is said each time it has been seen."""

    painted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName("Progress is being loaded")
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        upper = (self.height() - SPACE_L) * 4 / 9
        for area in (
            QRectF(0, 0, self.width(), upper),
            QRectF(0, upper + SPACE_L, self.width(), self.height() - upper - SPACE_L),
        ):
            self._paint_card(painter, area)
        painter.end()
        self.painted.emit()

    def _paint_card(self, painter: QPainter, area: QRectF) -> None:
        painter.setBrush(self._theme.palette.surface)
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        painter.setBrush(self._theme.palette.surface_soft)
        inner = area.adjusted(SPACE_XL, SPACE_XL, -SPACE_XL, -SPACE_XL)
        painter.drawRoundedRect(QRectF(inner.left(), inner.top(), 180, 18), 6, 6)
        plot = inner.adjusted(0, 44, 0, -30)
        step = plot.width() / len(_BARS)
        for number, share in enumerate(_BARS):
            height = share * plot.height()
            bar = QRectF(plot.left() + (number + 0.3) * step, plot.bottom() - height, 0.4 * step, height)
            painter.drawRoundedRect(bar, 5, 5)
