"""Paints the body while it moves itself: the pictures of a move, blended from one to the next."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from desktop.domain.chart import Atlas, MoveSheet
from desktop.domain.frame import Move
from desktop.ui.body_view import PictureShelf
from desktop.ui.camera import Camera
from desktop.ui.ground import paint_ground
from desktop.ui.theme import Theme


class MovePainter:
    """Draws a Move over the whole stage. Its pictures are kept at the size of the stage until the camera moves."""

    def __init__(self, atlas: Atlas, theme: Theme, camera: Camera) -> None:
        self._atlas = atlas
        self._theme = theme
        self._camera = camera
        self._kept: dict[int, QPixmap] = {}
        self._key: tuple[object, ...] = ()

    def clear(self) -> None:
        self._kept.clear()
        self._key = ()

    def sheet(self, view: str, move: Move | None) -> MoveSheet | None:
        """The pictures of a move where it is drawn in this view; elsewhere the body stays at rest."""
        found = self._atlas.move(move.name) if move else None
        return found if found and found.view == view else None

    def paint(self, painter: QPainter, sheet: MoveSheet, move: Move, size: QSize, ratio: float) -> None:
        """Raises OSError where a picture cannot be read."""
        self._keep_fresh(move.name, size, ratio)
        before, share = nearest(sheet, move.amount)
        painter.drawPixmap(0, 0, self._picture(sheet, before, size, ratio))
        if share > 0.02:
            painter.setOpacity(share)
            painter.drawPixmap(0, 0, self._picture(sheet, before + 1, size, ratio))
            painter.setOpacity(1.0)

    def _keep_fresh(self, name: str, size: QSize, ratio: float) -> None:
        origin = self._camera.origin
        place = (size.width(), size.height(), ratio, self._camera.scale, origin.x(), origin.y())
        key = (name, place, self._theme.palette.dark)
        if key != self._key:
            self._kept.clear()
            self._key = key

    def _picture(self, sheet: MoveSheet, frame: int, size: QSize, ratio: float) -> QPixmap:
        if frame not in self._kept:
            self._kept[frame] = self._compose(sheet, frame, size, ratio)
        return self._kept[frame]

    def _compose(self, sheet: MoveSheet, frame: int, size: QSize, ratio: float) -> QPixmap:
        composed = QPixmap(QSize(round(size.width() * ratio), round(size.height() * ratio)))
        composed.setDevicePixelRatio(ratio)
        scale, origin = self._camera.scale, self._camera.origin
        picture = PictureShelf().get(sheet.picture(frame, 2 if scale * ratio > 1.1 else 1))
        width, height = self._atlas.chart(sheet.view).size
        painter = QPainter(composed)
        paint_ground(painter, QRectF(0, 0, size.width(), size.height()), self._theme.palette)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        corner = QPointF(origin.x() + width * scale, origin.y() + height * scale)
        painter.drawPixmap(QRectF(origin, corner), picture, QRectF(picture.rect()))
        painter.end()
        return composed


def nearest(sheet: MoveSheet, amount: float) -> tuple[int, float]:
    """The picture before `amount` and how far on the way to the next one it is, 0 to 1."""
    amounts = sheet.amounts
    before = min(max(bisect_right(amounts, amount) - 1, 0), len(amounts) - 2)
    share = (amount - amounts[before]) / (amounts[before + 1] - amounts[before])
    return before, min(max(share, 0.0), 1.0)
