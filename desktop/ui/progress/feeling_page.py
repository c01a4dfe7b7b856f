"""What did it feel like? Before and after sessions, later, from day to day and over months."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.captions import advice, change_rows, pairs_caption
from desktop.domain.feeling import Feeling
from desktop.domain.feeling_words import (
    felt_info,
    global_caption,
    global_rows,
    headache_advice,
    headache_rows,
    headaches_caption,
    later_caption,
    later_rows,
)
from desktop.domain.progress import ENOUGH, Unit
from desktop.domain.screening import Card
from desktop.ui.progress.advice_band import AdviceBand
from desktop.ui.progress.chart_card import ChartCard
from desktop.ui.progress.daily_card import DailyCard
from desktop.ui.progress.differences_chart import DifferencesChart
from desktop.ui.progress.global_chart import GlobalChart
from desktop.ui.progress.headaches_chart import HeadachesChart
from desktop.ui.progress.later_chart import LaterChart
from desktop.ui.progress.legend import Legend, Sign
from desktop.ui.progress.pair_row import PairRow
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
_FELT_HEIGHT, _SMALL_HEIGHT, _HEADACHES_HEIGHT = 300, 190, 210


class FeelingPage(SectionPage):
    """`appointment` is the card that is quoted where headaches or painkillers are a reason to see a doctor."""

    def __init__(self, theme: Theme, appointment: Card | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appointment = appointment
        self._pairs, self._differences = PairsChart(theme), DifferencesChart(theme)
        self._later, self._global, self._headaches = LaterChart(theme), GlobalChart(theme), HeadachesChart(theme)
        self._felt, self._later_card = self._make_felt(theme), self._make_later(theme)
        self._global_card, self._headaches_card = self._make_global(theme), self._make_headaches(theme)
        self._daily = DailyCard(theme)
        self._advice, self._headache_advice = AdviceBand(theme), AdviceBand(theme)
        self._lay_out(theme)

    def present(self, found: Feeling) -> None:
        self._advice.say(advice(found))
        self._show_felt(found)
        self._show_later(found)
        self._show_global(found)
        self._daily.present(found.runs)
        self._headache_advice.say(headache_advice(found.card, self._appointment))
        self._show_headaches(found)

    def _show_felt(self, found: Feeling) -> None:
        card = self._felt
        card.set_caption(pairs_caption(found), felt_info(found) if found.pairs else "")
        if not found.pairs:
            card.set_subtitle("")
            card.set_empty("Say how tense you feel before a session and again after it: both will stand here.")
            return
        card.set_empty("")
        self._pairs.present(found)
        self._differences.present(found)
        card.set_subtitle(_SUBTITLES[self._pairs.unit])
        card.table.fill_later(partial(change_rows, found))

    def _show_later(self, found: Feeling) -> None:
        card = self._later_card
        if not found.later:
            card.set_caption("")
            card.set_empty(
                "About an hour after a session, and the next morning, the map asks once more how tense it is."
            )
            return
        card.set_empty("")
        self._later.present(found)
        card.table.fill_later(partial(later_rows, found))
        card.set_caption(later_caption(found))

    def _show_global(self, found: Feeling) -> None:
        card = self._global_card
        if not found.global_changes:
            card.set_caption("")
            card.set_empty("Every four weeks you are asked how it is compared with when you started.")
            return
        card.set_empty("")
        self._global.present(found.global_changes)
        card.table.fill_later(partial(global_rows, found.global_changes))
        card.set_caption(global_caption(found))

    def _show_headaches(self, found: Feeling) -> None:
        card = self._headaches_card
        if not found.headaches:
            card.set_caption("")
            card.set_empty(
                "No answer about headaches in these days yet. The daily check-in asks.", "Check in for today"
            )
            return
        card.set_empty("")
        self._headaches.present(found.headaches)
        card.table.fill_later(partial(headache_rows, found.headaches))
        card.set_caption(headaches_caption(found))

    def _make_felt(self, theme: Theme) -> ChartCard:
        table = ReadingTable(theme, "Tension, table", ("Day", "Before", "After", "In words"))
        card = ChartCard(theme, "Before and after a session", table)
        card.set_height(_FELT_HEIGHT)
        card.tail.addWidget(Legend(theme, _SIGNS))
        card.pictures.addWidget(self._pairs, 3)
        card.pictures.addWidget(self._differences, 1)
        return card

    def _make_later(self, theme: Theme) -> ChartCard:
        table = ReadingTable(theme, "And later, table", ("When", "On average", "Sessions"))
        card = ChartCard(theme, "And later?", table)
        card.set_subtitle(f"Mean change of tension with its 95 % interval, from {ENOUGH} sessions on")
        card.set_height(_SMALL_HEIGHT)
        card.pictures.addWidget(self._later)
        return card

    def _make_global(self, theme: Theme) -> ChartCard:
        card = ChartCard(
            theme, "Compared with the start", ReadingTable(theme, "Compared with the start, table", ("Day", "Answer"))
        )
        card.set_subtitle("Your own answer every four weeks, in seven steps")
        card.set_height(_SMALL_HEIGHT)
        card.pictures.addWidget(self._global)
        return card

    def _make_headaches(self, theme: Theme) -> ChartCard:
        headings = ("Month", "Headache days", "Painkiller days", "Days answered")
        card = ChartCard(theme, "Headache days a month", ReadingTable(theme, "Headache days, table", headings))
        card.set_height(_HEADACHES_HEIGHT)
        card.tail.addWidget(Legend(theme, [("headache", "headache"), ("painkiller", "painkiller")]))
        card.pictures.addWidget(self._headaches)
        return card

    def _lay_out(self, theme: Theme) -> None:
        self.column.addWidget(self._advice)
        self.add_card(self._felt)
        self.column.addWidget(PairRow(theme, self._later_card, self._global_card))
        self.add_card(self._daily)
        self.column.addWidget(self._headache_advice)
        self.add_card(self._headaches_card)
        self.column.addStretch(1)
        for card in (self._later_card, self._global_card):
            card.told.connect(self.told)
        for card in (self._daily, self._headaches_card):
            card.action_wanted.connect(self.check_in_wanted)
