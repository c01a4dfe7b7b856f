"""What was drawn for a day of the experiment, the way to it, and whether it was kept to."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.captions import day_words, minutes_words
from desktop.domain.experiment import REST, ExperimentDay
from desktop.domain.experiment_words import REST_WORDS
from desktop.ui.progress.rest_button import RestButton
from desktop.ui.theme import SPACE_S, Theme, set_kind
from desktop.ui.widgets.button_row import ButtonRow
from desktop.ui.widgets.paragraph import Paragraph


class ExperimentToday(QWidget):
    """Signals: `start_wanted(str)` the routine that was drawn, `marked(date, bool)` whether it was done,
    `check_in_wanted()`."""

    start_wanted = Signal(str)
    marked = Signal(object, bool)
    check_in_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:  # noqa: ARG002
        super().__init__(parent)
        self._day: ExperimentDay | None = None
        self._drawn = ""
        self._title, self._note = QLabel(), Paragraph()
        set_kind(self._title, "strong")
        self._note.setProperty("soft", True)
        self.start = QPushButton("Start it")
        self.start.setProperty("role", "primary")
        self.start.clicked.connect(self._on_start)
        self.rest = RestButton()
        self.rest.over.connect(self._on_done)
        self.done, self.not_done = QPushButton("Done"), QPushButton("Not done")
        self.done.clicked.connect(self._on_done)
        self.not_done.clicked.connect(self._on_not_done)
        for button in (self.done, self.not_done):
            button.setCheckable(True)
            button.setProperty("role", "choice")
        check_in = QPushButton("Check in")
        check_in.clicked.connect(self.check_in_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(self._title)
        column.addWidget(self._note)
        column.addWidget(ButtonRow(self.start, self.rest, self.done, self.not_done, check_in))

    def present(self, day: ExperimentDay, drawn: str, name: str, seconds: float, today: date) -> None:
        """`drawn` is what was drawn for the day by its id, `name` what it is called, `seconds` how long a rest is."""
        rest = drawn == REST
        self._day, self._drawn = day, drawn
        when = "Today" if day.day == today else day_words(day.day)
        self._title.setText(f"{when}: {name}")
        self._note.setText(REST_WORDS.format(minutes=minutes_words(seconds / 60)))
        self._note.setVisible(rest)
        self.start.setVisible(day.day == today and not rest)
        self.rest.setVisible(day.day == today and rest)
        self.rest.set_seconds(round(seconds))
        self.done.setChecked(day.kept is True)
        self.not_done.setChecked(day.kept is False)
        for button in (self.done, self.not_done):
            button.setAccessibleName(f"{self._title.text()}: {button.text()}")

    def _on_start(self) -> None:
        self.start_wanted.emit(self._drawn)

    def _on_done(self) -> None:
        self._mark(kept=True)

    def _on_not_done(self) -> None:
        self._mark(kept=False)

    def _mark(self, *, kept: bool) -> None:
        if self._day is not None:
            self.marked.emit(self._day.day, kept)
