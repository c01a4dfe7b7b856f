"""What did it feel like before and after?"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.domain.captions import ROUGH_GUIDE, advice, change_rows, pairs_caption
from desktop.domain.feeling import Feeling
from desktop.domain.progress import ENOUGH, Unit
from desktop.ui.progress.advice_band import AdviceBand
from desktop.ui.progress.chart_card import ChartCard
from desktop.ui.progress.differences_chart import DifferencesChart
from desktop.ui.progress.legend import Legend, Sign
from desktop.ui.progress.pairs_chart import PairsChart
from desktop.ui.progress.reading_table import ReadingTable
from desktop.ui.progress.section_page import SectionPage
from desktop.ui.theme import Theme

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


class FeelingPage(SectionPage):
    """The tension of each session and the differences."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs, self._differences = PairsChart(theme), DifferencesChart(theme)
        self._felt = self._make_felt(theme)
        self._advice = AdviceBand(theme)
        self.column.addWidget(self._advice)
        self.add_card(self._felt)

    def present(self, found: Feeling) -> None:
        self._pairs.present(found)
        self._differences.present(found)
        self._felt.set_subtitle(_SUBTITLES[self._pairs.unit])
        self._felt.table.fill(change_rows(found))
        self._felt.set_caption(pairs_caption(found), ROUGH_GUIDE if found.differences.n >= ENOUGH else "")
        self._advice.say(advice(found))

    def _make_felt(self, theme: Theme) -> ChartCard:
        table = ReadingTable(theme, "Tension, table", ("Day", "Before", "After", "In words"))
        card = ChartCard(theme, "Before and after a session", table)
        card.tail.addWidget(Legend(theme, _SIGNS))
        card.pictures.addWidget(self._pairs, 3)
        card.pictures.addWidget(self._differences, 1)
        return card
