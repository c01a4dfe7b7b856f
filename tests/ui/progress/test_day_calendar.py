"""The calendar: a dot for a day with a session, larger for more minutes; read with the pointer and with the keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.doing import Doing
from desktop.domain.progress import DayMinutes
from desktop.ui.progress.day_calendar import DEPTHS, DayCalendar
from desktop.ui.progress.tints import between
from desktop.ui.theme import Theme
from tests.ui.progress.conftest import Show
from tests.ui.progress.samples import doing


@pytest.fixture
def calendar(theme: Theme, shown: Show) -> DayCalendar:
    made = DayCalendar(theme)
    shown(made, 620, 260)
    made.present(doing(3, every=2))
    return made


def beside(calendar: DayCalendar, mark: int) -> QColor:
    """The colour a little right of the number in a day's dot."""
    image = calendar.grab().toImage()
    point = (calendar.place_of(mark) + QPointF(0, 9)).toPoint()
    return image.pixelColor(point * image.devicePixelRatio())


def with_minutes(minutes: float) -> Doing:
    found = doing(1)
    return replace(found, days=(*found.days[:-1], DayMinutes(found.days[-1].day, minutes, 1)))


def test_a_day_with_a_session_has_a_dot_and_a_day_of_rest_none(calendar: DayCalendar, theme: Theme) -> None:
    palette = theme.palette
    assert beside(calendar, 27) == between(palette.surface, palette.accent, DEPTHS[1])
    assert beside(calendar, 26) == palette.ground
    theme.set_mode("dark")
    assert beside(calendar, 27) == between(theme.palette.surface, theme.palette.accent, DEPTHS[1])


@pytest.mark.parametrize(("minutes", "level"), [(1, 0), (5, 1), (12, 2), (90, 3)])
def test_more_minutes_are_deeper(calendar: DayCalendar, theme: Theme, minutes: float, level: int) -> None:
    calendar.present(with_minutes(minutes))
    assert beside(calendar, 27) == between(theme.palette.surface, theme.palette.accent, DEPTHS[level])


def test_the_pointer_reads_a_day(calendar: DayCalendar, qtbot: QtBot) -> None:
    QTest.mouseMove(calendar, calendar.place_of(25).toPoint())
    assert calendar.accessibleDescription() == "8 minutes, 18 Nov 2026, 1 session"
    QTest.mouseMove(calendar, calendar.place_of(24).toPoint())
    assert calendar.accessibleDescription() == "No session, 17 Nov 2026"
    QTest.mouseMove(calendar, QPointF(1, 1).toPoint())
    assert calendar.picked is None


def test_the_keys_go_by_day_and_by_week(calendar: DayCalendar, qtbot: QtBot) -> None:
    keys = Qt.Key
    for key, day in (
        (keys.Key_Left, 27), (keys.Key_Left, 26), (keys.Key_Up, 19), (keys.Key_Right, 20), (keys.Key_Down, 27),
        (keys.Key_Down, 27), (keys.Key_Home, 0), (keys.Key_End, 27), (keys.Key_Escape, None),
    ):  # fmt: skip
        QTest.keyClick(calendar, key)
        assert calendar.picked == day


def test_many_years_are_told_by_the_week(calendar: DayCalendar) -> None:
    calendar.present(doing(400, days=3650))
    assert calendar.count == len(doing(400, days=3650).weeks)
    assert calendar.reading(calendar.count - 1) == ("40 minutes", "week from 16 Nov 2026, 5 sessions")
    assert not calendar.grab().isNull()


def test_a_year_lies_from_left_to_right(calendar: DayCalendar, qtbot: QtBot) -> None:
    calendar.present(doing(30, days=365))
    calendar.pick(300)
    QTest.keyClick(calendar, Qt.Key.Key_Right)
    assert calendar.picked == 307
    QTest.keyClick(calendar, Qt.Key.Key_Up)
    assert calendar.picked == 306


def test_before_anything_was_found_there_is_nothing_to_read(theme: Theme, shown: Show) -> None:
    calendar = DayCalendar(theme)
    shown(calendar)
    QTest.keyClick(calendar, Qt.Key.Key_Left)
    assert (calendar.count, calendar.picked, calendar.wish) == (0, None, 0.0)
    with pytest.raises(LookupError):
        calendar.reading(0)
