"""What lies beside the body: painted anew over whatever was painted across its edge."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from desktop.ui.body_view import BodyPainter
from desktop.ui.ground import paint_ground
from desktop.ui.theme import Theme


class SurroundPainter:
    """Draws the ground with the body cut out of it, kept until the body's picture changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._ground: QPixmap | None = None
        self._shown: tuple[object, ...] = ()

    def paint(self, painter: QPainter, parts: Iterable[QRect], body: BodyPainter, ratio: float) -> None:
        """Over parts of the body just painted (device pixels); `ratio` device pixels a logical one."""
        if self._ground is None or body.shown != self._shown:
            self._ground = self._cut(body, ratio)
            self._shown = body.shown
        if self._ground is not None:
            for part in parts:
                seen = part.intersected(self._ground.rect())
                painter.drawPixmap(QPointF(seen.topLeft()) / ratio, self._ground, QRectF(seen))

    def clear(self) -> None:
        self._ground = None

    def _cut(self, body: BodyPainter, ratio: float) -> QPixmap | None:
        stage = body.stage
        if stage is None:
            return None
        ground = QPixmap(stage.size())
        ground.fill(Qt.GlobalColor.transparent)
        ground.setDevicePixelRatio(ratio)
        painter = QPainter(ground)
        paint_ground(painter, QRectF(QPointF(), ground.deviceIndependentSize()), self._theme.palette)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        body.paint_layer(painter, "muscle" if body.muscle > 0.5 else "skin", ratio)
        painter.end()
        return ground
