"""How firm is allowed: a scale of ten with the ceiling marked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import words
from desktop.ui.theme import Theme

_MOST = 10
_BAR = 12.0
_GAP = 3.0


class PressureScale(QWidget):
    """Ten cells; those up to the ceiling are filled, deeper towards it, and a flag stands at the last one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ceiling = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def ceiling(self) -> int:
        return self._ceiling

    def set_ceiling(self, ceiling: int) -> None:
        """Raises ValueError outside 0 to 10."""
        if not 0 <= ceiling <= _MOST:
            raise ValueError(f"pressure goes from 0 to {_MOST}, not {ceiling}")
        self._ceiling = ceiling
        self.setAccessibleName(f"Pressure: up to {ceiling} of {_MOST}, {words.firmness(ceiling)}")
        self.setToolTip(f"{ceiling} of {_MOST} at most. It is a limit, not a goal.")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, round(_BAR) + 9)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(1, _MOST + 1):
            self._paint_cell(painter, number)
        if self._ceiling:
            self._paint_flag(painter)

    def _paint_cell(self, painter: QPainter, number: int) -> None:
        palette = self._theme.palette
        colour = QColor(palette.accent if number <= self._ceiling else palette.surface_soft)
        if number <= self._ceiling:
            colour.setAlphaF(0.35 + 0.65 * number / self._ceiling)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(self._cell(number), 4, 4)

    def _paint_flag(self, painter: QPainter) -> None:
        """A small tip below the last allowed cell: up to here."""
        cell = self._cell(self._ceiling)
        tip = QPainterPath(QPointF(cell.center().x(), cell.bottom() + 2))
        tip.lineTo(cell.center().x() - 5, cell.bottom() + 8)
        tip.lineTo(cell.center().x() + 5, cell.bottom() + 8)
        painter.fillPath(tip, self._theme.palette.accent_ink)

    def _cell(self, number: int) -> QRectF:
        width = (self.width() - _GAP * (_MOST - 1)) / _MOST
        return QRectF((number - 1) * (width + _GAP), 0, width, _BAR)
