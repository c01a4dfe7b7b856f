"""Days with and without a session as two boxes. Not an experiment, and the card says so."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from desktop.domain.captions import count, first_upper
from desktop.domain.daily_run import DailyRun
from desktop.domain.progress import ENOUGH
from desktop.domain.tally import Box
from desktop.ui.progress.canvas import Canvas
from desktop.ui.progress.marks import Marks, cosmetic
from desktop.ui.progress.run_chart import HIGH, LOW, scale_ticks
from desktop.ui.progress.tints import faint
from desktop.ui.theme import Theme

_NAMES = ("session", "no session")
_HALF = 0.26
"""Of a box, where one has a unit of room."""


class Boxes(Marks):
    """Two boxes at x = 0 and 1; one of too few days is not drawn."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.boxes: tuple[Box | None, Box | None] = (None, None)

    def show_boxes(self, boxes: tuple[Box | None, Box | None]) -> None:
        self.prepareGeometryChange()
        self.boxes = boxes
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(-1, LOW, 3, HIGH - LOW)

    def draw(self, painter: QPainter, wide: float, high: float) -> None:
        half = min(_HALF, 26 * wide)
        for x, box in enumerate(self.boxes):
            if box and box.n >= ENOUGH:
                self._draw_box(painter, x, box, half, QPointF(4 * wide, 4 * high))

    def _draw_box(self, painter: QPainter, x: int, box: Box, half: float, round_: QPointF) -> None:
        palette = self.theme.palette
        painter.setPen(cosmetic(painter, palette.text_soft, 1.4))
        for end, near in ((box.least, box.lower), (box.most, box.upper)):
            painter.drawLine(QLineF(x, near, x, end))
            painter.drawLine(QLineF(x - half / 2, end, x + half / 2, end))
        painter.setBrush(faint(palette.accent, 0.45) if not x else palette.surface_soft)
        painter.drawRoundedRect(
            QRectF(x - half, box.lower, 2 * half, max(box.upper - box.lower, round_.y())), round_.x(), round_.y()
        )
        painter.setPen(cosmetic(painter, palette.text, 3.0))
        painter.drawLine(QLineF(x - half, box.median, x + half, box.median))
        painter.setBrush(Qt.BrushStyle.NoBrush)


class BoxesChart(Canvas):
    """The boxes of one measure, on the scale of its run."""

    reach = 0.5

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Days with and without a session, chart", parent)
        self._boxes = Boxes(theme)
        self.plot.addItem(self._boxes)

    def present(self, run: DailyRun) -> None:
        self.pick(None)
        self._boxes.show_boxes((run.with_session, run.without))
        self.frame((-0.6, 1.6), (LOW, HIGH))
        self.label(scale_ticks(), list(enumerate(_NAMES)))

    @property
    def count(self) -> int:
        return len(self._boxes.boxes)

    def place_of(self, mark: int) -> QPointF:
        box = self._boxes.boxes[mark]
        return QPointF(mark, box.upper if box else 5.0)

    def reading(self, mark: int) -> tuple[str, str]:
        box, which = self._boxes.boxes[mark], first_upper(_NAMES[mark])
        if box is None or box.n < ENOUGH:
            return which, f"{count(box.n if box else 0, 'day')}, too few to say"
        return f"{which}: median {box.median:g}", f"{count(box.n, 'day')}, half of them {box.lower:g} to {box.upper:g}"

    def minimumSizeHint(self) -> QSize:
        width = 2.6 * QFontMetricsF(self.theme.font("small")).horizontalAdvance(_NAMES[1])
        return QSize(round(width), super().minimumSizeHint().height())

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """How many days each box speaks of, above it."""
        painter.setFont(self.theme.font("small"))
        painter.setPen(self.theme.palette.text_soft)
        for x, box in enumerate(self._boxes.boxes):
            middle = self.plot.mapViewToScene(QPointF(x, HIGH - 0.5))
            area = QRectF(middle.x() - 90, middle.y() - 24, 180, 48)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, count(box.n if box else 0, "day"))
        super().drawForeground(painter, rect)
