"""Paints the hands and the warmth beneath them from the sprites of the atlas."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from desktop.domain.chart import HandSheet, HandSprite
from desktop.domain.frame import HandPose

OPACITY: Final = 0.95
"""A hint of the body shows through, so that the hand does not hide what it does."""
LIFT_GROWTH: Final = 0.05
LIFT_FADE: Final = 0.45
BLEND_DEGREES: Final = 3.0
"""Between two turns' pictures the hand is blended over this many degrees: the light never jumps."""
MASK_SHRINK: Final = 4
GLOW_LEVELS: Final = 10
_LIGHT_TOUCH, _FIRM_TOUCH = QColor("#ffb27d"), QColor("#f0492f")


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A picture ready for the screen: where it lies around the contact point, in logical pixels."""

    pixmap: QPixmap
    area: QRectF


class HandPainter:
    """Draws HandPoses. Pictures are kept at the size of the current zoom and only turned by a few degrees a frame.

    Turning a ready-scaled picture costs 0.1 ms; keeping one for every degree would cost tens of megabytes."""

    def __init__(self, sheet: HandSheet, budget: int = 16 * 2**20) -> None:
        """`budget` is the memory kept for ready pictures, in bytes."""
        self._sheet = sheet
        self._budget = budget
        self._kept: OrderedDict[tuple[str, int], _Drawn] = OrderedDict()
        self._bytes = 0
        self._scale = 1.0
        self._ratio = 1.0

    def set_scale(self, px_per_cm: float, ratio: float) -> None:
        """`px_per_cm` in logical pixels of the screen; `ratio` device pixels a logical one."""
        scale = px_per_cm / self._sheet.px_per_cm
        if (scale, ratio) != (self._scale, self._ratio):
            self._scale, self._ratio = scale, ratio
            self._kept.clear()
            self._bytes = 0

    def paint_glow(self, painter: QPainter, hand: HandPose, at: QPointF, px_per_cm: float) -> None:
        """The warmth beneath a hand: wider and redder with pressure, gone when the hand is lifted."""
        strength = (1 - hand.lift) * min(1.0, 0.35 + hand.pressure / 8)
        if hand.pressure <= 0 or strength <= 0:
            return
        level = max(1, min(round(hand.pressure), GLOW_LEVELS))
        for sprite, share in self._sprites(hand):
            painter.setOpacity(strength * share)
            self._paint(painter, hand, at, self._zoom(px_per_cm), sprite.turn, self._glow(sprite, level))
        painter.setOpacity(1.0)

    def paint_hand(self, painter: QPainter, hand: HandPose, at: QPointF, px_per_cm: float) -> None:
        growth = self._zoom(px_per_cm) * (1 + LIFT_GROWTH * hand.lift)
        for sprite, share in self._sprites(hand):
            painter.setOpacity(OPACITY * share * (1 - LIFT_FADE * hand.lift))
            self._paint(painter, hand, at, growth, sprite.turn, self._picture(sprite))
        painter.setOpacity(1.0)

    def _zoom(self, px_per_cm: float) -> float:
        """1, or while the camera moves what the kept pictures are still to be scaled by."""
        return px_per_cm / (self._scale * self._sheet.px_per_cm)

    def _paint(self, painter: QPainter, hand: HandPose, at: QPointF, growth: float, turn: float, drawn: _Drawn) -> None:
        painter.save()
        painter.translate(at)
        painter.rotate(difference(hand.turn, turn))
        painter.scale(growth, growth)
        painter.drawPixmap(drawn.area, drawn.pixmap, QRectF(drawn.pixmap.rect()))
        painter.restore()

    def _sprites(self, hand: HandPose) -> Sequence[tuple[HandSprite, float]]:
        """The picture of the nearest turn; close to the middle between two turns both, the second see-through."""
        turns = self._sheet.sprites[hand.pose, hand.side]
        by_distance = sorted(turns, key=lambda frames: abs(difference(hand.turn, frames[0].turn)))
        near = _frame(by_distance[0], hand.grip)
        if len(by_distance) == 1:
            return ((near, 1.0),)
        far = _frame(by_distance[1], hand.grip)
        gap = abs(difference(hand.turn, far.turn)) - abs(difference(hand.turn, near.turn))
        if gap >= BLEND_DEGREES:
            return ((near, 1.0),)
        return ((near, 1.0), (far, 0.5 * (1 - gap / BLEND_DEGREES)))

    def _picture(self, sprite: HandSprite) -> _Drawn:
        return self._keep((str(sprite.file), 0), sprite, self._draw_picture)

    def _glow(self, sprite: HandSprite, level: int) -> _Drawn:
        return self._keep((str(sprite.mask), level), sprite, self._draw_glow)

    def _keep(self, key: tuple[str, int], sprite: HandSprite, draw: Callable[[HandSprite, int], _Drawn]) -> _Drawn:
        """The kept picture, drawn first if need be; the ones not used for longest make room."""
        drawn = self._kept.pop(key, None)
        if drawn is None:
            drawn = draw(sprite, key[1])
            self._bytes += _bytes(drawn.pixmap)
        self._kept[key] = drawn
        while self._bytes > self._budget and len(self._kept) > 1:
            self._bytes -= _bytes(self._kept.popitem(last=False)[1].pixmap)
        return drawn

    def _draw_picture(self, sprite: HandSprite, _level: int) -> _Drawn:
        image = load(str(sprite.file))
        factor = self._scale * self._ratio
        size = QSize(max(round(image.width() * factor), 1), max(round(image.height() * factor), 1))
        return self._around(sprite, _scaled(image, size), 1 / factor, 0)

    def _draw_glow(self, sprite: HandSprite, level: int) -> _Drawn:
        """The contact mask, grown and softened, in the colour of the pressure level.

        It stays at the mask's own low resolution: it is soft, and is scaled up while it is drawn."""
        mask = load(str(sprite.mask))
        mask_scale = self._sheet.px_per_cm / MASK_SHRINK
        reach = (0.45 + 0.13 * level) * mask_scale
        image = glow(mask, reach, _mixed(_LIGHT_TOUCH, _FIRM_TOUCH, (level - 1) / (GLOW_LEVELS - 1) * 1.6))
        margin = (image.width() - mask.width()) / 2
        return self._around(sprite, image, MASK_SHRINK, margin)

    def _around(self, sprite: HandSprite, image: QImage, shrink: float, margin: float) -> _Drawn:
        """`image` has one pixel for `shrink` of the sprite's and `margin` pixels added all around."""
        corner = QPointF(-sprite.contact.x - margin * shrink, -sprite.contact.y - margin * shrink)
        size = QSizeF(image.width(), image.height()) * (shrink * self._scale)
        return _Drawn(QPixmap.fromImage(image), QRectF(corner * self._scale, size))


def difference(a: float, b: float) -> float:
    """How far to turn from `b` to `a` the short way, degrees in [-180, 180)."""
    return (a - b + 180) % 360 - 180


def load(path: str) -> QImage:
    """A picture as premultiplied pixels. Raises OSError with the file's name if it cannot be read."""
    image = QImage(path)
    if image.isNull():
        raise OSError(f"cannot read the picture {path}")
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def glow(mask: QImage, reach: float, colour: QColor) -> QImage:
    """The mask's shape grown by `reach` pixels with an edge that fades over the same distance, in one colour."""
    margin = round(2 * reach) + 1
    grown = QImage(mask.width() + 2 * margin, mask.height() + 2 * margin, mask.format())
    grown.fill(Qt.GlobalColor.transparent)
    painter = QPainter(grown)
    for dx, dy in ((0.0, 0.0), (1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (0.7, -0.7), (-0.7, 0.7), (-0.7, -0.7)):
        painter.drawImage(QPointF(margin + dx * reach * 0.6, margin + dy * reach * 0.6), mask)
    painter.end()
    soft = _blurred(grown, reach)
    painter = QPainter(soft)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(QRectF(soft.rect()), colour)
    painter.end()
    return soft


def _blurred(image: QImage, radius: float) -> QImage:
    """Averaging down and smoothing up again: a blur that needs no other library."""
    small = QSize(max(round(image.width() / radius), 2), max(round(image.height() / radius), 2))
    return _scaled(_scaled(_scaled(image, small), small * 2), image.size())


def _scaled(image: QImage, size: QSize) -> QImage:
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _mixed(a: QColor, b: QColor, share: float) -> QColor:
    share = min(max(share, 0.0), 1.0)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


def _frame(frames: Sequence[HandSprite], grip: float) -> HandSprite:
    return frames[round(min(max(grip, 0.0), 1.0) * (len(frames) - 1))]


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * pixmap.depth() // 8
