"""The mark a touch leaves for a moment: a soft ring that widens and fades."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QRadialGradient

from desktop.domain.frame import Ripple
from desktop.ui.camera import Camera
from desktop.ui.player import warmth
from desktop.ui.player.images import see_through

AGES: Final = 14
"""Ages that are told apart."""
FIRST_CM, LAST_CM = 0.5, 1.9
"""Radius of the ring as the touch lands and as it is gone."""
_BAND: Final = 0.5
"""Width of the ring, a share of its radius."""


class RipplePainter:
    """Draws Ripples. A ring's picture is kept until the zoom changes: there are `AGES` for each level of warmth."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera
        self._kept: dict[tuple[int, int], QPixmap] = {}
        self._px_per_cm = 0.0

    def paint(self, painter: QPainter, ripples: Sequence[Ripple], px_per_cm: float, ratio: float) -> list[QRect]:
        """`px_per_cm` is logical pixels on the stage, `ratio` device pixels a logical one.

        Returns where ripples were painted, in device pixels."""
        if px_per_cm * ratio != self._px_per_cm:
            self._kept.clear()
            self._px_per_cm = px_per_cm * ratio
        aged = [(ripple, round(min(max(ripple.age, 0.0), 1.0) * AGES)) for ripple in ripples]
        return [self._paint(painter, ripple, age, ratio) for ripple, age in aged if age < AGES]

    def clear(self) -> None:
        self._kept.clear()

    def _paint(self, painter: QPainter, ripple: Ripple, age: int, ratio: float) -> QRect:
        key = (age, round(ripple.pressure))
        if key not in self._kept:
            self._kept[key] = _draw(age / AGES, key[1], self._px_per_cm)
            self._kept[key].setDevicePixelRatio(ratio)
        pixmap, at = self._kept[key], self._camera.to_widget(ripple.at) * ratio
        corner = QPoint(round(at.x() - pixmap.width() / 2), round(at.y() - pixmap.height() / 2))
        painter.drawPixmap(QPointF(corner) / ratio, pixmap)
        return QRect(corner, pixmap.size())


def _draw(age: float, pressure: int, px_per_cm: float) -> QPixmap:
    """A ring in the colour of the warmth with a pale rim, and a blush within that goes first."""
    widening = 1 - (1 - age) ** 2
    radius = (FIRST_CM + (LAST_CM - FIRST_CM) * widening) * px_per_cm
    strength = (1 - age) * (0.55 + 0.04 * pressure)
    pixmap = QPixmap(2 * round(radius) + 2, 2 * round(radius) + 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    middle = pixmap.width() / 2
    colour = warmth.colour(pressure)
    ring = QRadialGradient(middle, middle, radius)
    ring.setColorAt(0, see_through(colour, strength * (1 - age)))
    ring.setColorAt(1 - _BAND, see_through(colour, 0.3 * strength * (1 - age)))
    ring.setColorAt(1 - 0.5 * _BAND, see_through(colour, strength))
    ring.setColorAt(1 - 0.25 * _BAND, see_through(warmth.PALE, 0.4 * strength))
    ring.setColorAt(1, see_through(warmth.PALE, 0.0))
    painter = QPainter(pixmap)
    painter.fillRect(QRectF(pixmap.rect()), ring)
    painter.end()
    return pixmap
