"""Paints the hands and the warmth beneath them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from desktop.domain.chart import HandSheet
from desktop.domain.frame import HandPose
from desktop.ui.player.hand_pictures import TURNS, HandPicture, HandPictures, Need
from desktop.ui.skin_tone import AS_DRAWN

LIFT_FADE: Final = 0.3
RISE_CM: Final = 0.5
"""How far up a hand rises in the picture when it leaves the skin."""
ECHO: Final = 0.3
"""How plain the ghosts of a trembling hand are."""
NEARLY_STEPS: Final = 3
_STILL: Final = QPointF()


class HandPainter:
    """Draws HandPoses. Each hand is copied from a picture that is already turned and of the right size:
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
            for need in (*(need for need, _ in self._pictures.warm_needs(hand)), self._pictures.need(hand)):
                picture = self._kept.get(need)
                if picture is None or picture.scale != self._scale:
                    self._make(need)
                    return True
        return False

    def paint_glow(self, painter: QPainter, hand: HandPose, at: QPointF, px_per_cm: float) -> None:
        """The warmth beneath a hand: redder and deeper with pressure, gone when the hand is lifted."""
        for need, share in self._pictures.warm_needs(hand):
            painter.setOpacity(share)
            self._paint(painter, at, px_per_cm, self._picture(need))
        painter.setOpacity(1.0)

    def paint_hand(
        self, painter: QPainter, hand: HandPose, at: QPointF, px_per_cm: float, swing: QPointF = _STILL
    ) -> None:
        """A hand over the ghosts of where it trembles to, `swing` to either side. All in logical pixels."""
        picture = self._picture(self._pictures.need(hand))
        opacity = 1 - LIFT_FADE * hand.lift
        risen = at - QPointF(0, RISE_CM * hand.lift * px_per_cm)
        if not swing.isNull():
            painter.setOpacity(ECHO * opacity)
            for ghost in (risen + swing, risen - swing):
                self._paint(painter, ghost, px_per_cm, picture)
        painter.setOpacity(opacity)
        self._paint(painter, risen, px_per_cm, picture)
        painter.setOpacity(1.0)

    def _paint(self, painter: QPainter, at: QPointF, px_per_cm: float, picture: HandPicture) -> None:
        if picture.scale != px_per_cm * self._ratio:
            self._stretch(painter, at, px_per_cm * self._ratio / picture.scale, picture)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)  # whole pixels: half the time
        x, y = round(at.x() * self._ratio), round(at.y() * self._ratio)
        for corner, pixmap in picture.pieces:
            painter.drawPixmap(QPointF(x + corner.x(), y + corner.y()) / self._ratio, pixmap)

    def _stretch(self, painter: QPainter, at: QPointF, factor: float, picture: HandPicture) -> None:
        """A picture made for another zoom, while the camera is on its way."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(at)
        painter.scale(factor, factor)
        for corner, pixmap in picture.pieces:
            painter.drawPixmap(QPointF(corner) / self._ratio, pixmap)
        painter.restore()

    def _picture(self, need: Need) -> HandPicture:
        """The kept picture or one of nearly the same turn, and only then a new one; used ones are given up last."""
        found = next((near for near in _nearly(need) if near in self._kept), None)
        if found is None:
            return self._make(need)
        self._kept.move_to_end(found)
        return self._kept[found]

    def _make(self, need: Need) -> HandPicture:
        picture = self._pictures.make(need, self._scale, self._ratio)
        before = self._kept.pop(need, None)
        self._bytes += picture.bytes - (before.bytes if before else 0)
        self._kept[need] = picture
        while self._bytes > self._budget * self._ratio**2 and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].bytes
        return picture


def _nearly(need: Need) -> Iterator[Need]:
    """The picture itself, then those turned a little less or more: in a quick turn nobody sees it,
    and in a slow one the right picture is made while nothing else is to be done."""
    yield need
    for step in range(1, NEARLY_STEPS + 1):
        for turn in (need.turn - step, need.turn + step):
            yield replace(need, turn=turn % TURNS)
