"""Makes the pictures the hand painter copies to the screen: a hand, or its warmth, turned and at the right size."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QTransform

from desktop.domain.body import Side
from desktop.domain.chart import HandSheet, HandSprite
from desktop.domain.frame import HandPose
from desktop.ui.picture_file import read_picture
from desktop.ui.player import warmth
from desktop.ui.player.images import pixmap_bytes, scaled, seen_rows
from desktop.ui.player.warmth import SHADOW, Touch
from desktop.ui.skin_tone import AS_DRAWN

STEP_DEGREES: Final = 2.0
"""Between two pictures of a hand that turns. The right hand's lie between the left one's: rarely two in a frame."""
WARM_STEPS: Final = 5
"""Steps between two pictures of warmth, which is soft."""
TURNS: Final = round(360 / STEP_DEGREES)
MASK_SHRINK: Final = 4
"""Sprite pixels to a pixel of a contact mask."""
_BLEND_DEGREES: Final = 14.0
"""Between two sprites the hand is blended over this many degrees: the light never jumps."""


@dataclass(frozen=True, slots=True)
class Need:
    """A picture: the hand itself or (`touch`) its warmth; `frame` of the pose, `turn` counts steps."""

    pose: str
    side: Side
    frame: int
    turn: int
    touch: Touch | None = None

    @property
    def degrees(self) -> float:
        return (self.turn + (0.5 if self.side is Side.RIGHT else 0.0)) * STEP_DEGREES


@dataclass(frozen=True, slots=True)
class HandPicture:
    """`pieces` with x and y of their corners from the contact point (device pixels): a slanting hand fills half of the
    square around it, and what is empty is not kept. `area` is that square."""

    pieces: tuple[tuple[int, int, QPixmap], ...]
    area: QRect

    @property
    def bytes(self) -> int:
        return sum(pixmap_bytes(pixmap) for _, _, pixmap in self.pieces)


@dataclass(frozen=True, slots=True)
class Base:
    """A sprite's picture not yet turned. `area` in cm around the contact point."""

    pixmap: QPixmap
    area: QRectF


@dataclass(frozen=True, slots=True)
class Turned:
    """A part of a picture: the base turned by `degrees` about the contact point, as plain as `share` says."""

    base: Base
    degrees: float
    share: float

    @property
    def area(self) -> QRectF:
        return QTransform().rotate(self.degrees).mapRect(self.base.area)

    def paint(self, painter: QPainter) -> None:
        """In centimetres around the contact point."""
        painter.save()
        painter.rotate(self.degrees)
        painter.setOpacity(painter.opacity() * self.share)
        painter.drawPixmap(self.base.area, self.base.pixmap, QRectF(self.base.pixmap.rect()))
        painter.restore()


class HandPictures:
    """Turns sprites into pictures at one scale. The last sprites used are kept: reading one takes 15 ms."""

    def __init__(self, sheet: HandSheet, budget: int, tone: str = AS_DRAWN) -> None:
        """`budget` is the memory kept for sprites, in bytes; `tone` the skin tone of the hands."""
        self._sheet, self._budget, self._tone = sheet, budget, tone
        self._bases: OrderedDict[tuple[HandSprite, Touch | None, float], Base] = OrderedDict()

    def clear(self) -> None:
        """Gives back the memory of the sprites."""
        self._bases.clear()

    def need(self, hand: HandPose) -> Need:
        """The picture of a hand."""
        frames = len(self._sheet.sprites[hand.pose, hand.side][0])
        frame = round(min(max(hand.grip, 0.0), 1.0) * (frames - 1))
        offset = 0.5 if hand.side is Side.RIGHT else 0.0
        return Need(hand.pose, hand.side, frame, round(hand.turn / STEP_DEGREES - offset) % TURNS)

    def warm_needs(self, hand: HandPose) -> list[tuple[Need, float]]:
        """The pictures of its warmth and how much of each shows, none where it does not press."""
        need = self.need(hand)
        turn = round(need.turn / WARM_STEPS) * WARM_STEPS % TURNS
        return [(replace(need, turn=turn, touch=touch), share) for touch, share in warmth.shares(hand).items()]

    def shadow_need(self, hand: HandPose) -> Need:
        """The picture of its shadow."""
        return replace(self.need(hand), touch=SHADOW)

    def make(self, need: Need, scale: float, ratio: float) -> HandPicture:
        """`scale` in device pixels a cm, `ratio` device pixels a logical one. Raises OSError like `turned`."""
        turned = self.turned(need, scale)
        area = QRectF()
        for part in turned:
            area = area.united(part.area)
        corner = QPoint(round(area.left() * scale) - 1, round(area.top() * scale) - 1)
        size = QSize(round(area.width() * scale) + 3, round(area.height() * scale) + 3)
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-corner)
        painter.scale(scale, scale)
        for part in turned:
            part.paint(painter)
        painter.end()
        return HandPicture(_pieces(image, corner, ratio), QRect(corner, size))

    def turned(self, need: Need, scale: float) -> list[Turned]:
        """What a picture consists of. Raises OSError where a file cannot be read."""
        return [
            Turned(self._base(sprite, need.touch, scale), difference(need.degrees, sprite.turn), share)
            for sprite, share in self._sprites(need)
        ]

    def _sprites(self, need: Need) -> Sequence[tuple[HandSprite, float]]:
        """The sprite of the nearest turn; close to the middle between two turns both, the second see-through."""
        turns = [frames[need.frame] for frames in self._sheet.sprites[need.pose, need.side]]
        distances = sorted((abs(difference(need.degrees, sprite.turn)), at) for at, sprite in enumerate(turns))
        near, nearest = turns[distances[0][1]], distances[0][0]
        if len(turns) == 1 or distances[1][0] - nearest >= _BLEND_DEGREES:
            return ((near, 1.0),)
        share = 0.5 * (1 - (distances[1][0] - nearest) / _BLEND_DEGREES)
        return ((near, 1.0), (turns[distances[1][1]], share))

    def _base(self, sprite: HandSprite, touch: Touch | None, scale: float) -> Base:
        key = (sprite, touch, 0.0 if touch else scale)
        if key not in self._bases:
            self._bases[key] = self._soft_base(sprite, touch) if touch else self._hand_base(sprite, scale)
            while len(self._bases) > 1 and sum(pixmap_bytes(b.pixmap) for b in self._bases.values()) > self._budget:
                self._bases.popitem(last=False)
        self._bases.move_to_end(key)
        return self._bases[key]

    def _hand_base(self, sprite: HandSprite, scale: float) -> Base:
        image = _sided(read_picture(sprite.file, self._tone if sprite.skin else AS_DRAWN), sprite)
        factor = scale / self._sheet.px_per_cm
        size = QSize(max(round(image.width() * factor), 1), max(round(image.height() * factor), 1))
        pixmap = QPixmap.fromImage(scaled(image, size))
        return Base(pixmap, self._around(sprite, QSizeF(image.size()), QPointF()))

    def _soft_base(self, sprite: HandSprite, touch: Touch) -> Base:
        """Stays at the mask's own low resolution: it is soft, and is scaled up when it is turned."""
        px_per_cm = self._sheet.px_per_cm / MASK_SHRINK
        if touch is SHADOW:
            image, offset = warmth.shadow(_sided(_shrunk(sprite.file), sprite), px_per_cm)
        else:
            image, offset = warmth.picture(_sided(read_picture(sprite.mask), sprite), touch, px_per_cm)
        size, corner = QSizeF(image.size()) * MASK_SHRINK, QPointF(offset) * MASK_SHRINK
        return Base(QPixmap.fromImage(image), self._around(sprite, size, corner))

    def _around(self, sprite: HandSprite, size: QSizeF, corner: QPointF) -> QRectF:
        """The area in cm around the contact point of a picture of `size` at `corner` of the sprite, in its pixels."""
        from_contact = corner - QPointF(sprite.contact.x, sprite.contact.y)
        return QRectF(from_contact / self._sheet.px_per_cm, size / self._sheet.px_per_cm)


def _shrunk(file: Path) -> QImage:
    image = read_picture(file)
    return scaled(image, image.size() / MASK_SHRINK)


def _sided(image: QImage, sprite: HandSprite) -> QImage:
    return image.flipped(Qt.Orientation.Horizontal) if sprite.mirrored else image


def _pieces(image: QImage, corner: QPoint, ratio: float) -> tuple[tuple[int, int, QPixmap], ...]:
    pieces = []
    for row in seen_rows(image):
        pixmap = QPixmap.fromImage(image.copy(row))
        pixmap.setDevicePixelRatio(ratio)
        pieces.append((corner.x() + row.x(), corner.y() + row.y(), pixmap))
    return tuple(pieces)


def difference(a: float, b: float) -> float:
    """How far to turn from `b` to `a` the short way, degrees in [-180, 180)."""
    return (a - b + 180) % 360 - 180
