"""From day to day: one of four measures as a run, and its days with and without a session."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.domain.daily_run import DailyRun, Measure
from desktop.domain.feeling_words import MEASURES, NO_EXPERIMENT, run_caption, run_rows
from desktop.ui.progress.boxes_chart import BoxesChart
from desktop.ui.progress.chart_card import ChartCard
from desktop.ui.progress.legend import Legend, Sign
from desktop.ui.progress.reading_table import ReadingTable
from desktop.ui.progress.run_chart import RunChart
from desktop.ui.theme import SPACE_L, SPACE_S, Theme, set_kind
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.segments import Segments

_SIGNS: list[tuple[Sign, str]] = [
    ("value", "a day"),
    ("median", "median of seven days"),
    ("session", "a session"),
    ("event", "something happened"),
]
_LONG_SIGNS: list[tuple[Sign, str]] = [
    ("value", "median of seven days"),
    ("median", "median of a month"),
    *_SIGNS[2:],
]
_HEIGHT = 320


class DailyCard(ChartCard):
    """The charts of one measure at a time; each is drawn when it is chosen."""

    def __init__(self, theme: Theme) -> None:
        table = ReadingTable(
            theme, "From day to day, table", ("Day", "Value", "Median of 7 days", "Session", "What happened")
        )
        super().__init__(theme, "From day to day", table)
        self._runs: Mapping[Measure, DailyRun] = {}
        self._run, self._boxes = RunChart(theme), BoxesChart(theme)
        self._short_legend, self._long_legend = Legend(theme, _SIGNS), Legend(theme, _LONG_SIGNS)
        self._long_legend.hide()
        self._measures = Segments(theme, [(measure, MEASURES[measure]) for measure in Measure], "Measure")
        self._measures.set_key(Measure.TENSION)
        self._measures.chosen.connect(self._on_measure)
        self.tail.addWidget(self._measures)
        self.set_height(_HEIGHT)
        self._lay_out()

    def present(self, runs: Mapping[Measure, DailyRun]) -> None:
        self._runs = runs
        if any(run.answered for run in runs.values()):
            self.set_empty("")
            self._show_run()
        else:
            self.set_subtitle("")
            self.set_caption("")
            self.set_empty(
                "No daily check-in in these days yet. It takes ten seconds, at the same time every day, "
                "and shows how it is on days without a session too.",
                "Check in for today",
            )

    def _show_run(self) -> None:
        run = self._runs[Measure(self._measures.key)]
        self._run.present(run)
        self._boxes.present(run)
        self.set_subtitle(f"{MEASURES[run.measure]}, as you noted it each day")
        for legend, wanted in ((self._short_legend, not run.is_long), (self._long_legend, run.is_long)):
            legend.setVisible(wanted)
        self.set_caption(run_caption(run), NO_EXPERIMENT)
        self.table.fill_later(partial(run_rows, run))

    def _lay_out(self) -> None:
        apart = Paragraph("Days with and without a session: not an experiment")
        apart.setAlignment(Qt.AlignmentFlag.AlignRight)
        set_kind(apart, "small", soft=True)
        charts = QHBoxLayout()
        charts.setSpacing(SPACE_L)
        charts.addWidget(self._run, 4)
        charts.addWidget(self._boxes, 1)
        below = QHBoxLayout()
        for widget in (self._short_legend, self._long_legend):
            below.addWidget(widget)
        below.addWidget(apart, 1)
        column = QVBoxLayout()
        column.setSpacing(SPACE_S)
        column.addLayout(charts, 1)
        column.addLayout(below)
        self.pictures.addLayout(column)

    def _on_measure(self, _key: str) -> None:
        self._show_run()
