"""Paints a whole figure where a step has no place on the body: sitting, breathing, lying, leaning."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from desktop.domain.chart import Atlas, FigureSheet
from desktop.domain.frame import Move
from desktop.ui.body_view import flip
from desktop.ui.ground import paint_ground
from desktop.ui.player.frames import frame_before
from desktop.ui.player.images import load
from desktop.ui.player.sticker import Sticker, sticker
from desktop.ui.theme import Palette, Theme

_AIR: Final = 0.05
"""Share of the stage left free around a figure."""
_NEAR: Final = 2
"""Pictures further away than this many frames are given up: each is as large as the stage."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A figure on a stage: what its kept pictures were drawn for."""

    name: str
    stage: QRectF
    ratio: float
    palette: Palette
    tone: str
    mirrored: bool


class FigurePainter:
    """Draws a figure as large as the stage allows, two neighbouring frames blended: between them little moves."""

    def __init__(self, atlas: Atlas, theme: Theme) -> None:
        self._atlas = atlas
        self._theme = theme
        self._kept: dict[int, Sticker] = {}
        self._shown: _Shown | None = None

    def clear(self) -> None:
        self._kept.clear()
        self._shown = None

    def paint(self, painter: QPainter, move: Move, stage: QRectF, ratio: float, mirrored: bool) -> None:
        """Raises KeyError for a figure that is not drawn and OSError for a picture that cannot be read."""
        figure = self._atlas.figure(move.name)
        if figure is None:
            raise KeyError(move.name)
        shown = _Shown(move.name, stage, ratio, self._theme.palette, self._theme.skin_tone, mirrored)
        if shown != self._shown:
            self._kept.clear()
            self._shown = shown
        before, share = frame_before(figure.amounts, move.amount)
        self._kept = {frame: kept for frame, kept in self._kept.items() if abs(frame - before) <= _NEAR}
        self._picture(figure, shown, before).paint(painter)
        if share > 0:
            painter.setOpacity(share)
            self._picture(figure, shown, before + 1).paint(painter)
            painter.setOpacity(1.0)

    def _picture(self, figure: FigureSheet, shown: _Shown, frame: int) -> Sticker:
        if frame not in self._kept:
            draw = partial(_draw, picture=load(figure.picture(frame), shown.tone), shown=shown)
            self._kept[frame] = sticker(shown.stage, shown.ratio, draw, shown.palette.ground)
        return self._kept[frame]


def _draw(painter: QPainter, picture: QImage, shown: _Shown) -> None:
    paint_ground(painter, shown.stage, shown.palette)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    room, size = shown.stage.size() * (1 - 2 * _AIR), QSizeF(picture.size())
    fitted = size * min(room.width() / size.width(), room.height() / size.height())
    corner = shown.stage.center() - QPointF(fitted.width(), fitted.height()) / 2
    if shown.mirrored:
        painter.setTransform(flip(shown.stage), combine=True)
    painter.drawImage(QRectF(corner, fitted), picture, QRectF(picture.rect()))
