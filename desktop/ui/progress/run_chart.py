"""One measure from day to day: a thin line, the median of seven days, sessions as ticks and life events as marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop.domain.captions import day_words
from desktop.domain.daily_run import DailyRun, Measure, RunDay
from desktop.domain.feeling_words import MEASURES
from desktop.domain.progress import Period
from desktop.ui.progress.canvas import Canvas
from desktop.ui.progress.marks import Marks, cosmetic
from desktop.ui.progress.ticks import Tick, day_ticks
from desktop.ui.progress.tints import faint
from desktop.ui.theme import Theme

LOW, HIGH = -1.4, 11.4
"""What the charts of a measure show below 0 and above 10."""
_ENDS = {
    Measure.TENSION: ("loose  0", "very tense  10"),
    Measure.STRESS: ("none  0", "very high  10"),
    Measure.SLEEP: ("terrible  0", "excellent  10"),
    Measure.PAIN: ("none  0", "worst  10"),
}
_TICK_LOW, _TICK_HIGH = -1.2, -0.5
_EVENT = 10.9
_NEAR = 7.0
"""Logical pixels up to which the pointer finds a life event beside it."""


class RunMarks(Marks):
    """The lines of one run; x is the number of the day. Gaps stay gaps."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.picked: int | None = None
        self.days: tuple[RunDay, ...] = ()
        self.events: tuple[int, ...] = ()
        self._thin: list[QPolygonF] = []
        self._bold: list[QPolygonF] = []
        self._sessions: list[QLineF] = []

    def show_run(self, run: DailyRun) -> None:
        self.prepareGeometryChange()
        self.days = run.days
        self.events = tuple((note.day - run.period.first).days for note in run.notes if note.life_event)
        values = list(enumerate(day.value for day in run.days))
        medians = list(enumerate(day.median for day in run.days))
        thin, bold = (medians, run.month_medians()) if run.is_long else (values, medians)
        hidden = run.measure is Measure.SLEEP and not run.is_long
        self._thin = [] if hidden else list(_lines(thin))
        self._bold = list(_lines(bold))
        self._sessions = [QLineF(x, _TICK_LOW, x, _TICK_HIGH) for x, day in enumerate(run.days) if day.session]
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(-1, LOW, len(self.days) + 1, HIGH - LOW)

    def draw(self, painter: QPainter, wide: float, high: float) -> None:
        palette, room = self.theme.palette, 1 / wide
        painter.setPen(cosmetic(painter, faint(palette.text_soft, 0.55), 1.1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=room > 1)  # smooth, so many would take their time
        self._draw_lines(painter, self._thin)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if room > 6:
            self._draw_dots(painter, 2.2 * wide, 2.2 * high)
        painter.setPen(cosmetic(painter, palette.accent, 3.0))
        self._draw_lines(painter, self._bold)
        painter.setPen(cosmetic(painter, faint(palette.text, min(0.75, 0.25 + room / 4)), min(2.0, max(1.0, room / 3))))
        painter.drawLines(self._sessions)
        self._draw_events(painter, wide, high)
        if self.picked is not None:
            painter.setPen(cosmetic(painter, palette.text_soft, 1))
            painter.drawLine(QLineF(self.picked, LOW, self.picked, HIGH))

    @staticmethod
    def _draw_lines(painter: QPainter, lines: list[QPolygonF]) -> None:
        for line in lines:
            if line.size() == 1:
                painter.drawPoint(line.at(0))
            else:
                painter.drawPolyline(line)

    def _draw_dots(self, painter: QPainter, wide: float, high: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.palette.text_soft)
        for line in self._thin:
            for point in line.toList():
                painter.drawEllipse(point, wide, high)

    def _draw_events(self, painter: QPainter, wide: float, high: float) -> None:
        palette = self.theme.palette
        for x in self.events:
            painter.setPen(cosmetic(painter, palette.chosen, 1, Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(x, 0, x, _EVENT))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.chosen)
            across, up = 5.5 * wide, 5.5 * high
            corners = [QPointF(x - across, _EVENT), QPointF(x, _EVENT + up), QPointF(x + across, _EVENT)]
            painter.drawPolygon(QPolygonF([*corners, QPointF(x, _EVENT - up)]))


class RunChart(Canvas):
    """The run of one measure. Every day can be read, also one without an answer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "From day to day, chart", parent)
        self._marks = RunMarks(theme)
        self._measure = Measure.TENSION
        self._period: Period | None = None
        self._notes: dict[int, str] = {}
        self.plot.addItem(self._marks)

    def present(self, run: DailyRun) -> None:
        self.pick(None)
        self._measure, self._period = run.measure, run.period
        self._notes = {(note.day - run.period.first).days: note.text for note in run.notes}
        self._marks.show_run(run)
        self.frame((-0.5, run.period.days - 0.5), (LOW, HIGH))
        self.relabel()

    def relabel(self) -> None:
        if self._period:
            room = max(2, int(self.width() / (self.theme.points("small") * 8)))
            low, high = _ENDS[self._measure]
            self.label([(0.0, low), (5.0, "5"), (10.0, high)], day_ticks(self._period, room))

    @property
    def count(self) -> int:
        return len(self._marks.days)

    def place_of(self, mark: int) -> QPointF:
        day = self._marks.days[mark]
        return QPointF(mark, day.value if day.value is not None else day.median or 0.0)

    def reading(self, mark: int) -> tuple[str, str]:
        day, name = self._marks.days[mark], MEASURES[self._measure]
        told = "No check-in" if day.value is None else f"{name} {day.value}"
        parts = [f"{day_words(day.day)} {day.day.year}"]
        if day.median is not None:
            parts.append(f"median of 7 days {day.median:g}")
        if day.session:
            parts.append("session")
        if mark in self._notes:
            return self._notes[mark], ", ".join([told, *parts])
        return told, ", ".join(parts)

    def pick(self, mark: int | None) -> None:
        self._marks.picked = mark
        super().pick(mark)

    def _mark_at(self, position: QPointF) -> int | None:
        """The day below the pointer, or the life event beside it."""
        found = super()._mark_at(position)
        if found is None or not self._marks.events:
            return found
        x = self.plot.mapSceneToView(position).x()
        event = min(self._marks.events, key=lambda mark: abs(mark - x))
        return event if abs(event - x) <= _NEAR * self._marks.pixelWidth() else found


def scale_ticks() -> list[Tick]:
    """The scale without words, for what stands beside a run."""
    return [(0.0, "0"), (5.0, "5"), (10.0, "10")]


def _lines(values: Iterable[tuple[float, float | None]]) -> Iterator[QPolygonF]:
    """The values as lines, each without a gap."""
    points: list[QPointF] = []
    for x, value in values:
        if value is not None:
            points.append(QPointF(x, value))
        elif points:
            yield QPolygonF(points)
            points = []
    if points:
        yield QPolygonF(points)
