"""Compared with the start, in seven steps (content sheet 6.1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop.domain.captions import first_upper
from desktop.domain.feeling_words import STEPS
from desktop.domain.records import GlobalChange, Step7
from desktop.ui.diary.labelled import Labelled
from desktop.ui.diary.moment_row import MomentRow
from desktop.ui.diary.sheet import Sheet
from desktop.ui.theme import Theme


class ChangeForm(Sheet):
    """Signal: `kept(GlobalChange)`."""

    def __init__(
        self, theme: Theme, today: date, given: GlobalChange, chosen: bool, parent: QWidget | None = None
    ) -> None:
        """`given` says which one it is and when; whether its step was `chosen` by somebody already."""
        super().__init__(theme, "Compared with when you started, how is it now?", parent)
        self._given = given
        self.moment = MomentRow(theme, given.at, today)
        self.column.addWidget(Labelled("When", self.moment))
        self._group = QButtonGroup(self)
        self.steps: dict[Step7, QPushButton] = {}
        for step in sorted(Step7, reverse=True):
            button = self.steps[step] = QPushButton(first_upper(STEPS[step]))
            button.setCheckable(True)
            button.setProperty("role", "choice")
            button.setChecked(chosen and step is given.step)
            self._group.addButton(button)
            self.column.addWidget(button)
        self._group.buttonClicked.connect(self._check)
        self.column.addStretch(1)
        self._check()
        self.steps[given.step if chosen else Step7.MUCH_BETTER].setFocus()

    def on_keep(self) -> None:
        step = next(step for step, button in self.steps.items() if button.isChecked())
        self.kept.emit(replace(self._given, at=self.moment.at, step=step))
        self.accept()

    def _check(self) -> None:
        self.keep.setEnabled(self._group.checkedButton() is not None)
