"""The light on a place of the body: rendered once for a view and zoom, then only copied."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QRadialGradient, QTransform

from desktop.ui.map.decoration import hatch
from desktop.ui.map.hit_map import Spot
from desktop.ui.theme import Theme

Look = Literal["hover", "chosen", "refused", "lifted", "alone"]
"""How a place is lit; `alone` is one that was chosen to be left alone."""
_BARRED: tuple[Look, ...] = ("refused", "alone")

_REACH = 18.0
"""How far the glow goes beyond the outline, logical pixels."""
_RINGS = 9


class GlowShelf:
    """Glows of groups of spots for one camera position; `use` forgets them when the position has changed."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._key: tuple[object, ...] = ()
        self._transform = QTransform()
        self._ratio = 1.0
        self._glows: dict[tuple[tuple[Spot, ...], Look], tuple[QPixmap, QPointF]] = {}

    def use(self, transform: QTransform, ratio: float) -> None:
        key = (transform.m11(), transform.dx(), transform.dy(), ratio, self._theme.palette.dark, self._theme.skin_tone)
        if key != self._key:
            self._key, self._transform, self._ratio = key, transform, ratio
            self._glows.clear()

    def paint(self, painter: QPainter, spots: tuple[Spot, ...], look: Look) -> None:
        if not spots:
            return
        if (spots, look) not in self._glows:
            self._glows[spots, look] = self._render(spots, look)
        pixmap, corner = self._glows[spots, look]
        painter.drawPixmap(corner, pixmap)

    def _halo_colour(self, look: Look) -> QColor:
        palette = self._theme.palette
        return palette.chosen if look == "chosen" else self._theme.hatching if look in _BARRED else palette.accent

    def _render(self, spots: tuple[Spot, ...], look: Look) -> tuple[QPixmap, QPointF]:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for spot in spots:
            path.addPath(self._transform.map(spot.path))
        area = path.boundingRect().adjusted(-_REACH, -_REACH, _REACH, _REACH)
        corner = QPointF(int(area.x()), int(area.y()))
        pixmap = QPixmap(round((area.width() + 1) * self._ratio), round((area.height() + 1) * self._ratio))
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-corner)
        if look != "lifted":
            _paint_halo(painter, path, self._halo_colour(look), 0.75 if look == "chosen" else 0.5)
        for spot in spots:
            _paint_inside(painter, self._transform.map(spot.path), look, self._theme)
        painter.end()
        return pixmap, corner


def _paint_inside(painter: QPainter, path: QPainterPath, look: Look, theme: Theme) -> None:
    palette = theme.palette
    if look == "hover":
        painter.fillPath(path, _faded(palette.outline, 0.2))
        _paint_outline(painter, path, palette.outline)
    elif look == "lifted":  # the muscles say enough: only where the place ends
        _paint_outline(painter, path, _faded(palette.accent, 0.85))
    elif look == "chosen":
        painter.fillPath(path, _blush(path.boundingRect(), palette.chosen))
        _paint_outline(painter, path, palette.chosen.lighter(128))
    elif look == "alone":
        hatch(painter, path, theme, 0.9)
    else:
        painter.fillPath(path, _faded(theme.hatching, 0.25))
        _paint_outline(painter, path, theme.hatching)


def _paint_halo(painter: QPainter, path: QPainterPath, colour: QColor, strength: float) -> None:
    """Light that falls off around the outline: rings of growing width laid over each other."""
    share = 1 - (1 - strength) ** (1 / _RINGS)
    outside = QPainterPath()
    outside.addRect(path.boundingRect().adjusted(-_REACH, -_REACH, _REACH, _REACH))
    painter.save()
    painter.setClipPath(outside.subtracted(path))
    for ring in range(_RINGS):
        width = 2 * _REACH * ((ring + 1) / _RINGS) ** 1.3
        pen = QPen(_faded(colour, share), width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
    painter.restore()


def _paint_outline(painter: QPainter, path: QPainterPath, colour: QColor) -> None:
    pen = QPen(colour, 2.0)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)


def _blush(bounds: QRectF, colour: QColor) -> QRadialGradient:
    """Warmth that is lighter in the middle, so that the body's own shading stays to be seen."""
    gradient = QRadialGradient(bounds.center(), max(bounds.width(), bounds.height()) * 0.62)
    gradient.setColorAt(0.0, _faded(colour, 0.42))
    gradient.setColorAt(1.0, _faded(colour, 0.66))
    return gradient


def _faded(colour: QColor, opacity: float) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(opacity)
    return faded
