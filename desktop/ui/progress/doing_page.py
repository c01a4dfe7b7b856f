"""Am I doing it? Days and minutes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.domain.captions import day_rows, minutes_caption
from desktop.domain.doing import Doing
from desktop.ui.progress.chart_card import ChartCard
from desktop.ui.progress.minutes_chart import MinutesChart
from desktop.ui.progress.reading_table import ReadingTable
from desktop.ui.progress.section_page import SectionPage
from desktop.ui.theme import Theme


class DoingPage(SectionPage):
    """Minutes a day."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes = MinutesChart(theme)
        table = ReadingTable(theme, "Minutes a day, table", ("Day", "Time", "Sessions"))
        self._card = ChartCard(theme, "Minutes a day", table)
        self._card.pictures.addWidget(self._minutes)
        self.add_card(self._card)

    def present(self, found: Doing) -> None:
        self._minutes.present(found)
        self._card.table.fill(day_rows(found))
        self._card.set_caption(minutes_caption(found))
