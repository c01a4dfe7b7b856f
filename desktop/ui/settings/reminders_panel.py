"""Reminders: none until somebody wants one, and nothing is counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.reminder import Reminder
from desktop.domain.reminder_words import when_words
from desktop.ui.settings.reminder_form import ReminderForm
from desktop.ui.theme import SPACE_S, Theme, set_kind
from desktop.ui.widgets.button_row import ButtonRow
from desktop.ui.widgets.layouts import empty
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.tick_box import TickBox

_ABOUT = "One quiet sentence at a time you choose. Nothing is counted, and days without are as good as any."
_IN_TRAY = "Unknot reminds you only while it is running."
_NO_TRAY = (
    "Unknot reminds you only while it is running, and only inside its window: this desktop has no tray for "
    "notifications."
)
_GONE = "A routine that is not there any more"


class RemindersPanel(Panel):
    """Signals: `wished(Reminder)` one to be kept, without an id where it is new, `removed(Reminder)`,
    `stay_chosen(bool)` whether to go on in the tray once the window is closed."""

    wished = Signal(object)
    removed = Signal(object)
    stay_chosen = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._titles: Mapping[str, str] = {}
        self.rows: list[ReminderRow] = []
        self.form, self.add_button = ReminderForm(), QPushButton("Add a reminder")
        self.stay = TickBox("Go on in the tray when the window is closed", theme)
        self.runs, self.coming = Paragraph(), Paragraph()
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE_S)
        heading, about = QLabel("Reminders"), Paragraph(_ABOUT)
        set_kind(heading, "title")
        set_kind(self.runs, "small", soft=True)
        self.column.addWidget(heading)
        self.column.addWidget(about)
        self.column.addLayout(self._list)
        for widget in (self.coming, self.form, ButtonRow(self.add_button), self.stay, self.runs):
            self.column.addWidget(widget)
        self.add_button.clicked.connect(self._on_add)
        self.form.wished.connect(self._on_wished)
        self.stay.toggled.connect(self.stay_chosen)
        self.show_tray(there=True)
        self.show_coming("")

    def set_routines(self, titles: Mapping[str, str]) -> None:
        """What one can be reminded of: titles by the routine's id."""
        self._titles = titles
        self.form.set_routines(titles)

    def show_stay(self, stays: bool) -> None:
        self.stay.blockSignals(True)
        self.stay.setChecked(stays)
        self.stay.blockSignals(False)

    def show_tray(self, there: bool) -> None:
        """Whether this desktop has a tray."""
        self.runs.setText(_IN_TRAY if there else _NO_TRAY)
        self.stay.setVisible(there)

    def show_coming(self, words: str) -> None:
        """When the next one comes, empty where none does."""
        self.coming.setText(words)
        self.coming.setVisible(bool(words))
        self.stay.setEnabled(bool(words))

    def show_reminders(self, reminders: Sequence[Reminder]) -> None:
        """Lists them anew, with the focus where it was."""
        had_focus = next((row.reminder.id for row in self.rows if row.holds_focus), "")
        empty(self._list)
        self.rows = [ReminderRow(reminder, self._titles, self._theme) for reminder in reminders]
        for row in self.rows:
            row.wished.connect(self.wished)
            row.change_wished.connect(self._on_change)
            row.removed.connect(self.removed)
            self._list.addWidget(row)
            if row.reminder.id == had_focus:
                row.active.setFocus()

    def _on_add(self) -> None:
        self.form.ask()

    def _on_change(self, reminder: Reminder) -> None:
        self.form.ask(reminder)

    def _on_wished(self, reminder: Reminder) -> None:
        """A changed one is there again, whatever was snoozed of it."""
        self.wished.emit(replace(reminder, active=True, snoozed_until=None))
        self.add_button.setFocus()


class ReminderRow(QWidget):
    """One reminder. Signals carry it: `wished` as it is to be, `change_wished` and `removed` as it is."""

    wished = Signal(object)
    change_wished = Signal(object)
    removed = Signal(object)

    def __init__(self, reminder: Reminder, titles: Mapping[str, str], theme: Theme) -> None:
        super().__init__()
        self.reminder = reminder
        words = f"{when_words(reminder)}: {titles.get(reminder.routine, _GONE)}"
        self.active, self.change, self.remove = TickBox(words, theme), QPushButton("Change"), QPushButton("Remove")
        self.active.setChecked(reminder.active)
        self.change.setAccessibleName(f"Change: {words}")
        self.remove.setAccessibleName(f"Remove: {words}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        row.addWidget(self.active, 1)
        row.addWidget(self.change)
        row.addWidget(self.remove)
        self.active.toggled.connect(self._on_active)
        self.change.clicked.connect(self._on_change)
        self.remove.clicked.connect(self._on_remove)

    @property
    def holds_focus(self) -> bool:
        return any(widget.hasFocus() for widget in (self.active, self.change, self.remove))

    def _on_active(self, active: bool) -> None:
        self.wished.emit(replace(self.reminder, active=active))

    def _on_change(self) -> None:
        self.change_wished.emit(self.reminder)

    def _on_remove(self) -> None:
        self.removed.emit(self.reminder)
