"""Paints the hands and the warmth beneath them from the sprites of the atlas."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QPainter, QPixmap

from desktop.domain.chart import HandSheet, HandSprite
from desktop.domain.frame import HandPose
from desktop.ui.player import warmth
from desktop.ui.player.images import faded, load, pixmap_bytes, scaled

OPACITY: Final = 0.96
"""A hint of the body shows through, so that the hand does not hide what it does."""
LIFT_GROWTH: Final = 0.05
LIFT_FADE: Final = 0.3
BLEND_DEGREES: Final = 3.0
"""Between two turns' pictures the hand is blended over this many degrees: the light never jumps."""
MASK_SHRINK: Final = 4
"""Sprite pixels to a pixel of a contact mask."""
STOCKED: Final = 0.8
"""How much of the memory may be filled beforehand."""
_ANY_SCALE: Final = 0.0
_AROUND: Final = (22.5, -22.5, 45.0, -45.0)

_Need = tuple[HandSprite, int]
"""A picture of a sprite: the hand itself (0), or its warmth at a pressure level."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A picture ready for the screen. `area` is where it lies around the contact point, in cm; `scale` the device
    pixels a cm it was made for."""

    pixmap: QPixmap
    area: QRectF
    scale: float


class HandPainter:
    """Draws HandPoses. Pictures are kept at the size of the current zoom and only turned by a few degrees a frame.

    Turning a ready-scaled picture costs about 0.1 ms; keeping one for every degree would cost tens of megabytes."""

    def __init__(self, sheet: HandSheet, budget: int = 20 * 2**20) -> None:
        """`budget` is the memory kept for ready pictures at one device pixel a logical one, in bytes."""
        self._sheet = sheet
        self._budget = budget
        self._kept: OrderedDict[tuple[str, int], _Drawn] = OrderedDict()
        self._bytes = 0
        self._scale = sheet.px_per_cm
        self._ratio = 1.0

    def set_scale(self, px_per_cm: float, ratio: float) -> None:
        """The zoom to make pictures for. `px_per_cm` in logical pixels; `ratio` device pixels a logical one."""
        self._scale, self._ratio = px_per_cm * ratio, ratio

    def prepare(self, hands: Sequence[HandPose]) -> bool:
        """Makes at most one picture these hands need: one that is not there, or not for this zoom.

        Returns whether there was one to make."""
        for hand in hands:
            for need in self._needs(hand):
                drawn = self._kept.get(_key(need))
                if drawn is None or drawn.scale not in (self._scale, _ANY_SCALE):
                    self._make(need)
                    return True
        return False

    def stock(self, hands: Sequence[HandPose]) -> bool:
        """Like `prepare` for the turns these hands may soon come to, as far as the memory reaches."""
        if self._bytes > STOCKED * self._budget * self._ratio**2:
            return False
        return self.prepare([replace(hand, turn=hand.turn + by) for by in _AROUND for hand in hands])

    def paint_glow(self, painter: QPainter, hand: HandPose, at: QPointF, px_per_cm: float) -> None:
        """The warmth beneath a hand: wider and redder with pressure, gone when the hand is lifted."""
        strength = warmth.strength(hand)
        if strength <= 0:
            return
        level = warmth.level(hand.pressure)
        for sprite, share in self._sprites(hand):
            painter.setOpacity(strength * share)
            self._paint(painter, at, difference(hand.turn, sprite.turn), px_per_cm, self._picture((sprite, level)))
        painter.setOpacity(1.0)

    def paint_hand(self, painter: QPainter, hand: HandPose, at: QPointF, px_per_cm: float) -> None:
        grown = px_per_cm * (1 + LIFT_GROWTH * hand.lift)
        for sprite, share in self._sprites(hand):
            painter.setOpacity(share * (1 - LIFT_FADE * hand.lift))
            self._paint(painter, at, difference(hand.turn, sprite.turn), grown, self._picture((sprite, 0)))
        painter.setOpacity(1.0)

    def _paint(self, painter: QPainter, at: QPointF, turn: float, px_per_cm: float, drawn: _Drawn) -> None:
        painter.save()
        painter.translate(at)
        painter.rotate(turn)
        painter.scale(px_per_cm, px_per_cm)
        painter.drawPixmap(drawn.area, drawn.pixmap, QRectF(drawn.pixmap.rect()))
        painter.restore()

    def _needs(self, hand: HandPose) -> list[_Need]:
        sprites = [sprite for sprite, _ in self._sprites(hand)]
        needs: list[_Need] = [(sprite, 0) for sprite in sprites]
        if warmth.strength(hand) > 0:
            needs += [(sprite, warmth.level(hand.pressure)) for sprite in sprites]
        return needs

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

    def _picture(self, need: _Need) -> _Drawn:
        """The kept picture, made first if need be, and the last to be given up."""
        drawn = self._kept.get(_key(need)) or self._make(need)
        self._kept.move_to_end(_key(need))
        return drawn

    def _make(self, need: _Need) -> _Drawn:
        drawn = self._draw_warmth(*need) if need[1] else self._draw_hand(need[0])
        before = self._kept.pop(_key(need), None)
        self._bytes += pixmap_bytes(drawn.pixmap) - (pixmap_bytes(before.pixmap) if before else 0)
        self._kept[_key(need)] = drawn
        while self._bytes > self._budget * self._ratio**2 and len(self._kept) > 1:
            self._bytes -= pixmap_bytes(self._kept.popitem(last=False)[1].pixmap)
        return drawn

    def _draw_hand(self, sprite: HandSprite) -> _Drawn:
        image = faded(load(sprite.file), OPACITY)
        factor = self._scale / self._sheet.px_per_cm
        size = QSize(max(round(image.width() * factor), 1), max(round(image.height() * factor), 1))
        area = self._around(sprite, QSizeF(image.size()), QPointF())
        return _Drawn(QPixmap.fromImage(scaled(image, size)), area, self._scale)

    def _draw_warmth(self, sprite: HandSprite, level: int) -> _Drawn:
        """Stays at the mask's own low resolution: it is soft, and is scaled up while it is drawn."""
        image, offset = warmth.glow(load(sprite.mask), level, self._sheet.px_per_cm / MASK_SHRINK)
        size, corner = QSizeF(image.size()) * MASK_SHRINK, QPointF(offset) * MASK_SHRINK
        return _Drawn(QPixmap.fromImage(image), self._around(sprite, size, corner), _ANY_SCALE)

    def _around(self, sprite: HandSprite, size: QSizeF, corner: QPointF) -> QRectF:
        """The area in cm around the contact point of a picture of `size` at `corner` of the sprite, in its pixels."""
        from_contact = corner - QPointF(sprite.contact.x, sprite.contact.y)
        return QRectF(from_contact / self._sheet.px_per_cm, size / self._sheet.px_per_cm)


def difference(a: float, b: float) -> float:
    """How far to turn from `b` to `a` the short way, degrees in [-180, 180)."""
    return (a - b + 180) % 360 - 180


def _frame(frames: Sequence[HandSprite], grip: float) -> HandSprite:
    return frames[round(min(max(grip, 0.0), 1.0) * (len(frames) - 1))]


def _key(need: _Need) -> tuple[str, int]:
    """The warmth belongs to the mask, which the frames of a pose share."""
    sprite, level = need
    return (str(sprite.mask if level else sprite.file), level)
