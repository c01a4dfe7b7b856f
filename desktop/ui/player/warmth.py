"""The contact glow: how far and how red the skin warms under a pressure."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.domain.frame import HandPose
from desktop.ui.player.images import mixed, opaque_part, scaled

LEVELS: Final = 10
_LIGHT_TOUCH, _FIRM_TOUCH = QColor("#ffac74"), QColor("#ee3f28")
_RING: Final = ((0.0, 0.0), (1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (0.7, -0.7), (-0.7, 0.7), (-0.7, -0.7))


def strength(hand: HandPose) -> float:
    """How much of the glow shows, 0 to 1; none where nothing touches."""
    return (1 - hand.lift) * min(1.0, 0.35 + hand.pressure / 8) if hand.pressure > 0 else 0.0


def level(pressure: float) -> int:
    """Two levels of pressure share a picture; how much of it shows still follows the pressure itself."""
    return min(2 * max(ceil(pressure / 2), 1), LEVELS)


def glow(mask: QImage, at_level: int, px_per_cm: float) -> tuple[QImage, QPoint]:
    """The mask's shape grown and softened, in the colour of the level, and where its corner lies in the mask."""
    reach = (0.45 + 0.13 * at_level) * px_per_cm
    touched = opaque_part(mask)
    margin = round(2 * reach) + 1
    soft = _blurred(_grown(mask.copy(touched), reach, margin), reach)
    painter = QPainter(soft)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(QRectF(soft.rect()), mixed(_LIGHT_TOUCH, _FIRM_TOUCH, 1.6 * (at_level - 1) / (LEVELS - 1)))
    painter.end()
    return soft, touched.topLeft() - QPoint(margin, margin)


def _grown(mask: QImage, reach: float, margin: int) -> QImage:
    grown = QImage(mask.width() + 2 * margin, mask.height() + 2 * margin, mask.format())
    grown.fill(Qt.GlobalColor.transparent)
    painter = QPainter(grown)
    for dx, dy in _RING:
        painter.drawImage(QPointF(margin + dx * reach * 0.6, margin + dy * reach * 0.6), mask)
    painter.end()
    return grown


def _blurred(image: QImage, radius: float) -> QImage:
    """Averaging down and smoothing up again: a blur that needs no other library."""
    small = QSize(max(round(image.width() / radius), 2), max(round(image.height() / radius), 2))
    return scaled(scaled(scaled(image, small), small * 2), image.size())
