"""What to be reminded of, when, and on which days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import time

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QPushButton, QTimeEdit, QVBoxLayout, QWidget

from desktop.domain.reminder import Reminder
from desktop.domain.reminder_words import LONG_WEEKDAYS, WEEKDAYS
from desktop.ui.theme import SPACE_S, SPACE_XS
from desktop.ui.widgets.button_row import ButtonRow

NEW = Reminder("", "", time(15, 0), frozenset(range(5)))
"""What a new one begins with."""
_UNCHOSEN = "Choose a routine"


class ReminderForm(QWidget):
    """Hidden until it asks; Esc and the second button leave it. Signal: `wished(Reminder)`, with its id as before."""

    wished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._reminder = NEW
        self._titles: Mapping[str, str] = {}
        self.routine, self.at = QPushButton(_UNCHOSEN), QTimeEdit()
        self.menu = QMenu(self.routine)
        self.routine.setMenu(self.menu)
        self.at.setDisplayFormat("HH:mm")
        self.at.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.at.setAccessibleName("Time of day")
        self.days = tuple(_day_button(day) for day in range(7))
        self.save, self.leave = QPushButton("Save"), QPushButton("Cancel")
        self.save.setProperty("role", "primary")
        self._lay_out()
        self.menu.triggered.connect(self._on_routine)
        self.save.clicked.connect(self._finish)
        self.leave.clicked.connect(self.hide)
        for button in self.days:
            button.toggled.connect(self._enable)
        self.hide()

    def set_routines(self, titles: Mapping[str, str]) -> None:
        """What can be chosen: titles by the routine's id."""
        self._titles = titles
        self.menu.clear()
        for routine, title in titles.items():
            action = QAction(title, self.menu)
            action.setData(routine)
            self.menu.addAction(action)

    def ask(self, reminder: Reminder = NEW) -> None:
        """Begins with a reminder as it is."""
        self._reminder = reminder
        self.at.setTime(QTime(reminder.at.hour, reminder.at.minute))
        for day, button in enumerate(self.days):
            button.setChecked(day in reminder.days)
        self._choose(reminder.routine)
        self.show()
        self.routine.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        days = QGridLayout()
        days.setSpacing(SPACE_XS)
        for day, button in enumerate(self.days):
            days.addWidget(button, 0, day)
        at = QLabel("&At")
        at.setBuddy(self.at)
        fields = QGridLayout()
        fields.setSpacing(SPACE_S)
        for row, (label, field) in enumerate(((QLabel("Routine"), self.routine), (at, self.at))):
            fields.addWidget(label, row, 0)
            fields.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft)
        fields.addLayout(days, 2, 0, 1, 2)
        fields.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addLayout(fields)
        column.addWidget(ButtonRow(self.save, self.leave))

    def _on_routine(self, action: QAction) -> None:
        self._choose(str(action.data()))

    def _choose(self, routine: str) -> None:
        self._reminder = replace(self._reminder, routine=routine)
        self.routine.setText(self._titles.get(routine, _UNCHOSEN))
        self.routine.setAccessibleName(f"Routine: {self.routine.text()}")
        self._enable()

    def _enable(self) -> None:
        self.save.setEnabled(self._reminder.routine in self._titles and any(day.isChecked() for day in self.days))

    def _finish(self) -> None:
        chosen = self.at.time()
        days = frozenset(day for day, button in enumerate(self.days) if button.isChecked())
        self.hide()
        self.wished.emit(replace(self._reminder, at=time(chosen.hour(), chosen.minute()), days=days))


def _day_button(day: int) -> QPushButton:
    button = QPushButton(WEEKDAYS[day])
    button.setCheckable(True)
    button.setProperty("role", "day")
    button.setAccessibleName(LONG_WEEKDAYS[day])
    return button
