"""A day on a button: by the arrow keys, by the calendar, never out of its limits."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme import Theme
from desktop.ui.widgets.date_field import DateField

TODAY = date(2026, 11, 20)


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> DateField:
    made = DateField(theme, "From", date(2026, 11, 1), TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def test_arrow_keys_go_a_day_and_page_keys_a_week(field: DateField, qtbot: QtBot) -> None:
    told: list[date] = []
    field.changed.connect(told.append)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        QTest.keyClick(field, key)
    assert told == [date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 8), date(2026, 11, 1)]
    assert field.accessibleName() == "From: 1 Nov 2026"


def test_nobody_gets_beyond_the_last_day(field: DateField) -> None:
    told: list[date] = []
    field.changed.connect(told.append)
    for _ in range(4):
        QTest.keyClick(field, Qt.Key.Key_PageUp)
    assert told[-1] == TODAY
    assert len(told) == 3


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups, offscreen
def test_the_calendar_gives_the_day_that_is_clicked_and_goes(field: DateField, qtbot: QtBot) -> None:
    field.click()
    (calendar,) = field.findChildren(QCalendarWidget)
    with qtbot.waitSignal(field.changed) as told:
        calendar.clicked.emit(QDate(2026, 11, 5))
    assert told.args == [date(2026, 11, 5)]
    qtbot.waitUntil(lambda: not field.findChildren(QCalendarWidget))
