"""Minutes of each week as bars, with the person's own target as a line."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from desktop.domain.captions import count, day_words, minutes_words
from desktop.domain.doing import Doing, WeekMinutes
from desktop.domain.progress import Period
from desktop.ui.progress.bars import Bar, Bars
from desktop.ui.progress.canvas import Canvas
from desktop.ui.progress.ticks import Tick, day_ticks, minute_ticks, named_ticks
from desktop.ui.theme import Theme

_NAMED = 30
"""Up to so many weeks are told by their first day."""


class WeeksChart(Canvas):
    """A bar a week over the days of a period, x in days from its first; one that is cut off is narrow and pale."""

    reach = 4.0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Minutes a week, chart", parent)
        self._bars = Bars(theme)
        self._period: Period | None = None
        self._weeks: tuple[WeekMinutes, ...] = ()
        self._target: int | None = None
        self.plot.addItem(self._bars)

    def present(self, doing: Doing) -> None:
        self.pick(None)
        self._period, self._weeks, self._target = doing.period, doing.weeks, doing.target
        top = self._minute_ticks()[-1][0]
        self._bars.show_bars(tuple(self._bar(week, doing) for week in doing.weeks), top, doing.target)
        self.frame((0, doing.period.days), (0, top * 1.04))
        self.relabel()

    def relabel(self) -> None:
        if self._period:
            room = max(2, int(self.width() / (self.theme.points("small") * 8)))
            self.label(self._minute_ticks(), self._week_ticks(self._period, room))

    @property
    def count(self) -> int:
        return len(self._bars.bars)

    def place_of(self, mark: int) -> QPointF:
        bar = self._bars.bars[mark]
        return QPointF(bar.middle, bar.value)

    def reading(self, mark: int) -> tuple[str, str]:
        week = self._weeks[mark]
        when = f"week from {day_words(week.start)} {week.start.year}"
        part = "" if week.days == 7 else f", {count(week.days, 'day')} of it shown"
        return minutes_words(week.minutes), f"{count(week.sessions, 'session')}, {when}{part}"

    def pick(self, mark: int | None) -> None:
        self._bars.picked = mark
        super().pick(mark)

    def _minute_ticks(self) -> list[Tick]:
        return minute_ticks(max(10.0, self._target or 0, *(week.minutes for week in self._weeks)))

    def _week_ticks(self, period: Period, room: int) -> list[Tick]:
        """Below the middle of bars that can be told apart; else where the months begin."""
        if self.count > _NAMED:
            return day_ticks(period, room)
        named = [(n, week) for n, week in enumerate(self._weeks) if week.start >= period.first]
        ticks = named_ticks([day_words(week.start) for _, week in named], room)
        return [(self._bars.bars[named[int(x)][0]].middle, text) for x, text in ticks]

    @staticmethod
    def _bar(week: WeekMinutes, doing: Doing) -> Bar:
        left = max(0, (week.start - doing.period.first).days)
        return Bar(left, left + week.days, week.minutes, part=week.days < 7)
