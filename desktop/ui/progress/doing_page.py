"""Am I doing it? Days, weeks, and what became of sessions."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.captions import day_rows, minutes_caption, period_words
from desktop.domain.doing import Doing, counted
from desktop.domain.doing_words import adherence_figures, adherence_sentence, week_rows, weeks_caption
from desktop.ui.progress.calendar_layout import in_weeks
from desktop.ui.progress.chart_card import ChartCard
from desktop.ui.progress.day_calendar import DAY_LEVELS, WEEK_LEVELS, DayCalendar
from desktop.ui.progress.dot_scale import DotScale
from desktop.ui.progress.figures_strip import FiguresStrip
from desktop.ui.progress.legend import Legend
from desktop.ui.progress.pair_row import PairRow
from desktop.ui.progress.reading_table import ReadingTable
from desktop.ui.progress.section_page import SectionPage
from desktop.ui.progress.target_button import TargetButton
from desktop.ui.progress.weeks_chart import WeeksChart
from desktop.ui.theme import Theme

_WEEKS_HEIGHT = 240
_NARROW_DAYS = 35
"""Up to so many days the calendar needs only half the width."""


class DoingPage(SectionPage):
    """Numbers, the calendar and the weeks. Signal: `target_chosen(int | None)` minutes a week."""

    target_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = DotScale(theme)
        self._figures = FiguresStrip(theme)
        self._calendar, self._weeks = DayCalendar(theme), WeeksChart(theme)
        self._target = TargetButton()
        self._target.chosen.connect(self.target_chosen)
        self._days_card, self._weeks_card = self._make_days(theme), self._make_weeks(theme)
        for card in (self._days_card, self._weeks_card):
            card.told.connect(self.told)
        self._row = PairRow(theme, self._days_card, self._weeks_card)
        self.column.addWidget(self._figures)
        self.column.addWidget(self._row)
        self.column.addStretch(1)

    def present(self, found: Doing) -> None:
        since = f"Your sessions, {period_words(counted(found.period, found.first_day))}"
        self._figures.tell(adherence_figures(found.adherence), since, adherence_sentence(found))
        self._target.set_target(found.target)
        self._row.allow(found.period.days <= _NARROW_DAYS)
        self._calendar.present(found)
        self._weeks.present(found)
        self._tell_days(found)
        self._weeks_card.table.fill_later(partial(week_rows, found))
        self._weeks_card.set_caption(weeks_caption(found))

    def _tell_days(self, found: Doing) -> None:
        card, of_weeks = self._days_card, in_weeks(found.period)
        height = round(self._calendar.wish / self._theme.growth)
        card.set_height(height)
        self._weeks_card.set_height(height if self._row.allowed else _WEEKS_HEIGHT)
        card.set_subtitle("A dot for each week" if of_weeks else "A dot for each day")
        self._scale.show_levels(WEEK_LEVELS if of_weeks else DAY_LEVELS)
        card.table.fill_later(partial(day_rows, found))
        card.set_caption(minutes_caption(found))

    def _make_days(self, theme: Theme) -> ChartCard:
        table = ReadingTable(theme, "Minutes a day, table", ("Day", "Time", "Sessions"))
        card = ChartCard(theme, "Days", table)
        card.tail.addWidget(self._scale)
        card.pictures.addWidget(self._calendar)
        return card

    def _make_weeks(self, theme: Theme) -> ChartCard:
        table = ReadingTable(theme, "Minutes a week, table", ("Week from", "Time", "Sessions", "Days of it shown"))
        card = ChartCard(theme, "Minutes a week", table)
        card.set_subtitle("Monday to Sunday")
        card.tail.addWidget(Legend(theme, [("part", "cut off"), ("target", "your target")]))
        card.tail.addWidget(self._target)
        card.pictures.addWidget(self._weeks)
        return card
