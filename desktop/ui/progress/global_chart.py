"""How it is compared with the start, every four weeks, in seven steps."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.domain.captions import day_words
from desktop.domain.feeling_words import STEPS
from desktop.domain.records import GlobalChange, Step7
from desktop.ui.progress.canvas import Canvas
from desktop.ui.progress.marks import Marks, cosmetic
from desktop.ui.progress.ticks import month_ticks
from desktop.ui.theme import Theme

_LEAST_ROOM = 6
_LABELLED = (Step7.SAME, Step7.MUCH_WORSE, Step7.MUCH_BETTER)


class Lollipops(Marks):
    """A dot on a stem from “the same” for each answer, at x = its number."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.changes: tuple[GlobalChange, ...] = ()

    def show_changes(self, changes: tuple[GlobalChange, ...]) -> None:
        self.prepareGeometryChange()
        self.changes = changes
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(-1, -4, max(len(self.changes), _LEAST_ROOM) + 1, 8)

    def draw(self, painter: QPainter, wide: float, high: float) -> None:
        radius = min(6.0, 0.4 / wide)
        for x, change in enumerate(self.changes):
            painter.setPen(cosmetic(painter, self.theme.palette.text_soft, 1.6))
            painter.drawLine(QLineF(x, 0, x, change.step))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.palette.accent)
            painter.drawEllipse(QPointF(x, change.step), radius * wide, radius * high)


class GlobalChart(Canvas):
    """The answers, the newest right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Compared with the start, chart", parent)
        self._lollipops = Lollipops(theme)
        self.plot.addItem(self._lollipops)

    def present(self, changes: tuple[GlobalChange, ...]) -> None:
        self.pick(None)
        self._lollipops.show_changes(changes)
        self.frame((-0.7, max(len(changes), _LEAST_ROOM) - 0.3), (-3.6, 3.6))
        self.relabel()

    def relabel(self) -> None:
        changes = self._lollipops.changes
        room = max(1, int(self.width() / (self.theme.points("small") * 9) * min(1.0, len(changes) / _LEAST_ROOM)))
        months = month_ticks([change.day for change in changes], room)
        self.label([(float(step), STEPS[step]) for step in _LABELLED], months)

    @property
    def count(self) -> int:
        return len(self._lollipops.changes)

    def place_of(self, mark: int) -> QPointF:
        return QPointF(mark, self._lollipops.changes[mark].step)

    def reading(self, mark: int) -> tuple[str, str]:
        change = self._lollipops.changes[mark]
        return STEPS[change.step].capitalize(), f"compared with the start, {day_words(change.day)} {change.day.year}"
