"""The bars: drawn where their days are, read with the pointer and with the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.progress.minutes_chart import MinutesChart
from desktop.ui.theme import Theme
from tests.ui.progress.conftest import Show
from tests.ui.progress.samples import doing


@pytest.fixture
def chart(theme: Theme, shown: Show) -> MinutesChart:
    made = MinutesChart(theme)
    shown(made, 900, 240)
    made.present(doing(3, every=2))
    return made


def point_on(chart: MinutesChart, day: int, minutes: float) -> QPoint:
    place = chart.place_of(day)
    place.setY(minutes)
    point: QPoint = chart.plot.mapViewToScene(place).toPoint()
    return point


def colour_at(chart: MinutesChart, day: int, minutes: float) -> QColor:
    image: QImage = chart.grab().toImage()
    return image.pixelColor(point_on(chart, day, minutes) * image.devicePixelRatio())


def test_bars_stand_on_their_days_and_are_as_high_as_their_minutes(chart: MinutesChart, theme: Theme) -> None:
    for day in (23, 25, 27):
        assert colour_at(chart, day, 4) == theme.palette.accent
        assert colour_at(chart, day, 9) != theme.palette.accent
    assert colour_at(chart, 24, 4) == theme.palette.surface
    assert colour_at(chart, 27, 9) == theme.palette.surface_soft


def test_colours_follow_the_theme(chart: MinutesChart, theme: Theme) -> None:
    theme.set_mode("dark")
    assert colour_at(chart, 23, 4) == theme.palette.accent
    assert colour_at(chart, 24, 4) == theme.palette.surface


def test_the_pointer_reads_a_day(chart: MinutesChart, qtbot: QtBot) -> None:
    QTest.mouseMove(chart.viewport(), point_on(chart, 25, 4))
    assert chart.picked == 25
    assert chart.accessibleDescription() == "8 minutes, 18 Nov, 1 session"
    QTest.mouseMove(chart.viewport(), point_on(chart, 24, 4))
    assert chart.accessibleDescription() == "No session, 17 Nov"
    QTest.mouseMove(chart.viewport(), QPoint(2, 2))
    assert chart.picked is None


def test_the_keys_read_the_days(chart: MinutesChart, qtbot: QtBot) -> None:
    for key, day in (
        (Qt.Key.Key_Left, 27),
        (Qt.Key.Key_Left, 26),
        (Qt.Key.Key_Right, 27),
        (Qt.Key.Key_Right, 27),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 27),
        (Qt.Key.Key_Escape, None),
    ):
        QTest.keyClick(chart, key)
        assert chart.picked == day


def test_new_data_takes_the_reading_away(chart: MinutesChart) -> None:
    chart.pick(27)
    chart.present(doing(1, days=7))
    assert (chart.picked, chart.accessibleDescription(), chart.count) == (None, "", 7)


def test_the_wheel_and_clicks_are_left_to_the_page(chart: MinutesChart, qtbot: QtBot) -> None:
    before = chart.plot.viewRange()
    QTest.mousePress(chart.viewport(), Qt.MouseButton.RightButton)
    QTest.mouseRelease(chart.viewport(), Qt.MouseButton.RightButton)
    assert chart.plot.viewRange() == before
    assert chart.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
