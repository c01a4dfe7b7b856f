"""Where? Minutes and tension on the body, left and right, and the neck check."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.domain.where import Where
from desktop.domain.where_map import both_sides
from desktop.domain.where_words import HOW_COUNTED, side_rows, sides_caption
from desktop.ui.progress.body_card import BodyCard
from desktop.ui.progress.chart_card import ChartCard
from desktop.ui.progress.neck_card import NeckCard
from desktop.ui.progress.reading_table import ReadingTable
from desktop.ui.progress.section_page import SectionPage
from desktop.ui.progress.sides_chart import SidesChart
from desktop.ui.theme import Theme
from desktop.ui.widgets.segments import Segments

_HEADINGS = ("Place", "Minutes left", "Minutes right", "Tension left", "Tension right", "Left and right")
_MEASURES = (("minutes", "Minutes"), ("tension", "Median tension"))
_NO_SIDES = "Nothing in this time on places that have a left and a right."


class WherePage(SectionPage):
    """Left and right follow the time that is chosen below the bodies. Signal: `neck_check_wanted()`."""

    neck_check_wanted = Signal()

    def __init__(self, theme: Theme, atlas: Atlas, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = {slug: region.name for slug, region in guide.regions.items()}
        self._where: Where | None = None
        self._bodies = BodyCard(atlas, guide, theme)
        self._bodies.time_changed.connect(self._on_time)
        self._sides = SidesChart(theme)
        self._sides_card = ChartCard(theme, "Left and right", ReadingTable(theme, "Left and right, table", _HEADINGS))
        self._sides_card.set_subtitle("Where one side has clearly more, that part of its bar stands out")
        self._sides_card.pictures.addWidget(self._sides, 0, Qt.AlignmentFlag.AlignTop)
        self._measure = Segments(theme, _MEASURES, "What the bars show")
        self._measure.set_key("minutes")
        self._measure.chosen.connect(self._sides.set_measure)
        self._sides_card.tail.addWidget(self._measure)
        self._neck = NeckCard(theme)
        self._neck.check_wanted.connect(self.neck_check_wanted)
        for card in (self._bodies, self._sides_card, self._neck):
            self.add_card(card)
        self.column.addStretch(1)

    def present(self, found: Where) -> None:
        self._where = found
        self._bodies.present(found)
        self._show_sides(found)
        self._neck.present(found)

    def _on_time(self) -> None:
        if self._where is not None:
            self._show_sides(self._where)

    def _show_sides(self, where: Where) -> None:
        rows, card = both_sides(self._bodies.laid), self._sides_card
        self._sides.present(rows, self._names)
        card.set_empty("" if rows else _NO_SIDES)
        card.table.fill_later(partial(side_rows, rows, self._names))
        card.set_caption(sides_caption(where, rows, self._names, self._bodies.time.index), HOW_COUNTED)
