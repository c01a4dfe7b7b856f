"""What lies beside the body: painted anew over whatever was painted across its edge."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from desktop.ui.body_view import BodyPainter


class SurroundPainter:
    """Draws the stage with the body cut out of it, kept until the body's picture changes.

    Where the body fades away, as much of it is left as the ground shines through: over itself it changes nothing."""

    def __init__(self) -> None:
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
        painter.drawPixmap(0, 0, stage)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        body.paint_layer(painter, "muscle" if body.muscle > 0.5 else "skin", ratio)
        painter.end()
        return ground
