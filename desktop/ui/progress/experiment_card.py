"""The card of one's own experiment: set up, drawn day by day, and told once there is something to tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.captions import day_words
from desktop.domain.experiment import REST, Choice, Experiment
from desktop.domain.experiment_words import (
    WHY_FAIR,
    experiment_period,
    experiment_rows,
    name_of,
    progress_words,
    result_words,
)
from desktop.domain.guide import Guide
from desktop.domain.working import ExperimentResult
from desktop.ui.progress.chart_card import ChartCard
from desktop.ui.progress.experiment_days import ExperimentDays
from desktop.ui.progress.experiment_form import ExperimentForm
from desktop.ui.progress.experiment_groups import ExperimentGroups
from desktop.ui.progress.experiment_today import ExperimentToday
from desktop.ui.progress.reading_table import ReadingTable
from desktop.ui.theme import SPACE_L, SPACE_XL, Theme

_INVITATION = (
    "To find out what a routine does for you, let lots decide: on some days the routine, on others a second one or "
    "rest with music, for four weeks. It is the only place here that speaks of a difference."
)
_REST_SECONDS = 600.0


class ExperimentCard(ChartCard):
    """Signals: `wanted(str, str)` an experiment with these two; `changed(Experiment, str)` to be kept, and what was
    done; `routine_wanted(str)`; `check_in_wanted()`."""

    wanted = Signal(str, str)
    changed = Signal(object, str)
    routine_wanted = Signal(str)
    check_in_wanted = Signal()

    def __init__(self, theme: Theme, guide: Guide) -> None:
        table = ReadingTable(theme, "My own experiment, table", ("Day", "Drawn", "Kept or felt"))
        super().__init__(theme, "My own experiment", table)
        self._guide = guide
        self._titles = {slug: routine.short_title for slug, routine in guide.routines.items()}
        self._result: ExperimentResult | None = None
        self._shown: date | None = None
        self.form, self.today = ExperimentForm(theme, guide), ExperimentToday(theme)
        self.days, self.groups = ExperimentDays(theme), ExperimentGroups(theme)
        self._charts = QWidget()
        self._stop, self._again = QPushButton("Give it up"), QPushButton("A new experiment")
        for button in (self._stop, self._again):
            self.tail.addWidget(button)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._fit_picture)

    def present(self, result: ExperimentResult | None) -> None:
        """None before the first experiment. What somebody is setting up stays open until it has begun."""
        same = _id_of(result) == _id_of(self._result)
        self._result = result
        if not same:
            self._shown = None
        if not (same and self.form.isVisibleTo(self)):
            self._close_form()

    @property
    def runs(self) -> bool:
        """Whether today is one of its days."""
        experiment = self._result.experiment if self._result else None
        return experiment is not None and experiment.ended is None and experiment.runs_on(_today())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._charts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_L)
        column.addWidget(self.days)
        column.addWidget(self.groups)
        self.pictures.addWidget(self._charts)
        self.form.hide()
        self.column.insertWidget(1, self.form)
        self.column.insertWidget(1, self.today)

    def _connect(self) -> None:
        self.action_wanted.connect(self._open_form)
        self._again.clicked.connect(self._open_form)
        self._stop.clicked.connect(self._on_stop)
        self.form.started.connect(self.wanted)
        self.form.cancelled.connect(self._close_form)
        self.today.start_wanted.connect(self.routine_wanted)
        self.today.marked.connect(self._on_marked)
        self.today.check_in_wanted.connect(self.check_in_wanted)
        self.days.chosen.connect(self._on_day)

    def _fit_picture(self) -> None:
        self.set_height(round(self._charts.sizeHint().height() / self._theme.growth))

    def _open_form(self) -> None:
        self.form.show()
        self.today.hide()
        self._stack.hide()
        self.set_caption("")
        self.form.start.setFocus()
        QTimer.singleShot(0, self, self._reveal_form)

    def _reveal_form(self) -> None:
        """It may have opened below what is seen of the page."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self.form.start, 0, SPACE_XL)

    def _close_form(self) -> None:
        self.form.hide()
        self._stack.show()
        self.set_empty("" if self._result else _INVITATION, "" if self._result else "Set one up")
        self._fit_picture()
        self._show()

    def _show(self) -> None:
        if self._result is None:
            self.today.hide()
            self.set_subtitle("")
            self.set_caption("")
            return
        experiment, today = self._result.experiment, _today()
        a, b = (name_of(choice, self._titles) for choice in (experiment.a, experiment.b))
        names = dict(zip(Choice, (a, b), strict=True))
        runs = self.runs
        self._stop.setVisible(runs)
        self._again.setVisible(not runs)
        self.set_subtitle(f"{a} against {b}, {experiment_period(experiment)}")
        self.days.present(experiment, names, today, (self._shown or today) if runs else None)
        self.groups.present(self._result, names)
        self._show_day(experiment, names, today, runs=runs)
        self.table.fill(experiment_rows(self._result, (a, b), today))
        self.set_caption(f"{progress_words(self._result, today)} {result_words(self._result, (a, b))}", WHY_FAIR)

    def _show_day(self, experiment: Experiment, names: dict[Choice, str], today: date, *, runs: bool) -> None:
        day = experiment.on(self._shown or today) if runs else None
        self.today.setVisible(day is not None)
        if day is not None:
            drawn = experiment.a if day.choice is Choice.A else experiment.b
            self.today.present(day, drawn, names[day.choice], self._rest_seconds(experiment), today)

    def _rest_seconds(self, experiment: Experiment) -> float:
        """As long as the routine that rest is compared with; ten minutes where that is no longer known."""
        routine = self._guide.routines.get(experiment.a if experiment.b == REST else experiment.b)
        return routine.total_seconds if routine else _REST_SECONDS

    def _on_day(self, day: date) -> None:
        self._shown = day
        self._show()

    def _on_marked(self, day: date, kept: bool) -> None:
        if self._result is not None:
            said = f"{day_words(day)}: marked as {'done' if kept else 'not done'}."
            self.changed.emit(self._result.experiment.kept_on(day, kept), said)

    def _on_stop(self) -> None:
        if self._result is not None:
            ended = replace(self._result.experiment, ended=_today())
            self.changed.emit(ended, "Your experiment was given up. What you answered is kept.")


def _id_of(result: ExperimentResult | None) -> str:
    return result.experiment.id if result else ""


def _today() -> date:
    return date.today()  # noqa: DTZ011 - an experiment runs on the user's own days
