"""Makes the pictures the hand painter copies to the screen: a hand, or its warmth, turned and at the right size."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QTransform

from desktop.domain.body import Side
from desktop.domain.chart import HandSheet, HandSprite
from desktop.domain.frame import HandPose
from desktop.ui.player import warmth
from desktop.ui.player.images import faded, load, scaled, seen_rows
from desktop.ui.skin_tone import AS_DRAWN

STEP_DEGREES: Final = 2.0
"""Between two pictures of a hand that turns. The right hand's lie between the left one's: rarely two in a frame."""
TURNS: Final = round(360 / STEP_DEGREES)
OPACITY: Final = 0.98
"""A hint of the body shows through, so that the hand does not hide what it does."""
MASK_SHRINK: Final = 4
"""Sprite pixels to a pixel of a contact mask."""
_BLEND_DEGREES: Final = 4.0
"""Between two sprites the hand is blended over this many degrees: the light never jumps."""
_BASES: Final = 16


@dataclass(frozen=True, slots=True)
class Need:
    """A picture: the hand itself (`level` 0) or its warmth at a pressure level; `turn` counts steps."""

    pose: str
    side: Side
    grip: int
    turn: int
    level: int

    @property
    def degrees(self) -> float:
        return (self.turn + (0.5 if self.side is Side.RIGHT else 0.0)) * STEP_DEGREES


@dataclass(frozen=True, slots=True)
class HandPicture:
    """`area` is where the picture lies around the contact point, in cm; `scale` the device pixels a cm; `pieces` the
    parts of it (device pixels) outside which nothing is to be seen: a slanting hand fills half of its picture."""

    pixmap: QPixmap
    area: QRectF
    scale: float
    pieces: tuple[QRectF, ...]


@dataclass(frozen=True, slots=True)
class _Base:
    """A sprite's picture not yet turned. `area` in cm around the contact point."""

    image: QImage
    area: QRectF


class HandPictures:
    """Turns sprites into pictures at one scale. The last sprites used are kept: reading one takes 15 ms."""

    def __init__(self, sheet: HandSheet, tone: str = AS_DRAWN) -> None:
        """`tone` is the skin tone of the hands."""
        self._sheet, self._tone = sheet, tone
        self._bases: OrderedDict[tuple[str, int, float], _Base] = OrderedDict()

    def needs(self, hand: HandPose) -> list[Need]:
        """The pictures a hand is painted with: its warmth where it presses, then itself."""
        frames = len(self._sheet.sprites[hand.pose, hand.side][0])
        grip = round(min(max(hand.grip, 0.0), 1.0) * (frames - 1))
        offset = 0.5 if hand.side is Side.RIGHT else 0.0
        turn = round(hand.turn / STEP_DEGREES - offset) % TURNS
        picture = Need(hand.pose, hand.side, grip, turn, 0)
        if warmth.strength(hand) <= 0:
            return [picture]
        return [Need(hand.pose, hand.side, frames - 1, turn, warmth.level(hand.pressure)), picture]

    def make(self, need: Need, scale: float) -> HandPicture:
        """`scale` in device pixels a cm. Raises OSError where a picture cannot be read."""
        turned = [
            (self._base(sprite, need.level, scale), share, difference(need.degrees, sprite.turn))
            for sprite, share in self._sprites(need)
        ]
        area = QRectF()
        for base, _, turn in turned:
            area = area.united(QTransform().rotate(turn).mapRect(base.area))
        size = QSize(round(area.width() * scale) + 1, round(area.height() * scale) + 1)
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for base, share, turn in turned:
            painter.setTransform(QTransform().scale(scale, scale).translate(-area.x(), -area.y()).rotate(turn))
            painter.setOpacity(share)
            painter.drawImage(base.area, base.image, QRectF(base.image.rect()))
        painter.end()
        whole = QRectF(area.topLeft(), QSizeF(size) / scale)
        return HandPicture(QPixmap.fromImage(image), whole, scale, tuple(map(QRectF, seen_rows(image))))

    def _sprites(self, need: Need) -> Sequence[tuple[HandSprite, float]]:
        """The sprite of the nearest turn; close to the middle between two turns both, the second see-through."""
        turns = [frames[need.grip] for frames in self._sheet.sprites[need.pose, need.side]]
        distances = sorted((abs(difference(need.degrees, sprite.turn)), at) for at, sprite in enumerate(turns))
        near, nearest = turns[distances[0][1]], distances[0][0]
        if len(turns) == 1 or distances[1][0] - nearest >= _BLEND_DEGREES:
            return ((near, 1.0),)
        share = 0.5 * (1 - (distances[1][0] - nearest) / _BLEND_DEGREES)
        return ((near, 1.0), (turns[distances[1][1]], share))

    def _base(self, sprite: HandSprite, level: int, scale: float) -> _Base:
        key = (str(sprite.mask), level, 0.0) if level else (str(sprite.file), 0, scale)
        base = self._bases.get(key)
        if base is None:
            base = self._warm_base(sprite, level) if level else self._hand_base(sprite, scale)
            self._bases[key] = base
        self._bases.move_to_end(key)
        while len(self._bases) > _BASES:
            self._bases.popitem(last=False)
        return base

    def _hand_base(self, sprite: HandSprite, scale: float) -> _Base:
        image = load(sprite.file, self._tone)
        factor = scale / self._sheet.px_per_cm
        size = QSize(max(round(image.width() * factor), 1), max(round(image.height() * factor), 1))
        return _Base(scaled(faded(image, OPACITY), size), self._around(sprite, QSizeF(image.size()), QPointF()))

    def _warm_base(self, sprite: HandSprite, level: int) -> _Base:
        """Stays at the mask's own low resolution: it is soft, and is scaled up when it is turned."""
        image, offset = warmth.glow(load(sprite.mask), level, self._sheet.px_per_cm / MASK_SHRINK)
        size, corner = QSizeF(image.size()) * MASK_SHRINK, QPointF(offset) * MASK_SHRINK
        return _Base(image, self._around(sprite, size, corner))

    def _around(self, sprite: HandSprite, size: QSizeF, corner: QPointF) -> QRectF:
        """The area in cm around the contact point of a picture of `size` at `corner` of the sprite, in its pixels."""
        from_contact = corner - QPointF(sprite.contact.x, sprite.contact.y)
        return QRectF(from_contact / self._sheet.px_per_cm, size / self._sheet.px_per_cm)


def difference(a: float, b: float) -> float:
    """How far to turn from `b` to `a` the short way, degrees in [-180, 180)."""
    return (a - b + 180) % 360 - 180
