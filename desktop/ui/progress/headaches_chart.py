"""Days with headache of each month as bars, days with a painkiller as narrower bars inside."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from desktop.domain.captions import count, month_words
from desktop.domain.headaches import HeadacheMonth
from desktop.ui.progress.bars import Bar, Bars
from desktop.ui.progress.canvas import Canvas
from desktop.ui.progress.ticks import Tick, month_ticks
from desktop.ui.theme import Theme

_LEAST_ROOM = 6
"""Months there is room for from the start."""


class HeadachesChart(Canvas):
    """A month without an answer is a gap."""

    reach = 0.5

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Headache days a month, chart", parent)
        self._bars = Bars(theme)
        self._months: tuple[HeadacheMonth, ...] = ()
        self._first = 0
        self.plot.addItem(self._bars)

    def present(self, months: tuple[HeadacheMonth, ...]) -> None:
        self.pick(None)
        self._months = months
        self._first = _number(months[0].month) if months else 0
        top = self._day_ticks()[-1][0]
        self._bars.show_bars(tuple(map(self._bar, months)), top)
        width = max(_LEAST_ROOM, *(self._x(m) + 1 for m in months), 0)
        self.frame((-0.1, width + 0.1), (0, top * 1.04))
        self.relabel()

    def relabel(self) -> None:
        room = max(2, int(self.width() / (self.theme.points("small") * 9)))
        share = max(1, int(room * min(1.0, self.count / _LEAST_ROOM)))
        ticks = month_ticks([month.month for month in self._months], share)
        self.label(self._day_ticks(), [(self._bars.bars[int(x)].middle, text) for x, text in ticks])

    @property
    def count(self) -> int:
        return len(self._months)

    def place_of(self, mark: int) -> QPointF:
        bar = self._bars.bars[mark]
        return QPointF(bar.middle, max(bar.value, bar.inner))

    def reading(self, mark: int) -> tuple[str, str]:
        month = self._months[mark]
        told = f"Headache on {count(month.headache, 'day')}, painkiller on {month.painkiller}"
        return told, f"{month_words(month.month, with_year=True)}, {count(month.answered, 'day')} answered"

    def pick(self, mark: int | None) -> None:
        self._bars.picked = mark
        super().pick(mark)

    def _x(self, month: HeadacheMonth) -> int:
        return _number(month.month) - self._first

    def _bar(self, month: HeadacheMonth) -> Bar:
        left = self._x(month)
        return Bar(left, left + 1, month.headache, month.painkiller)

    def _day_ticks(self) -> list[Tick]:
        most = max([10, *(max(month.headache, month.painkiller) for month in self._months)])
        step = 5 if most <= 15 else 10
        values = range(0, most + step, step)
        return [(value, f"{value} days" if value == values[-1] else str(value)) for value in values]


def _number(month: date) -> int:
    return 12 * month.year + month.month - 1
