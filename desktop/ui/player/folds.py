"""A fold of skin: a lit ridge with soft shadow beside it, in tones that go with any skin and with the muscles."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, exp, hypot, pi, radians, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPixmap, QTransform

from desktop.domain.easing import smooth
from desktop.domain.frame import Fold
from desktop.ui.camera import Camera
from desktop.ui.player.images import pixmap_bytes, see_through

LEVELS: Final = 10
"""Heights that are told apart; a turn is told apart by `TURN` degrees and a length by `STEP` device pixels."""
TURN: Final = 4
STEP: Final = 4
SPREAD: Final = 2.3
"""How far the shadow beside the ridge reaches, half widths."""
SHADOW, LIT = QColor(58, 22, 12), QColor(255, 236, 214)
_STOPS: Final = 24


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a kept picture shows, in the units above."""

    length: int
    width: int
    turn: int
    level: int


class FoldPainter:
    """Draws Folds over the body; pictures are kept by size, turn and height."""

    def __init__(self, camera: Camera, budget: int = 3 * 2**20) -> None:
        """`budget` is the memory for kept pictures at one device pixel a logical one, in bytes."""
        self._camera = camera
        self._budget = budget
        self._kept: OrderedDict[_Shape, QPixmap] = OrderedDict()

    def paint(self, painter: QPainter, folds: Sequence[Fold], ratio: float) -> None:
        for fold in folds:
            level = round(min(max(fold.height, 0.0), 1.0) * LEVELS)
            if level:
                pixmap = self._picture(fold, level, ratio)
                at = self._camera.to_widget(fold.at) * ratio
                corner = QPointF(round(at.x() - pixmap.width() / 2), round(at.y() - pixmap.height() / 2))
                painter.drawPixmap(corner / ratio, pixmap)

    def clear(self) -> None:
        self._kept.clear()

    def _picture(self, fold: Fold, level: int, ratio: float) -> QPixmap:
        step = self._camera.scale * ratio / STEP
        length, width = (max(round(size * step), 2) for size in (fold.length, fold.width))
        shape = _Shape(length, width, round(fold.turn / TURN) % (180 // TURN), level)
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
    towards = across * lit
    foot = 0.42 * exp(-(((abs(across) - 1.1) / 0.42) ** 2)) * (1 - 0.7 * max(min(towards, 1.0), 0.0))
    cast = 0.6 * abs(lit) * exp(-(((towards + 1.25) / 0.5) ** 2))
    return 0.7 * flank + 0.6 * crest - foot - cast


def _draw(shape: _Shape) -> QPixmap:
    """The ridge drawn upright, then turned."""
    upright = _upright(shape)
    side = ceil(hypot(upright.width(), upright.height())) + 2
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(side / 2, side / 2)
    painter.rotate(shape.turn * TURN)
    painter.drawImage(QPointF(-upright.width() / 2, -upright.height() / 2), upright)
    painter.end()
    return pixmap


def _upright(shape: _Shape) -> QImage:
    """The shading across the ridge, row by row: narrower and fainter towards the ends."""
    across, along = 0.5 * SPREAD * shape.width * STEP, round(1.25 * shape.length * STEP)
    image = QImage(ceil(2 * across), along, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    slope = QBrush(_slope(-sin(radians(shape.turn * TURN)), shape.level / LEVELS))
    painter = QPainter(image)
    for row in range(along):
        rest = 1 - ((2 * row + 1) / along - 1) ** 2
        painter.setOpacity(smooth(rest))
        painter.setTransform(QTransform(across * (0.25 + 0.75 * rest), 0, 0, 1, across, row))
        painter.fillRect(QRectF(-1, 0, 2, 1), slope)
    painter.end()
    return image


def _slope(lit: float, high: float) -> QLinearGradient:
    slope = QLinearGradient(-1, 0, 1, 0)
    for stop in range(_STOPS + 1):
        light = shading(SPREAD * (2 * stop / _STOPS - 1), lit) * high
        colour = see_through(LIT, min(0.5 * light, 1.0)) if light > 0 else see_through(SHADOW, min(-0.6 * light, 1.0))
        slope.setColorAt(stop / _STOPS, colour)
    return slope
