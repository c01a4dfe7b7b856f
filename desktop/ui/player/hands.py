"""Paints the hands and the warmth beneath them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QTransform

from desktop.domain.chart import HandSheet
from desktop.domain.frame import HandPose
from desktop.ui.player import warmth
from desktop.ui.player.hand_pictures import HandPicture, HandPictures, Need
from desktop.ui.skin_tone import AS_DRAWN

AWAY_FADE: Final = 0.3
"""How much paler a hand is that is still to come or has gone; one that only changes its place stays as it is."""
RISE_CM, DROP_CM = 0.8, 1.4
"""How far up a hand rises in the picture when it leaves the skin, and how far down its shadow falls."""
ECHO: Final = 0.3
"""How plain the ghosts of a trembling hand are."""
LATELY: Final = 1200
"""Hands painted, ten seconds of them: a picture used since then is not given up for another."""
SPRITES: Final = 0.35
"""The share of the memory that is kept for sprites not yet turned."""
SEEN_THROUGH: Final = {"roller": 0.7}
"""How plain a tool is that hides the place it works on."""
LIFTED: Final = 0.03
"""A hand further away than this throws a shadow."""
_STILL: Final = QPointF()


class HandPainter:
    """Draws HandPoses. Each hand is copied from a picture that is already turned and of the right size, where there is
    one: turning it in the frame takes ten times as long."""

    def __init__(self, sheet: HandSheet, budget: int = 44 * 2**20, tone: str = AS_DRAWN) -> None:
        """`budget` is the memory kept at one device pixel a logical one, in bytes; `tone` the hands' skin tone."""
        self._pictures = HandPictures(sheet, round(SPRITES * budget), tone)
        self._budget = (1 - SPRITES) * budget
        self._kept: OrderedDict[Need, HandPicture] = OrderedDict()
        self._used: dict[Need, int] = {}
        self._bytes = self._paintings = 0
        self._scale = sheet.px_per_cm
        self._ratio = 1.0

    def set_scale(self, px_per_cm: float, ratio: float) -> None:
        """The zoom to make pictures for; those for another one are given up. `px_per_cm` in logical pixels; `ratio`
        device pixels a logical one."""
        if (px_per_cm * ratio, ratio) != (self._scale, self._ratio):
            self._scale, self._ratio = px_per_cm * ratio, ratio
            self._pictures.clear()
            self._kept.clear()
            self._used.clear()
            self._bytes = 0

    def prepare(self, hands: Sequence[HandPose]) -> bool:
        """Makes at most one picture that these hands need and that is not there, as far as the memory reaches.

        Returns whether there was one to make."""
        for hand in hands:
            for need in self._needs(hand):
                if need not in self._kept and self._has_room():
                    self._make(need)
                    return True
        return False

    def _needs(self, hand: HandPose) -> list[Need]:
        shadow = [self._pictures.shadow_need(hand)] if hand.lift >= LIFTED else []
        return [*(need for need, _ in self._pictures.warm_needs(hand)), *shadow, self._pictures.need(hand)]

    def paint_below(self, painter: QPainter, hand: HandPose, at: QPointF, px_per_cm: float) -> QRect:
        """What lies below a hand: warmth, redder and deeper with pressure, and its shadow when it is lifted.

        Returns where it was painted, in device pixels."""
        painted = QRect()
        for need, share in self._pictures.warm_needs(hand):
            painter.setOpacity(share)
            painted = painted.united(self._paint(painter, at, px_per_cm, need))
        if hand.lift >= LIFTED:
            painter.setOpacity(warmth.shade(hand.lift))
            below = at + QPointF(0, DROP_CM * hand.lift * px_per_cm)
            painted = painted.united(self._paint(painter, below, px_per_cm, self._pictures.shadow_need(hand)))
        painter.setOpacity(1.0)
        return painted

    def paint_hand(
        self, painter: QPainter, hand: HandPose, at: QPointF, px_per_cm: float, swing: QPointF = _STILL
    ) -> QRect:
        """A hand over the ghosts of where it trembles to, `swing` to either side. All in logical pixels.

        Returns where the hand itself was painted, in device pixels."""
        self._paintings += 1
        need = self._pictures.need(hand)
        opacity = (1 - AWAY_FADE * hand.away**4) * SEEN_THROUGH.get(hand.pose, 1.0)
        risen = at - QPointF(0, RISE_CM * hand.lift * px_per_cm)
        if not swing.isNull():
            painter.setOpacity(ECHO * opacity)
            for ghost in (risen + swing, risen - swing):
                self._paint(painter, ghost, px_per_cm, need)
        painter.setOpacity(opacity)
        painted = self._paint(painter, risen, px_per_cm, need)
        painter.setOpacity(1.0)
        return painted

    def _paint(self, painter: QPainter, at: QPointF, px_per_cm: float, need: Need) -> QRect:
        picture = self._kept.get(need)
        if picture is None or self._scale != px_per_cm * self._ratio:
            return self._turn(painter, at, px_per_cm, need)
        self._used[need] = self._paintings
        self._kept.move_to_end(need)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)  # whole pixels: half the time
        ratio = self._ratio
        x, y = round(at.x() * ratio), round(at.y() * ratio)
        for dx, dy, pixmap in picture.pieces:
            painter.drawPixmap(QPointF((x + dx) / ratio, (y + dy) / ratio), pixmap)
        return picture.area.translated(x, y)

    def _turn(self, painter: QPainter, at: QPointF, px_per_cm: float, need: Need) -> QRect:
        """Without a picture made for it: while the camera is on its way, or the hand has just come."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(at)
        painter.scale(px_per_cm, px_per_cm)
        area = QRectF()
        for part in self._pictures.turned(need, self._scale):
            part.paint(painter)
            area = area.united(part.area)
        painter.restore()
        scaled = QTransform().translate(at.x() * self._ratio, at.y() * self._ratio)
        return scaled.scale(px_per_cm * self._ratio, px_per_cm * self._ratio).mapRect(area).toAlignedRect()

    def _has_room(self) -> bool:
        """Gives up pictures that were not used lately until there is room for another one, if they suffice."""
        while self._bytes > self._budget * self._ratio**2:
            oldest = next(iter(self._kept))
            if self._paintings - self._used[oldest] < LATELY:
                return False
            self._bytes -= self._kept.pop(oldest).bytes
            del self._used[oldest]
        return True

    def _make(self, need: Need) -> None:
        picture = self._pictures.make(need, self._scale, self._ratio)
        self._kept[need], self._used[need] = picture, self._paintings
        self._bytes += picture.bytes
