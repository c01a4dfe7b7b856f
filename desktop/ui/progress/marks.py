"""What is drawn inside a plot: in its units, with sizes in pixels."""

from __future__ import annotations

from abc import abstractmethod

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from desktop.ui.theme import Theme


class Marks(pg.GraphicsObject):  # type: ignore[misc] # pyqtgraph has no types
    """An item that draws itself with `draw`, and only where the plot has a size: an error in `paint` would end the
    process, since pyqtgraph's view is itself in the middle of a Python paint event."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    @abstractmethod
    def draw(self, painter: QPainter, wide: float, high: float) -> None:
        """Draws in the units of the plot; a logical pixel is `wide` by `high` of them."""

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        wide, high = self.pixelWidth(), self.pixelHeight()
        if wide and high:
            self.draw(painter, wide, high)


def cosmetic(on: QPainter | QWidget, colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen whose width is in logical pixels whatever the units of the plot; Qt itself counts in device pixels."""
    device = on.device() if isinstance(on, QPainter) else on
    pen = QPen(colour, width * device.devicePixelRatio(), style)
    pen.setCosmetic(True)
    return pen
