"""A day and a time of day."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QHBoxLayout, QTimeEdit, QWidget

from desktop.ui.theme import SPACE_M, Theme
from desktop.ui.widgets.date_field import DateField


class MomentRow(QWidget):
    """`at` is the moment as it was lived, aware, with the clock's offset from UTC on that day. Left as it was given it
    stays exactly that, in the zone it was given in; what would be in the future is now."""

    def __init__(self, theme: Theme, at: datetime, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = at
        self.day = DateField(theme, "Day", at.date(), today)
        self.time = QTimeEdit(QTime(at.hour, at.minute))
        self.time.setDisplayFormat("HH:mm")
        self.time.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.time.setAccessibleName("Time of day")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        row.addWidget(self.day)
        row.addWidget(self.time)
        row.addStretch(1)

    @property
    def at(self) -> datetime:
        time = self.time.time()
        chosen = (self.day.day, time.hour(), time.minute())
        if chosen == (self._given.date(), self._given.hour, self._given.minute):
            return self._given
        day = self.day.day
        chosen_at = datetime(day.year, day.month, day.day, time.hour(), time.minute()).astimezone()
        return min(chosen_at, datetime.now(UTC).astimezone())
