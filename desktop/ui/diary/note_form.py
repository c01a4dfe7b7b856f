"""A note on a day, perhaps a life event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.domain.records import DayNote
from desktop.ui.diary.labelled import Labelled
from desktop.ui.diary.sheet import Sheet
from desktop.ui.theme import Theme
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.tick_box import TickBox

_HEIGHT = 110


class NoteForm(Sheet):
    """Signal: `kept(DayNote)`, the one that was given with what was changed, or a new one."""

    def __init__(self, theme: Theme, today: date, note: DayNote | None = None, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Note on a day", parent)
        self._note = note or DayNote(uuid4().hex, today, "")
        self.day = DateField(theme, "Day", self._note.day, today)
        self.text = QPlainTextEdit(self._note.text)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.room(_HEIGHT))
        self.text.setAccessibleName("Note")
        self.text.textChanged.connect(self._check)
        self.life_event = TickBox("A life event: also marked in the daily chart", theme)
        self.life_event.setChecked(self._note.life_event)
        self.column.addWidget(Labelled("Day", self.day, small=True))
        self.column.addWidget(Labelled("What was there?", self.text))
        self.column.addWidget(self.life_event)
        self.say_more("A move, an illness, a new chair: what may explain a stretch of days later. Ctrl+Enter keeps.")
        self.column.addStretch(1)
        self._check()
        self.text.setFocus()

    def on_keep(self) -> None:
        text = self.text.toPlainText().strip()
        self.kept.emit(replace(self._note, day=self.day.day, text=text, life_event=self.life_event.isChecked()))
        self.accept()

    def _check(self) -> None:
        self.keep.setEnabled(bool(self.text.toPlainText().strip()))
