"""Minutes a day as bars; today is marked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QWidget

from desktop.domain.captions import count, day_words, minutes_words
from desktop.domain.doing import Doing
from desktop.domain.progress import DayMinutes
from desktop.ui.progress.canvas import Canvas
from desktop.ui.progress.marks import Marks
from desktop.ui.progress.ticks import day_ticks, minute_ticks
from desktop.ui.theme import Theme

_WIDEST = 26.0
_SHARE = 0.66
"""How much of a day's room its bar takes, up to _WIDEST logical pixels."""
_ROUND = 5.0


class Bars(Marks):
    """A bar for each day with minutes, at x = its number. While one is picked the others step back."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.days: tuple[DayMinutes, ...] = ()
        self.top = 1.0
        self.picked: int | None = None

    def show_days(self, days: tuple[DayMinutes, ...], top: float) -> None:
        self.prepareGeometryChange()
        self.days, self.top = days, top
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(-1, -self.top, len(self.days) + 1, 3 * self.top)

    def draw(self, painter: QPainter, wide: float, high: float) -> None:
        half = min(_SHARE / 2, _WIDEST / 2 * wide)
        painter.setPen(Qt.PenStyle.NoPen)
        round_x, round_y = min(_ROUND * wide, half * 0.8), min(_ROUND, half / wide * 0.8) * high
        for x, day in enumerate(self.days):
            if day.minutes > 0:
                height = max(day.minutes, 3 * high)
                painter.setBrush(self._colour(x))
                painter.drawRoundedRect(
                    QRectF(x - half, -2 * round_y, 2 * half, height + 2 * round_y), round_x, round_y
                )

    def _colour(self, day: int) -> QColor:
        colour = QColor(self.theme.palette.accent)
        colour.setAlphaF(1.0 if self.picked in (None, day) else 0.5)
        return colour


class MinutesChart(Canvas):
    """Bars of minutes over the days of a period."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Minutes a day, chart", parent)
        self._bars = Bars(theme)
        self._today = QGraphicsRectItem()
        self._today.setPen(QPen(Qt.PenStyle.NoPen))
        self._today.setZValue(-10)
        self._doing: Doing | None = None
        self.plot.addItem(self._today, ignoreBounds=True)
        self.plot.addItem(self._bars)
        self.dress()

    def present(self, doing: Doing) -> None:
        self.pick(None)
        self._doing = doing
        top = self._minute_ticks(doing)[-1][0]
        self._bars.show_days(doing.days, top)
        self._today.setRect(QRectF(doing.period.days - 1.5, 0, 1, 2 * top))
        self.frame((-0.5, doing.period.days - 0.5), (0, top * 1.08))
        self.relabel()

    def dress(self) -> None:
        self._today.setBrush(self.theme.palette.surface_soft)
        super().dress()

    def relabel(self) -> None:
        if self._doing:
            room = max(2, int(self.width() / (self.theme.points("small") * 8)))
            self.label(self._minute_ticks(self._doing), day_ticks(self._doing.period, room))

    @property
    def count(self) -> int:
        return len(self._bars.days)

    def place_of(self, mark: int) -> QPointF:
        return QPointF(mark, self._bars.days[mark].minutes)

    def reading(self, mark: int) -> tuple[str, str]:
        day = self._bars.days[mark]
        if not day.sessions:
            return ("No session", day_words(day.day))
        return (minutes_words(day.minutes), f"{day_words(day.day)}, {count(day.sessions, 'session')}")

    def pick(self, mark: int | None) -> None:
        self._bars.picked = mark
        super().pick(mark)

    @staticmethod
    def _minute_ticks(doing: Doing) -> list[tuple[float, str]]:
        return minute_ticks(max(10.0, *(day.minutes for day in doing.days)))
