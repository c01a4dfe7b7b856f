"""The card of the neck checks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.neck_check import NeckMove
from desktop.domain.neck_words import MOVE_NAMES, NO_CHECKS, NOISE, neck_caption, neck_rows, neck_subtitle
from desktop.domain.where import Where
from desktop.ui.progress.chart_card import ChartCard
from desktop.ui.progress.neck_chart import NeckChart
from desktop.ui.progress.reading_table import ReadingTable
from desktop.ui.theme import SPACE_XS, Theme, set_kind

_HEADINGS = ("Day", *(MOVE_NAMES[move] for move in NeckMove))
_HEIGHT = 230
_CHARTS = (
    ((NeckMove.TURN_LEFT,), "Turning left", "degrees"),
    ((NeckMove.TURN_RIGHT,), "Turning right", "degrees"),
    ((NeckMove.BEND_LEFT, NeckMove.BEND_RIGHT), "Ear to shoulder", "finger-widths, fewer is further"),
    ((NeckMove.CHIN,), "Chin to chest", "finger-widths, fewer is further"),
)


class NeckCard(ChartCard):
    """Turning with its band, finger-widths without. Signal: `check_wanted()`."""

    check_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Neck check", ReadingTable(theme, "Neck check, table", _HEADINGS))
        self.set_height(_HEIGHT)
        self._charts = tuple(NeckChart(theme, moves, name) for moves, name, _ in _CHARTS)
        for chart, (_, name, unit) in zip(self._charts, _CHARTS, strict=True):
            self.pictures.addWidget(_titled(name, unit, chart), 1)
        again = QPushButton("Check again")
        again.clicked.connect(self.check_wanted)
        self.tail.addWidget(again)
        self.action_wanted.connect(self.check_wanted)

    def present(self, where: Where) -> None:
        if not where.neck:
            self.set_empty(NO_CHECKS, "Check the neck now")
            self.set_caption("")
            self.set_subtitle("")
            return
        self.set_subtitle(neck_subtitle(where.neck))
        self.set_empty("")
        first = max(where.period.first, min(where.first_day or where.neck[0].day, where.neck[0].day))
        for chart in self._charts:
            chart.present(where.neck, first, where.period.last)
        self.table.fill(neck_rows(where.neck))
        self.set_caption(neck_caption(where.neck), NOISE)


def _titled(name: str, unit: str, chart: QWidget) -> QWidget:
    part = QWidget()
    title, note = QLabel(name), QLabel(unit)
    set_kind(title, "strong")
    set_kind(note, "small", soft=True)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_XS)
    for label in (title, note):
        label.setWordWrap(True)
        column.addWidget(label)
    column.addWidget(chart, 1)
    return part
