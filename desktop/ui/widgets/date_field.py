"""A day: a button that says it and opens a calendar below."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLayout, QPushButton, QToolButton, QWidget

from desktop.domain.captions import day_words
from desktop.ui.icons import icon
from desktop.ui.theme import SPACE_S, Theme
from desktop.ui.widgets.panel import Panel

_STEPS = {Qt.Key.Key_Down: -1, Qt.Key.Key_Up: 1, Qt.Key.Key_PageDown: -7, Qt.Key.Key_PageUp: 7}
"""Days a key goes back or on while the calendar is closed."""


class DateField(QPushButton):
    """`changed(date)` when somebody chose another day; setting it by program says nothing. The arrow keys go a day
    back and on, Page Up and Down a week; a click or Enter opens the calendar."""

    changed = Signal(object)

    def __init__(self, theme: Theme, name: str, day: date, last: date, parent: QWidget | None = None) -> None:
        """No day after `last` can be chosen."""
        super().__init__(parent)
        self._theme, self._name, self._day = theme, name, day
        self._first, self._last = date(1990, 1, 1), last
        self._popup: Panel | None = None
        self.clicked.connect(self._open)
        self._say()

    @property
    def day(self) -> date:
        return self._day

    def set_day(self, day: date) -> None:
        """A day out of the limits becomes the nearest one within."""
        self._day = min(max(day, self._first), self._last)
        self._say()

    def set_limits(self, first: date, last: date) -> None:
        self._first, self._last = first, last
        self.set_day(self._day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(QDate(self._day.year, self._day.month, self._day.day).addDays(step))

    def hideEvent(self, event: QHideEvent) -> None:
        self._close()
        super().hideEvent(event)

    def _say(self) -> None:
        text = f"{day_words(self._day)} {self._day.year}"
        self.setText(text)
        self.setAccessibleName(f"{self._name}: {text}")
        self.setToolTip(f"{self._name} (arrow keys change the day)")

    def _open(self) -> None:
        self._close()
        popup = self._popup = Panel(self._theme, self, margin=SPACE_S)
        popup.setWindowFlag(Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        calendar = _calendar(self._theme)
        calendar.setDateRange(_qt(self._first), _qt(self._last))
        calendar.setSelectedDate(_qt(self._day))
        calendar.clicked.connect(self._on_picked)
        calendar.activated.connect(self._on_picked)
        popup.destroyed.connect(self._forget)
        popup.column.addWidget(calendar)
        popup.column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        popup.resize(popup.sizeHint())
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        popup.show()
        calendar.setFocus()

    def _on_picked(self, day: QDate) -> None:
        self._close()
        self._choose(day)

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.close()

    def _forget(self) -> None:
        self._popup = None

    def _choose(self, chosen: QDate) -> None:
        before = self._day
        self.set_day(date(chosen.year(), chosen.month(), chosen.day()))
        if self._day != before:
            self.changed.emit(self._day)


def _calendar(theme: Theme) -> QCalendarWidget:
    """Qt's calendar in our colours: its weekends would be red and its arrows black on dark."""
    calendar = QCalendarWidget()
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    plain = QTextCharFormat()
    plain.setForeground(theme.palette.text)
    for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekday, plain)
    for name, picture in (("qt_calendar_prevmonth", "previous"), ("qt_calendar_nextmonth", "next")):
        button = calendar.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(icon(picture, theme.palette.text))
    return calendar


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
