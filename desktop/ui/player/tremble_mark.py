"""Fine arcs on either side of a contact that trembles: the picture of a tremble where nothing moves."""

from __future__ import annotations

from functools import partial
from math import atan2, degrees
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.ui.player.images import see_through
from desktop.ui.player.sticker import Sticker, sticker
from desktop.ui.theme import Palette, Theme

RADII: Final = (19.0, 26.0, 33.0)
"""Of the arcs, logical pixels: outside the number of a spot. The outer ones are fainter."""
SPAN: Final = 58
"""Degrees of a circle an arc goes over."""
TURN: Final = 10
"""Directions are told apart by so many degrees."""
WIDTH: Final = 2.4


class TremblePainter:
    """Draws the arcs; their pictures are kept until the theme changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: dict[int, Sticker] = {}
        self._key: tuple[object, ...] = ()

    def paint(self, painter: QPainter, at: QPointF, echo: tuple[float, float], ratio: float) -> None:
        """Arcs around `at` (logical pixels) on either side, the way the hand swings."""
        key = (self._theme.palette.dark, ratio)
        if key != self._key:
            self.clear()
            self._key = key
        turn = round(degrees(atan2(-echo[1], echo[0])) / TURN) % (180 // TURN)
        if turn not in self._kept:
            side = RADII[-1] + WIDTH + 1
            draw = partial(_draw, turn=turn * TURN, palette=self._theme.palette)
            self._kept[turn] = sticker(QRectF(-side, -side, 2 * side, 2 * side), ratio, draw)
        arcs = self._kept[turn]
        painter.drawPixmap(at + arcs.corner, arcs.pixmap)

    def clear(self) -> None:
        self._kept.clear()


def _draw(painter: QPainter, turn: float, palette: Palette) -> None:
    for number, radius in enumerate(RADII):
        circle, opacity = QRectF(-radius, -radius, 2 * radius, 2 * radius), 1 - 0.28 * number
        for colour, width in ((palette.outline, WIDTH + 2.2), (palette.accent, WIDTH)):
            painter.setPen(QPen(see_through(colour, opacity), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            for middle in (turn, turn + 180):
                painter.drawArc(circle, round((middle - SPAN / 2) * 16), SPAN * 16)
