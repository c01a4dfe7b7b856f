"""A card with a list of median changes: the lines with most sessions, or all of them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.domain.tally import Tally
from desktop.domain.working import Working
from desktop.domain.working_words import HOW_READ, ChangeRow, change_rows, table_rows, working_caption
from desktop.ui.progress.change_list import ChangeList
from desktop.ui.progress.chart_card import ChartCard
from desktop.ui.progress.reading_table import ReadingTable
from desktop.ui.theme import Theme

FIRST = 10
"""Lines shown before somebody asks for all."""


class ChangeCard(ChartCard):
    """`noun` names what a line is: routine, technique, place."""

    def __init__(self, theme: Theme, question: str, noun: str) -> None:
        headings = (noun.capitalize(), "Sessions", "Median change", "Interval")
        super().__init__(theme, question, ReadingTable(theme, f"{question}, table", headings))
        self._noun = noun
        self._rows: list[ChangeRow] = []
        self._list = ChangeList(theme, f"{question}, chart")
        self._more = QPushButton()
        self._more.setCheckable(True)
        self._more.clicked.connect(self._show_rows)
        self.tail.addWidget(self._more)
        self.pictures.addWidget(self._list, 0, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._fit_list)
        self.set_subtitle("Median change of tension after sessions, sorted by how many there are")

    def present(self, tallies: Mapping[str, Tally], working: Working) -> None:
        """`tallies` by the names people read."""
        self._rows = change_rows(tallies)
        self.set_empty("" if self._rows else "No session with a rating before and after in this time.")
        self._more.setVisible(len(self._rows) > FIRST)
        self._show_rows()
        self.table.fill_later(self._table_rows)
        self.set_caption(working_caption(self._rows, working, self._noun), HOW_READ)

    def _show_rows(self) -> None:
        whole = self._more.isChecked()
        self._more.setText(f"The first {FIRST}" if whole else f"All {len(self._rows)}")
        self._list.present(self._rows if whole else self._rows[:FIRST])
        self._fit_list()

    def _fit_list(self) -> None:
        """As high as its lines."""
        self.set_height(round(self._list.sizeHint().height() / self._theme.growth))

    def _table_rows(self) -> list[tuple[str, str, str, str]]:
        return table_rows(self._rows)
