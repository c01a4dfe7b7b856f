"""A thin ring around a contact that fills while a hold goes on and empties as it is let go."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.ui.player.images import see_through
from desktop.ui.player.sticker import Sticker, sticker
from desktop.ui.theme import Palette, Theme

RADIUS: Final = 19.0
"""Logical pixels: outside the number of a spot."""
WIDTH: Final = 3.0
STATES: Final = 60
"""How many fillings of the ring there are. Each is drawn once and kept."""


class HoldPainter:
    """Draws hold rings; their pictures are kept until the theme changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: dict[int, Sticker] = {}
        self._key: tuple[object, ...] = ()
        self._ratio = 1.0

    def paint(self, painter: QPainter, at: QPointF, held: float, ratio: float) -> None:
        """A ring around `at` (logical pixels), `held` 0 empty to 1 full; nothing where it is empty."""
        self._keep_fresh(ratio)
        state = round(min(max(held, 0.0), 1.0) * STATES)
        if state:
            ring = self._ring(state)
            painter.drawPixmap(at + ring.corner, ring.pixmap)

    def prepare(self, held: float, ratio: float) -> bool:
        """Makes at most one ring where something is held. Returns whether there was one to make."""
        self._keep_fresh(ratio)
        missing = [state for state in range(1, STATES + 1) if state not in self._kept] if held > 0 else []
        if missing:
            self._ring(missing[0])
        return bool(missing)

    def clear(self) -> None:
        self._kept.clear()

    def _keep_fresh(self, ratio: float) -> None:
        key = (self._theme.palette.dark, ratio)
        if key != self._key:
            self.clear()
            self._key, self._ratio = key, ratio

    def _ring(self, state: int) -> Sticker:
        if state not in self._kept:
            area = QRectF(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS).adjusted(-WIDTH, -WIDTH, WIDTH, WIDTH)
            draw = partial(_draw, share=state / STATES, palette=self._theme.palette)
            self._kept[state] = sticker(area, self._ratio, draw)
        return self._kept[state]


def _draw(painter: QPainter, share: float, palette: Palette) -> None:
    circle = QRectF(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS)
    painter.setPen(QPen(see_through(palette.outline, 0.75), WIDTH + 2))
    painter.drawEllipse(circle)
    painter.setPen(QPen(palette.accent, WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawArc(circle, 90 * 16, -round(share * 360 * 16))
