"""The mean change right after, an hour after and the next morning, one below the other on one scale."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop.domain.captions import amount_words, count, interval_words
from desktop.domain.feeling import Feeling
from desktop.domain.feeling_words import LATER
from desktop.domain.progress import ENOUGH, SAME, Change
from desktop.domain.tally import mean_change
from desktop.ui.progress.canvas import Canvas
from desktop.ui.progress.marks import Marks, cosmetic
from desktop.ui.theme import Theme

_NAMES = tuple(LATER.values())


class Intervals(Marks):
    """A diamond with its interval a row, at y = minus its number; none where there are too few."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.changes: tuple[Change | None, ...] = ()

    def show_changes(self, changes: tuple[Change | None, ...]) -> None:
        self.prepareGeometryChange()
        self.changes = changes
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(-12, -len(_NAMES), 24, len(_NAMES) + 1)

    def draw(self, painter: QPainter, wide: float, high: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.palette.surface_soft)
        painter.drawRect(QRectF(-SAME, -len(_NAMES), 2 * SAME, len(_NAMES) + 1))
        painter.setPen(cosmetic(painter, self.theme.palette.line, 1))
        painter.drawLine(QLineF(0, -len(_NAMES), 0, 1))
        for row, change in enumerate(self.changes):
            if change and change.low is not None and change.high is not None:
                self._draw_change(painter, -row, change, QPointF(wide, high))

    def _draw_change(self, painter: QPainter, y: float, change: Change, pixel: QPointF) -> None:
        low, high = change.low or 0.0, change.high or 0.0
        painter.setPen(cosmetic(painter, self.theme.palette.text, 2))
        painter.drawLine(QLineF(low, y, high, y))
        for end in (low, high):
            painter.drawLine(QLineF(end, y - 5 * pixel.y(), end, y + 5 * pixel.y()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.palette.text)
        across, up = 7 * pixel.x(), 7 * pixel.y()
        corners = ((-across, 0.0), (0.0, up), (across, 0.0), (0.0, -up))
        painter.drawPolygon(QPolygonF([QPointF(change.mean + dx, y + dy) for dx, dy in corners]))


class LaterChart(Canvas):
    """Marks are the rows, from the top."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "And later, chart", parent)
        self._intervals = Intervals(theme)
        self.plot.addItem(self._intervals)

    def present(self, feeling: Feeling) -> None:
        self.pick(None)
        changes = tuple(mean_change(feeling.later_of(moment)) for moment in LATER)
        self._intervals.show_changes(changes)
        ends = [abs(end) for c in changes if c and c.low is not None for end in (c.low, c.high or 0.0)]
        reach = max(3, ceil(max(ends, default=0.0)))
        self.frame((-reach, reach), (0.6 - len(_NAMES), 0.6))
        rows = [(float(-row), self._row_name(row)) for row in range(len(_NAMES))]
        self.label(rows, [(-reach * 0.86, f"{reach} lower"), (0.0, "same"), (reach * 0.86, f"{reach} higher")])

    @property
    def count(self) -> int:
        return len(self._intervals.changes)

    def place_of(self, mark: int) -> QPointF:
        change = self._intervals.changes[mark]
        return QPointF(change.mean if change else 0.0, -mark)

    def reading(self, mark: int) -> tuple[str, str]:
        change, name = self._intervals.changes[mark], _NAMES[mark].capitalize()
        n = count(change.n if change else 0, "session")
        if change is None or change.n < ENOUGH:
            return name, f"{n}, too few to say"
        return f"{name} {amount_words(change.mean)}", f"{interval_words(change)}, {n}"

    def _mark_at(self, position: QPointF) -> int | None:
        if not self.count or not self.plot.sceneBoundingRect().contains(position):
            return None
        row = round(-float(self.plot.mapSceneToView(position).y()))
        return min(max(row, 0), self.count - 1)

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Says where there are too few for a diamond."""
        painter.setFont(self.theme.font("small"))
        painter.setPen(self.theme.palette.text_soft)
        for row, change in enumerate(self._intervals.changes):
            if change is None or change.low is None:
                middle = self.plot.mapViewToScene(QPointF(0, -row))
                text = "too few to say" if change else "not rated"
                width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 12
                area = QRectF(middle.x() - width / 2, middle.y() - 14, width, 28)
                painter.fillRect(area, self.theme.palette.surface_soft)
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
        super().drawForeground(painter, rect)

    def _row_name(self, row: int) -> str:
        change = self._intervals.changes[row]
        return f"{_NAMES[row]} ({change.n if change else 0:,})"
