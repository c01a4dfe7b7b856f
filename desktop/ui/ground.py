"""The calm ground that everything lies on. Light to import: the first paint needs it."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QGradient, QImage, QPainter, QPixmap, QRadialGradient

from desktop.ui.colours import Palette

_GRAIN_SIDE = 64
_GRAIN_STRENGTHS = bytes(byte % 4 for byte in range(256))


def paint_ground(painter: QPainter, area: QRectF, palette: Palette, *, grain: bool = True) -> None:
    """Lightest behind the body, a little deeper towards the corners; the grain keeps it from showing in rings."""
    gradient = QRadialGradient(area.center(), max(area.width(), area.height()) * 0.62)
    gradient.setColorAt(0.0, palette.ground)
    gradient.setColorAt(0.45, _between(palette.ground, palette.ground_edge, 0.3))
    gradient.setColorAt(1.0, palette.ground_edge)
    _erase(painter, area, gradient)
    if grain:
        painter.drawTiledPixmap(area, _grain(palette.dark))


def paint_plain(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """One colour all over."""
    gradient = QRadialGradient(area.center(), 1.0)
    gradient.setColorAt(0.0, colour)
    _erase(painter, area, gradient)


def _erase(painter: QPainter, area: QRectF, gradient: QGradient) -> None:
    """Fills with a gradient. Neither fillRect nor a brush of a plain colour: the first one in a process makes PySide
    build all of Qt's enumerations, which would cost the first paint a sixth of a bare window's start."""
    painter.setBackground(QBrush(gradient))
    painter.eraseRect(area)


@cache
def _grain(dark: bool) -> QPixmap:
    """A barely visible noise."""
    from random import Random

    dice = Random(7)  # noqa: S311 (a texture, not a secret)
    strengths = dice.randbytes(_GRAIN_SIDE * _GRAIN_SIDE).translate(_GRAIN_STRENGTHS)
    white = 1 if dark else 0
    pixels = b"".join(bytes((tone * white, tone * white, tone * white, tone)) for tone in strengths)
    image = QImage(pixels, _GRAIN_SIDE, _GRAIN_SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    return QPixmap.fromImage(image)


def _between(first: QColor, second: QColor, share: float) -> QColor:
    """A colour on the way between two opaque ones."""
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )
