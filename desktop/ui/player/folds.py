"""A fold of skin: a lit ridge with soft shadow beside it, in tones that go with any skin and with the muscles."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, copysign, cos, exp, pi, radians, sin
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPixmap, QTransform

from desktop.domain.easing import smooth
from desktop.domain.frame import Fold
from desktop.ui.camera import Camera
from desktop.ui.player.images import mixed, pixmap_bytes, see_through
from desktop.ui.skin_tone import swatch
from desktop.ui.theme import Theme

TURN, STEP = 4, 4
"""Turns are told apart by so many degrees, lengths and widths by so many device pixels."""
SPREAD: Final = 2.3
"""How far the shadow beside the ridge reaches, half widths."""
SHADOW, LIGHT = QColor(58, 22, 12), QColor(255, 240, 220)
TONED: Final = 0.45
"""How much of the skin's own colour is in the light on a ridge: white alone would look like ash on deep skin."""
FLAT: Final = 0.04
"""A ridge lower than this is not seen."""
_STOPS: Final = 24


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a kept picture shows, in the units above."""

    length: int
    width: int
    turn: int
    tone: str


class FoldPainter:
    """Draws Folds over the body; pictures are kept by size and turn, and fainter for a lower ridge."""

    def __init__(self, camera: Camera, theme: Theme, budget: int = 3 * 2**20) -> None:
        """`budget` is the memory for kept pictures at one device pixel a logical one, in bytes."""
        self._camera = camera
        self._theme = theme
        self._budget = budget
        self._kept: OrderedDict[_Shape, QPixmap] = OrderedDict()

    def paint(self, painter: QPainter, folds: Sequence[Fold], ratio: float) -> list[QRect]:
        """Returns where folds were painted, in device pixels."""
        painted = []
        for fold in folds:
            if fold.height >= FLAT:
                pixmap = self._picture(fold, ratio)
                at = self._camera.to_widget(fold.at) * ratio
                corner = QPoint(round(at.x() - pixmap.width() / 2), round(at.y() - pixmap.height() / 2))
                painter.setOpacity(min(fold.height, 1.0))
                painter.drawPixmap(QPointF(corner) / ratio, pixmap)
                painted.append(QRect(corner, pixmap.size()))
        painter.setOpacity(1.0)
        return painted

    def prepare(self, folds: Sequence[Fold], ratio: float) -> bool:
        """Makes at most one picture that these folds need. Returns whether there was one to make."""
        missing = [fold for fold in folds if self._shape(fold, ratio) not in self._kept]
        if missing:
            self._picture(missing[0], ratio)
        return bool(missing)

    def clear(self) -> None:
        self._kept.clear()

    def _shape(self, fold: Fold, ratio: float) -> _Shape:
        step = self._camera.scale * ratio / STEP
        length, width = (max(round(size * step), 2) for size in (fold.length, fold.width))
        return _Shape(length, width, round(fold.turn / TURN) % (180 // TURN), self._theme.skin_tone)

    def _picture(self, fold: Fold, ratio: float) -> QPixmap:
        shape = self._shape(fold, ratio)
        if shape not in self._kept:
            self._kept[shape] = _draw(shape)
            while sum(map(pixmap_bytes, self._kept.values())) > self._budget * ratio**2 and len(self._kept) > 1:
                self._kept.popitem(last=False)
        self._kept[shape].setDevicePixelRatio(ratio)
        self._kept.move_to_end(shape)
        return self._kept[shape]


def shading(across: float, lit: float) -> float:
    """How light (above 0) or dark (below) the skin is `across` half widths from the ridge. `lit` says which flank the
    light from the top of the picture falls on: 1 the one at positive distances, -1 the other, 0 both alike."""
    flank = lit * sin(pi * across) if abs(across) < 1 else 0.0
    crest = 0.25 * (1 + cos(pi * across)) ** 2 if abs(across) < 1 else 0.0
    towards = across * copysign(1, lit)
    foot = 0.42 * exp(-(((abs(across) - 1.1) / 0.42) ** 2)) * (1 - 0.7 * max(min(towards * abs(lit), 1.0), 0.0))
    cast = 0.6 * abs(lit) * exp(-(((towards + 1.25) / 0.5) ** 2))
    return 0.7 * flank + 0.6 * crest - foot - cast


def _draw(shape: _Shape) -> QPixmap:
    """The ridge drawn upright, then turned."""
    upright = _upright(shape)
    turn = QTransform().rotate(shape.turn * TURN)
    around = turn.mapRect(QRectF(upright.rect())).size()
    pixmap = QPixmap(ceil(around.width()) + 2, ceil(around.height()) + 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(pixmap.width() / 2, pixmap.height() / 2)
    painter.setTransform(turn, combine=True)
    painter.drawImage(QPointF(-upright.width() / 2, -upright.height() / 2), upright)
    painter.end()
    return pixmap


def _upright(shape: _Shape) -> QImage:
    """The shading across the ridge, row by row: narrower and fainter towards the ends."""
    across, along = 0.5 * SPREAD * shape.width * STEP, round(1.25 * shape.length * STEP)
    image = QImage(ceil(2 * across), along, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    slope = QBrush(_slope(-sin(radians(shape.turn * TURN)), shape.tone))
    painter = QPainter(image)
    for row in range(along):
        rest = 1 - ((2 * row + 1) / along - 1) ** 2
        painter.setOpacity(smooth(rest))
        painter.setTransform(QTransform(across * (0.25 + 0.75 * rest), 0, 0, 1, across, row))
        painter.fillRect(QRectF(-1, 0, 2, 1), slope)
    painter.end()
    return image


def _slope(lit: float, tone: str) -> QLinearGradient:
    bright = mixed(LIGHT, swatch(tone)[0], TONED)
    slope = QLinearGradient(-1, 0, 1, 0)
    for stop in range(_STOPS + 1):
        light = shading(SPREAD * (2 * stop / _STOPS - 1), lit)
        slope.setColorAt(stop / _STOPS, see_through(bright if light > 0 else SHADOW, min(0.6 * abs(light), 1.0)))
    return slope
