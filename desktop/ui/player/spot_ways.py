"""Tells what a hand does on the spot: a round with its arrow, a line to and fro, an arrow where the skin is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import atan2, cos, hypot, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.domain.frame import SpotWay
from desktop.ui.camera import Camera
from desktop.ui.player.images import see_through
from desktop.ui.player.sticker import Sticker, sticker
from desktop.ui.theme import Palette, Theme

WIDTH: Final = 2.6
EDGE: Final = 5.4
HEAD: Final = 6.5
"""Half of an arrow head's width, logical pixels."""
_MOST_KEPT: Final = 24

Way = tuple[tuple[int, int], ...]


class SpotWayPainter:
    """Draws spot ways through a camera; each line is drawn once and kept, only an arrow goes round with the hand."""

    def __init__(self, theme: Theme, camera: Camera) -> None:
        self._theme = theme
        self._camera = camera
        self._kept: dict[tuple[Way, bool], Sticker] = {}
        self._key: tuple[object, ...] = ()

    def clear(self) -> None:
        self._kept.clear()

    def paint(self, painter: QPainter, ways: Sequence[SpotWay], ratio: float) -> None:
        key = (self._theme.palette.dark, ratio)
        if key != self._key or len(self._kept) > _MOST_KEPT:
            self.clear()
            self._key = key
        for way in ways:
            at, points = self._camera.to_widget(way.at), self._scaled(way)
            line = self._line(points, way.to_and_fro, ratio)
            painter.drawPixmap(at + line.corner, line.pixmap)
            if points[0] == points[-1]:
                self._paint_arrow(painter, at, points, way.phase)

    def _scaled(self, way: SpotWay) -> Way:
        scale = self._camera.scale
        return tuple((round(x * scale), round(y * scale)) for x, y in way.way)

    def _line(self, points: Way, to_and_fro: bool, ratio: float) -> Sticker:
        key = (points, to_and_fro)
        if key not in self._kept:
            line = QPolygonF([QPointF(x, y) for x, y in points])
            margin = HEAD + EDGE
            area = line.boundingRect().adjusted(-margin, -margin, margin, margin)
            draw = partial(_draw, line=line, to_and_fro=to_and_fro, palette=self._theme.palette)
            self._kept[key] = sticker(QRectF(area), ratio, draw)
        return self._kept[key]

    def _paint_arrow(self, painter: QPainter, at: QPointF, points: Way, phase: float) -> None:
        """The arrow head where the hand is on its round."""
        place = phase * (len(points) - 1)
        index = min(int(place), len(points) - 2)
        (x0, y0), (x1, y1) = points[index], points[index + 1]
        share = place - index
        tip = at + QPointF(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _head(painter, tip, atan2(y1 - y0, x1 - x0), self._theme.palette)


def _draw(painter: QPainter, line: QPolygonF, to_and_fro: bool, palette: Palette) -> None:
    for colour, width in ((see_through(palette.outline, 0.75), EDGE), (palette.accent, WIDTH)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(line)
    first, last = line.first(), line.last()
    if hypot(last.x() - first.x(), last.y() - first.y()) > HEAD:
        towards = atan2(last.y() - first.y(), last.x() - first.x())
        _head(painter, last, towards, palette)
        if to_and_fro:
            _head(painter, first, towards + pi, palette)


def _head(painter: QPainter, tip: QPointF, towards: float, palette: Palette) -> None:
    """A small arrow head around `tip`, pointing `towards` (radians, clockwise from the right)."""
    ahead, aside = QPointF(cos(towards), sin(towards)), QPointF(-sin(towards), cos(towards))
    painter.setPen(QPen(see_through(palette.outline, 0.9), 1.4))
    painter.setBrush(palette.accent)
    back = tip - ahead * HEAD
    painter.drawPolygon(QPolygonF([tip + ahead * HEAD, back + aside * HEAD, back - aside * HEAD]))
