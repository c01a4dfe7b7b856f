"""What pressure does to the skin around a contact: a blush that turns red, and a dent that gets deep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.domain.frame import HandPose
from desktop.ui.player.images import mixed, opaque_part, scaled, see_through


@dataclass(frozen=True, slots=True, eq=False)
class Touch:
    """A picture of warmth. `reach` is how far the blush goes beyond the contact, cm; `depth` how deep the dent is, 0
    none to 1: shade on its rim, the more towards the light, and a pale edge where the skin rises again."""

    colour: QColor
    opacity: float
    reach: float
    depth: float


LIGHT: Final = Touch(QColor("#ff9f6b"), 0.8, 0.7, 0.0)
FIRM: Final = Touch(QColor("#d92a1c"), 0.95, 1.0, 1.0)
SHADOW: Final = Touch(QColor(38, 16, 10), 1.0, 0.5, 0.0)
"""Not warmth, but what a hand in the air leaves on the skin below it; `reach` is how soft it is."""
PALE: Final = QColor(255, 244, 230)
_SHADE: Final = QColor(52, 14, 8)
_RING: Final = ((0.0, 0.0), (1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (0.7, -0.7), (-0.7, 0.7), (-0.7, -0.7))
_FEW: Final = 0.03
"""A share of a picture that nobody sees."""


def shares(hand: HandPose) -> dict[Touch, float]:
    """How much of each picture shows under a hand, 0 to 1: a light touch barely tints the skin, pressure 3 warms it,
    from 6 on it is red and deep. Nothing where nothing touches."""
    touching, pressure = 1 - hand.lift, hand.pressure
    found = {LIGHT: touching * min(0.3 * pressure, 1.0), FIRM: touching * min(max((pressure - 1.5) / 5, 0.0), 1.0)}
    return {touch: share for touch, share in found.items() if share >= _FEW}


def shade(lift: float) -> float:
    """How much of its shadow shows below a hand that is `lift` away, 0 to 1: the closer, the darker."""
    return 0.5 * min(4 * lift, 1.0) * (1 - 0.7 * lift)


def colour(pressure: float) -> QColor:
    """The blush of a pressure, 0 to 10."""
    return mixed(LIGHT.colour, FIRM.colour, (pressure - 1) / 5)


def picture(mask: QImage, touch: Touch, px_per_cm: float) -> tuple[QImage, QPoint]:
    """The warmth about what touches in `mask`, and where its corner lies in the mask."""
    reach = touch.reach * px_per_cm
    touched = opaque_part(mask)
    margin = round(2.6 * reach) + 1
    contact = mask.copy(touched)
    result = _tinted(_soft(contact, reach, reach, margin), see_through(touch.colour, touch.opacity))
    if touch.depth:
        rim = _soft(contact, 0.4 * reach, 0.5 * reach, margin)
        below = QPointF(0, 0.75 * reach)
        painter = QPainter(result)
        painter.drawImage(below, _tinted(rim, see_through(PALE, 0.34 * touch.depth)))
        painter.drawImage(-below / 2.5, _tinted(rim, see_through(_SHADE, 0.62 * touch.depth)))
        painter.end()
    return result, touched.topLeft() - QPoint(margin, margin)


def shadow(hand: QImage, px_per_cm: float) -> tuple[QImage, QPoint]:
    """The shadow of a hand's picture, and where its corner lies in it."""
    blur = SHADOW.reach * px_per_cm
    margin = round(2 * blur) + 1
    return _tinted(_soft(hand, 0.0, blur, margin), SHADOW.colour), QPoint(-margin, -margin)


def _soft(shape: QImage, grow: float, blur: float, margin: int) -> QImage:
    return _blurred(_grown(shape, grow, margin), blur)


def _tinted(shape: QImage, colour: QColor) -> QImage:
    tinted = QImage(shape)
    painter = QPainter(tinted)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(QRectF(tinted.rect()), colour)
    painter.end()
    return tinted


def _grown(mask: QImage, reach: float, margin: int) -> QImage:
    grown = QImage(mask.width() + 2 * margin, mask.height() + 2 * margin, mask.format())
    grown.fill(Qt.GlobalColor.transparent)
    painter = QPainter(grown)
    for dx, dy in _RING if reach else _RING[:1]:  # over itself a faded arm would become solid
        painter.drawImage(QPointF(margin + dx * reach * 0.6, margin + dy * reach * 0.6), mask)
    painter.end()
    return grown


def _blurred(image: QImage, radius: float) -> QImage:
    """Averaging down and smoothing up again: a blur that needs no other library."""
    small = QSize(max(round(image.width() / radius), 2), max(round(image.height() / radius), 2))
    return scaled(scaled(scaled(image, small), small * 2), image.size())
