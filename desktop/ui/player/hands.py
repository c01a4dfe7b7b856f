"""Paints the hands and the warmth beneath them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from desktop.domain.chart import HandSheet
from desktop.domain.frame import HandPose
from desktop.ui.player import warmth
from desktop.ui.player.hand_pictures import STEP_DEGREES, TURNS, HandPicture, HandPictures, Need
from desktop.ui.player.images import pixmap_bytes
from desktop.ui.skin_tone import AS_DRAWN

LIFT_FADE: Final = 0.3
RISE_CM: Final = 0.5
"""How far up a hand rises in the picture when it leaves the skin."""
STOCKED: Final = 0.8
"""How much of the memory may be filled beforehand."""
NEARLY_STEPS: Final = 3
NEARLY_STEPS_GLOW: Final = 7
_GRIPS: Final = (0.0, 0.5, 1.0)
_PRESSURES: Final = (2.0, 4.0, 6.0)
_AROUND: Final = tuple(sign * step * STEP_DEGREES for step in range(1, 9) for sign in (1, -1))


class HandPainter:
    """Draws HandPoses. Each hand is one copy of a picture that is already turned and of the right size:
    turning it anew in each frame takes ten times as long."""

    def __init__(self, sheet: HandSheet, budget: int = 20 * 2**20, tone: str = AS_DRAWN) -> None:
        """`budget` is the memory kept for ready pictures at one device pixel a logical one, in bytes; `tone` the skin
        tone of the hands."""
        self._pictures = HandPictures(sheet, tone)
        self._budget = budget
        self._kept: OrderedDict[Need, HandPicture] = OrderedDict()
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
            for need in self._pictures.needs(hand):
                picture = self._kept.get(need)
                if picture is None or picture.scale != self._scale:
                    self._make(need)
                    return True
        return False

    def stock(self, hands: Sequence[HandPose]) -> bool:
        """Like `prepare` for what these hands may soon do, as far as the memory reaches: close and open, press more
        and less, turn."""
        if self._bytes > STOCKED * self._budget * self._ratio**2:
            return False
        gripping = [replace(hand, grip=grip) for grip in _GRIPS for hand in hands]
        pressing = [replace(hand, lift=0.0, pressure=pressure) for pressure in _PRESSURES for hand in hands]
        turning = [replace(hand, turn=hand.turn + by) for by in _AROUND for hand in hands]
        return self.prepare([*gripping, *pressing, *turning])

    def paint_glow(self, painter: QPainter, hand: HandPose, at: QPointF, px_per_cm: float) -> None:
        """The warmth beneath a hand: wider and redder with pressure, gone when the hand is lifted."""
        needs = self._pictures.needs(hand)
        if len(needs) > 1:
            painter.setOpacity(warmth.strength(hand))
            self._paint(painter, at, px_per_cm, self._picture(needs[0]))
            painter.setOpacity(1.0)

    def paint_hand(self, painter: QPainter, hand: HandPose, at: QPointF, px_per_cm: float) -> None:
        painter.setOpacity(1 - LIFT_FADE * hand.lift)
        risen = at - QPointF(0, RISE_CM * hand.lift * px_per_cm)
        self._paint(painter, risen, px_per_cm, self._picture(self._pictures.needs(hand)[-1]))
        painter.setOpacity(1.0)

    def _paint(self, painter: QPainter, at: QPointF, px_per_cm: float, picture: HandPicture) -> None:
        corner = at + picture.area.topLeft() * px_per_cm
        if picture.scale == px_per_cm * self._ratio:
            self._copy(painter, corner, picture)
        else:
            size = QSizeF(picture.area.size()) * px_per_cm
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(QRectF(corner, size), picture.pixmap, QRectF(picture.pixmap.rect()))

    def _copy(self, painter: QPainter, corner: QPointF, picture: HandPicture) -> None:
        """Copies what is seen of a picture onto whole device pixels: without smoothing it takes half the time."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        x, y = round(corner.x() * self._ratio), round(corner.y() * self._ratio)
        whole = QPointF(x, y)
        for piece in picture.pieces:
            painter.drawPixmap((whole + piece.topLeft()) / self._ratio, picture.pixmap, piece)

    def _picture(self, need: Need) -> HandPicture:
        """The kept picture or one of nearly the same turn, and only then a new one; used ones are given up last."""
        found = next((near for near in _nearly(need) if near in self._kept), None)
        if found is None:
            return self._make(need)
        self._kept.move_to_end(found)
        return self._kept[found]

    def _make(self, need: Need) -> HandPicture:
        picture = self._pictures.make(need, self._scale)
        picture.pixmap.setDevicePixelRatio(self._ratio)
        before = self._kept.pop(need, None)
        self._bytes += pixmap_bytes(picture.pixmap) - (pixmap_bytes(before.pixmap) if before else 0)
        self._kept[need] = picture
        while self._bytes > self._budget * self._ratio**2 and len(self._kept) > 1:
            self._bytes -= pixmap_bytes(self._kept.popitem(last=False)[1].pixmap)
        return picture


def _nearly(need: Need) -> Iterator[Need]:
    """The picture itself, then those turned a little less or more: in a quick turn nobody sees it,
    and in a slow one the right picture is made while nothing else is to be done."""
    yield need
    for step in range(1, (NEARLY_STEPS_GLOW if need.level else NEARLY_STEPS) + 1):
        for turn in (need.turn - step, need.turn + step):
            yield Need(need.pose, need.side, need.grip, turn % TURNS, need.level)
