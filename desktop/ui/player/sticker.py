"""Small pictures that stay where they are for many frames, drawn once at the screen's own resolution."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

_NOTHING = Qt.GlobalColor.transparent


@dataclass(frozen=True, slots=True)
class Sticker:
    """A picture and the widget position (logical pixels) of its corner, on whole device pixels."""

    corner: QPointF
    pixmap: QPixmap

    def copy(self) -> Sticker:
        return Sticker(self.corner, self.pixmap.copy())

    def paint(self, painter: QPainter) -> None:
        painter.drawPixmap(self.corner, self.pixmap)


def sticker(
    area: QRectF, ratio: float, draw: Callable[[QPainter], None], ground: QColor | Qt.GlobalColor = _NOTHING
) -> Sticker:
    """What `draw` paints within `area` (logical pixels of the widget), `ratio` device pixels a logical one.

    An opaque `ground` makes an opaque picture, which is quicker to paint."""
    left, top = floor(area.left() * ratio), floor(area.top() * ratio)
    size = QSize(max(ceil(area.right() * ratio) - left, 1), max(ceil(area.bottom() * ratio) - top, 1))
    pixmap = QPixmap(size)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(ground)
    corner = QPointF(left / ratio, top / ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-corner)
    draw(painter)
    painter.end()
    return Sticker(corner, pixmap)


def round_corners(area: QRectF, radius: float, ratio: float, around: QColor) -> list[Sticker]:
    """Four small pictures in the colour of what lies around `area`, which cut its corners round."""
    outside = QPainterPath()
    outside.addRect(area)
    inside = QPainterPath()
    inside.addRoundedRect(area, radius, radius)
    rest = outside - inside
    lefts, tops = (area.left(), area.right() - radius), (area.top(), area.bottom() - radius)
    pieces = [QRectF(left, top, radius, radius) for left in lefts for top in tops]
    return [sticker(piece, ratio, partial(_fill, path=rest, colour=around)) for piece in pieces]


def _fill(painter: QPainter, path: QPainterPath, colour: QColor) -> None:
    painter.fillPath(path, colour)
