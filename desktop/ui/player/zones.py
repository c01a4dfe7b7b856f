"""Hatches what must not be pressed, faintly: it is there to be left alone, not to be looked at."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.domain.chart import ViewChart
from desktop.ui.body_view import flip
from desktop.ui.camera import Camera
from desktop.ui.outline import painter_path
from desktop.ui.player.sticker import Sticker, sticker
from desktop.ui.theme import Theme

GAP = 7.0
"""Between two lines of the hatching, logical pixels."""


class ZonePainter:
    """Draws the no-press zones of a view. The hatching is kept until view, camera, stage or theme change."""

    def __init__(self, theme: Theme, camera: Camera, no_press: Collection[str]) -> None:
        """`no_press` are the slugs of the regions that are never pressed; a chart's own zones never are."""
        self._theme = theme
        self._camera = camera
        self._no_press = no_press
        self._hatching: Sticker | None = None
        self._key: tuple[object, ...] = ()

    def paint(self, painter: QPainter, chart: ViewChart, stage: QRectF, ratio: float, mirrored: bool) -> None:
        origin = self._camera.origin
        place = (self._camera.scale, origin.x(), origin.y(), stage.width(), stage.height(), ratio)
        key = (chart.view, mirrored, place, self._theme.palette.dark, self._theme.skin_tone)
        if key != self._key:
            self._key = key
            self._hatching = self._draw(self._shape(chart, mirrored), stage, ratio)
        if self._hatching is not None:
            self._hatching.paint(painter)

    def clear(self) -> None:
        self._hatching, self._key = None, ()

    def _draw(self, zones: QPainterPath, stage: QRectF, ratio: float) -> Sticker | None:
        shape = self._camera.transform.map(zones)
        area = shape.boundingRect().intersected(stage)
        if area.isEmpty():
            return None
        colour = QColor(self._theme.hatching)
        colour.setAlphaF(0.32)

        def draw(painter: QPainter) -> None:
            painter.setClipPath(shape)
            painter.setPen(QPen(colour, 1.4))
            start = area.left() - area.height()
            for number in range(int((area.width() + area.height()) / GAP) + 1):
                foot = QPointF(start + number * GAP, area.bottom())
                painter.drawLine(foot, foot + QPointF(area.height(), -area.height()))

        return sticker(area, ratio, draw)

    def _shape(self, chart: ViewChart, mirrored: bool) -> QPainterPath:
        shape = QPainterPath()
        for outline in chart.outlines:
            if outline.place.region in self._no_press:
                shape.addPath(painter_path(outline.path))
        for zone in chart.zones:
            shape.addPath(painter_path(zone.path))
        return flip(QRectF(0, 0, *chart.size)).map(shape) if mirrored else shape
