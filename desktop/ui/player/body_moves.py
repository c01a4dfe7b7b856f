"""Paints the body while it moves itself: the pictures of a move, blended from one to the next."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from desktop.domain.chart import Atlas, MoveSheet
from desktop.domain.frame import Move
from desktop.ui.camera import Camera
from desktop.ui.ground import paint_ground
from desktop.ui.player.images import load
from desktop.ui.player.sticker import Sticker, sticker
from desktop.ui.theme import Palette, Theme

ALONE = 0.98
"""A picture that makes up this much of a blend is painted alone."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A move on a stage: its pictures, and the camera and theme they are drawn for."""

    name: str
    sheet: MoveSheet
    stage: QRectF
    ratio: float
    scale: float
    origin: QPointF
    palette: Palette


class MovePainter:
    """Draws a Move over the resting body: only the part that the move changes, kept until the camera moves."""

    def __init__(self, atlas: Atlas, theme: Theme, camera: Camera) -> None:
        self._atlas = atlas
        self._theme = theme
        self._camera = camera
        self._kept: dict[int, Sticker] = {}
        self._shown: _Shown | None = None

    def clear(self) -> None:
        self._kept.clear()
        self._shown = None

    def paint(self, painter: QPainter, view: str, move: Move, stage: QRectF, ratio: float) -> None:
        """Paints nothing where the move is not drawn in this view. Raises OSError for a picture it cannot read."""
        sheet = self._atlas.move(move.name, view)
        if sheet is None:
            return
        shown = _Shown(move.name, sheet, stage, ratio, self._camera.scale, self._camera.origin, self._theme.palette)
        if shown != self._shown:
            self._kept.clear()
            self._shown = shown
        before, share = nearest(sheet, move.amount)
        if share < ALONE:
            self._picture(shown, before).paint(painter)
        if share > 1 - ALONE:
            painter.setOpacity(share if share < ALONE else 1.0)
            self._picture(shown, before + 1).paint(painter)
            painter.setOpacity(1.0)

    def stock(self) -> bool:
        """Makes at most one more picture of the move that is shown. Returns whether there was one to make."""
        if self._shown is None:
            return False
        missing = [frame for frame in range(len(self._shown.sheet.amounts)) if frame not in self._kept]
        if missing:
            self._picture(self._shown, missing[0])
        return bool(missing)

    def _picture(self, shown: _Shown, frame: int) -> Sticker:
        if frame not in self._kept:
            part = self._camera.transform.mapRect(QRectF(*shown.sheet.crop)).intersected(shown.stage)
            draw = partial(_draw, shown=shown, picture=self._load(shown, frame))
            self._kept[frame] = sticker(part, shown.ratio, draw, shown.palette.ground)
        return self._kept[frame]

    def _load(self, shown: _Shown, frame: int) -> QImage:
        """What the crop shows in a frame."""
        file = shown.sheet.picture(frame)
        if file is not None:
            return load(file)
        still = self._atlas.picture("skin", shown.sheet.view, 2)
        if still is None:
            raise FileNotFoundError(f"{shown.sheet.view} has no skin picture")
        left, top, width, height = (2 * side for side in shown.sheet.crop)
        return load(still).copy(left, top, width, height)


def _draw(painter: QPainter, shown: _Shown, picture: QImage) -> None:
    paint_ground(painter, shown.stage, shown.palette)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    left, top, width, height = (side * shown.scale for side in shown.sheet.crop)
    painter.drawImage(QRectF(shown.origin + QPointF(left, top), QSizeF(width, height)), picture)


def nearest(sheet: MoveSheet, amount: float) -> tuple[int, float]:
    """The picture before `amount` and how far on the way to the next one it is, 0 to 1."""
    amounts = sheet.amounts
    before = min(max(bisect_right(amounts, amount) - 1, 0), len(amounts) - 2)
    share = (amount - amounts[before]) / (amounts[before + 1] - amounts[before])
    return before, min(max(share, 0.0), 1.0)
