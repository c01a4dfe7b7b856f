"""The two cards with their charts. Importing this brings in pyqtgraph, so it is imported when first needed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.captions import (
    ROUGH_GUIDE,
    advice,
    change_rows,
    day_rows,
    minutes_caption,
    pairs_caption,
)
from desktop.domain.progress import ENOUGH, Series, Unit
from desktop.ui.progress.advice_band import AdviceBand
from desktop.ui.progress.chart_card import ChartCard
from desktop.ui.progress.differences_chart import DifferencesChart
from desktop.ui.progress.legend import Legend, Sign
from desktop.ui.progress.minutes_chart import MinutesChart
from desktop.ui.progress.pairs_chart import PairsChart
from desktop.ui.progress.reading_table import ReadingTable
from desktop.ui.theme import SPACE_L, Theme

_SUBTITLES = {
    Unit.SESSION: "Tension of each session, the newest right",
    Unit.WEEK: "Tension, the mean of each week's sessions, the newest right",
    Unit.MONTH: "Tension, the mean of each month's sessions, the newest right",
}
_SIGNS: list[tuple[Sign, str]] = [
    ("before", "before"),
    ("after", "after"),
    ("same", "about the same"),
    ("mean", f"mean, from {ENOUGH} sessions on"),
]


class ChartsPage(QWidget):
    """Minutes a day above, tension before and after below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes, self._pairs, self._differences = MinutesChart(theme), PairsChart(theme), DifferencesChart(theme)
        self._done = self._make_done(theme)
        self._felt = self._make_felt(theme)
        self._advice = AdviceBand(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_L)
        column.addWidget(self._advice)
        column.addWidget(self._done, 4)
        column.addWidget(self._felt, 5)

    def present(self, series: Series) -> None:
        for chart in (self._minutes, self._pairs, self._differences):
            chart.present(series)
        self._done.table.fill(day_rows(series))
        self._done.set_caption(minutes_caption(series))
        self._felt.set_subtitle(_SUBTITLES[self._pairs.unit])
        self._felt.table.fill(change_rows(series))
        self._felt.set_caption(pairs_caption(series), ROUGH_GUIDE if len(series.pairs) >= ENOUGH else "")
        self._advice.say(advice(series))

    def _make_done(self, theme: Theme) -> ChartCard:
        table = ReadingTable(theme, "Minutes a day, table", ("Day", "Time", "Sessions"))
        card = ChartCard(theme, "Am I doing it?", table)
        card.set_subtitle("Minutes a day")
        card.pictures.addWidget(self._minutes)
        return card

    def _make_felt(self, theme: Theme) -> ChartCard:
        table = ReadingTable(theme, "Tension, table", ("Day", "Before", "After", "In words"))
        card = ChartCard(theme, "How does it feel before and after?", table)
        card.tail.addWidget(Legend(theme, _SIGNS))
        card.pictures.addWidget(self._pairs, 3)
        card.pictures.addWidget(self._differences, 1)
        return card
