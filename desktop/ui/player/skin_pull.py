"""Skin that is carried along by a hand: the body's own picture, cut into soft discs that lie one on the other and are
each pushed a little further than the one below."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sqrt
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QRadialGradient

from desktop.domain.frame import SkinPull
from desktop.ui.body_view import BodyPainter
from desktop.ui.camera import Camera
from desktop.ui.player.images import pixmap_bytes

CARRIED: Final = 0.22
"""The share of the reach within which the skin follows fully: what lies under the finger."""
DISCS: Final = ((6, 4), (14, 7), (26, 11), (1000, 14))
"""How many discs it takes for a pull of up to so many logical pixels: two that differ little cannot be told apart."""
UNSEEN: Final = 1.5
"""Places are the same while the skin between them differs by less, logical pixels."""
_LEAST_HOLE: Final = 64
_SHAPES: Final = 6

_Piece = tuple[QPoint, QPixmap]


@dataclass(frozen=True, slots=True)
class _Shape:
    """Reach and number of the discs, and the grid on which their places lie (device pixels)."""

    reach: int
    count: int
    grid: int


@dataclass(frozen=True, slots=True)
class _Disc:
    """Its pieces with the places of their corners at rest (device pixels), and how much of the pull it follows.
    What the discs above cover at all times is left out."""

    pieces: tuple[_Piece, ...]
    share: float


@dataclass(frozen=True, slots=True)
class _Edge:
    """A disc's shape: solid within `inner`, gone at `outer`, and `hole` half the side of what is covered."""

    outer: float
    inner: float
    hole: int


class SkinPainter:
    """Draws SkinPulls over the body. The discs of a place are kept until the body's picture changes."""

    def __init__(self, camera: Camera, budget: int = 8 * 2**20) -> None:
        """`budget` is the memory for kept discs at one device pixel a logical one, in bytes."""
        self._camera = camera
        self._budget = budget
        self._places: OrderedDict[tuple[int, int, _Shape], list[_Disc]] = OrderedDict()
        self._masks: OrderedDict[_Shape, list[tuple[_Edge, QImage]]] = OrderedDict()
        self._shown: tuple[object, ...] = ()

    def paint(self, painter: QPainter, pulls: Sequence[SkinPull], body: BodyPainter, ratio: float) -> None:
        """Over the body just painted. `ratio` device pixels a logical one."""
        if body.shown != self._shown:
            self._places.clear()
            self._shown = body.shown
        for pull in pulls:
            by = QPointF(*pull.by) * self._camera.scale * ratio
            if by.manhattanLength() >= 1:
                self._push(painter, self._discs(pull, body, ratio), by, ratio)

    def prepare(self, pulls: Sequence[SkinPull], ratio: float) -> bool:
        """Makes the masks of at most one of these pulls. Returns whether there were any to make."""
        for pull in pulls:
            shape = self._shape(pull, ratio)
            if shape not in self._masks:
                self._edged(shape, ratio)
                return True
        return False

    def clear(self) -> None:
        self._places.clear()
        self._masks.clear()

    def _push(self, painter: QPainter, discs: Sequence[_Disc], by: QPointF, ratio: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for disc in discs:
            shift = QPoint(round(by.x() * disc.share), round(by.y() * disc.share))
            for corner, pixmap in disc.pieces:
                painter.drawPixmap(QPointF(corner + shift) / ratio, pixmap)

    def _shape(self, pull: SkinPull, ratio: float) -> _Shape:
        length = hypot(*pull.by) * self._camera.scale
        most, count = next(step for step in DISCS if length <= step[0])
        reach = max(round(pull.reach * self._camera.scale * ratio), 1)
        return _Shape(reach, count, max(round(UNSEEN * reach / most), 1))

    def _discs(self, pull: SkinPull, body: BodyPainter, ratio: float) -> list[_Disc]:
        shape, at = self._shape(pull, ratio), self._camera.to_widget(pull.at) * ratio
        key = (round(at.x() / shape.grid), round(at.y() / shape.grid), shape)
        if key not in self._places:
            self._places[key] = self._cut(QPoint(key[0], key[1]) * shape.grid, shape, body, ratio)
            self._keep_within(self._budget * ratio**2)
        self._places.move_to_end(key)
        return self._places[key]

    def _edged(self, shape: _Shape, ratio: float) -> list[tuple[_Edge, QImage]]:
        if shape not in self._masks:
            self._masks[shape] = [(edge, _mask(edge, ratio)) for edge in _edges(shape)]
            while len(self._masks) > _SHAPES:
                self._masks.popitem(last=False)
        self._masks.move_to_end(shape)
        return self._masks[shape]

    def _cut(self, at: QPoint, shape: _Shape, body: BodyPainter, ratio: float) -> list[_Disc]:
        """The discs about `at`, in device pixels."""
        picture = body.stage
        if picture is None:
            return []
        return [
            _Disc(_pieces(picture, mask, at, edge.hole), followed(edge.inner / shape.reach))
            for edge, mask in self._edged(shape, ratio)
        ]

    def _keep_within(self, limit: float) -> None:
        sizes = {key: sum(map(_bytes, discs)) for key, discs in self._places.items()}
        while len(self._places) > 1 and sum(sizes.values()) > limit:
            del sizes[self._places.popitem(last=False)[0]]


def followed(distance: float) -> float:
    """How much of the pull the skin follows at a distance from its middle, a share of the reach."""
    beyond = min(max((distance - CARRIED) / (1 - CARRIED), 0.0), 1.0)
    return 0.5 + 0.5 * cos(pi * beyond)


def _edges(shape: _Shape) -> list[_Edge]:
    """The discs of a pull, from the outermost inwards."""
    width = shape.reach * (1 - CARRIED) / shape.count
    radii = [shape.reach - width * number for number in range(shape.count)]
    holes = [max(int((radius - 3 * width) / sqrt(2)), 0) for radius in radii[:-1]] + [0]
    return [_Edge(r, r - width, hole if hole >= _LEAST_HOLE else 0) for r, hole in zip(radii, holes, strict=True)]


def _mask(edge: _Edge, ratio: float) -> QImage:
    side = 2 * round(edge.outer) + 2
    mask = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    mask.fill(Qt.GlobalColor.transparent)
    fade = QRadialGradient(side / 2, side / 2, edge.outer)
    fade.setColorAt(0, Qt.GlobalColor.black)
    fade.setColorAt(edge.inner / edge.outer, Qt.GlobalColor.black)
    fade.setColorAt(1, Qt.GlobalColor.transparent)
    painter = QPainter(mask)
    painter.fillRect(QRectF(mask.rect()), fade)
    painter.end()
    mask.setDevicePixelRatio(ratio)
    return mask


def _pieces(picture: QPixmap, mask: QImage, at: QPoint, hole: int) -> tuple[_Piece, ...]:
    """A disc of the picture about `at`, in four pieces around its hole where it has one."""
    whole = mask.rect()
    corner = at - QPoint(mask.width() // 2, mask.height() // 2)
    low, high = mask.width() // 2 - hole, mask.width() // 2 + hole
    parts = (
        [whole]
        if not hole
        else [
            QRect(0, 0, whole.width(), low),
            QRect(0, low, low, high - low),
            QRect(high, low, whole.width() - high, high - low),
            QRect(0, high, whole.width(), whole.height() - high),
        ]
    )
    seen = [part.translated(corner).intersected(picture.rect()) for part in parts]
    cut = [(part.topLeft(), _cut_out(picture, part, mask, corner)) for part in seen if not part.isEmpty()]
    return tuple((place, QPixmap.fromImage(image)) for place, image in cut)


def _bytes(disc: _Disc) -> int:
    return sum(pixmap_bytes(pixmap) for _, pixmap in disc.pieces)


def _cut_out(picture: QPixmap, part: QRect, mask: QImage, mask_corner: QPoint) -> QImage:
    """A part of the picture as far as the mask, which lies with its corner there, is solid."""
    cut = QImage(part.size(), QImage.Format.Format_ARGB32_Premultiplied)
    cut.setDevicePixelRatio(picture.devicePixelRatio())
    painter = QPainter(cut)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawPixmap(QPoint(), picture, part)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawImage(QPoint(), mask, part.translated(-mask_corner))
    painter.end()
    return cut
