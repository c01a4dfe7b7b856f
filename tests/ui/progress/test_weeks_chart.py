"""Minutes a week: bars on their days, cut-off weeks pale, the person's own target as a line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.progress.target_button import CHOICES, TargetButton
from desktop.ui.progress.weeks_chart import WeeksChart
from desktop.ui.theme import Theme
from tests.ui.progress.conftest import Show
from tests.ui.progress.samples import doing


@pytest.fixture
def chart(theme: Theme, shown: Show) -> WeeksChart:
    """Twenty-eight days that end on a Friday: a weekend, three whole weeks, and five days."""
    made = WeeksChart(theme)
    shown(made, 900, 240)
    made.present(replace(doing(12), target=70))
    return made


def point_at(chart: WeeksChart, day: float, minutes: float) -> QPoint:
    point: QPoint = chart.plot.mapViewToScene(QPointF(day, minutes)).toPoint()
    return point


def colour_at(chart: WeeksChart, day: float, minutes: float) -> QColor:
    image: QImage = chart.grab().toImage()
    return image.pixelColor(point_at(chart, day, minutes) * image.devicePixelRatio())


def test_bars_are_as_high_as_their_minutes(chart: WeeksChart, theme: Theme) -> None:
    assert [chart.place_of(mark).y() for mark in range(chart.count)] == [0, 0, 0, 56, 40]
    assert colour_at(chart, 19.5, 50) == theme.palette.accent
    assert colour_at(chart, 19.5, 63) == theme.palette.surface
    assert colour_at(chart, 12, 10) == theme.palette.surface


def test_a_week_that_is_cut_off_is_pale_and_says_so(chart: WeeksChart, theme: Theme) -> None:
    assert colour_at(chart, 25.5, 30) not in (theme.palette.accent, theme.palette.surface)
    assert chart.reading(4) == ("40 minutes", "5 sessions, week from 16 Nov 2026, 5 days of it shown")
    assert chart.reading(3) == ("56 minutes", "7 sessions, week from 9 Nov 2026")


def test_the_target_is_a_dashed_line(chart: WeeksChart, theme: Theme) -> None:
    def dark() -> set[int]:
        """The rows in which the line's colour is met again and again."""
        image = chart.grab().toImage()
        rows = {y: sum(image.pixelColor(x, y) == theme.palette.text for x in range(200, 800)) for y in range(200)}
        return {y for y, long in rows.items() if 100 < long < 590}

    y = point_at(chart, 0, 70).y()
    assert dark() & {y - 1, y, y + 1}
    chart.present(doing(12))
    assert not dark()


def test_pointer_and_keys_read_the_weeks(chart: WeeksChart, qtbot: QtBot) -> None:
    QTest.mouseMove(chart.viewport(), point_at(chart, 18, 20))
    assert chart.picked == 3
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription().startswith("40 minutes")


def test_ten_years_of_weeks_fit(theme: Theme, shown: Show) -> None:
    chart = WeeksChart(theme)
    shown(chart, 900, 240)
    chart.present(doing(2000, days=3650))
    assert chart.count == 522
    last = chart.place_of(chart.count - 2)
    assert colour_at(chart, last.x(), last.y() / 2) == theme.palette.accent


def test_a_target_is_chosen_from_the_menu(theme: Theme, qtbot: QtBot) -> None:
    button = TargetButton()
    qtbot.addWidget(button)
    assert button.text() == "Set a target"
    actions = button.menu().actions()
    assert len(actions) == len(CHOICES) + 1
    with qtbot.waitSignal(button.chosen) as told:
        actions[4].trigger()
    assert told.args == [60]
    assert button.text() == "Target: 60 min a week"
    with qtbot.waitSignal(button.chosen) as told:
        actions[0].trigger()
    assert told.args == [None]
    assert button.text() == "Set a target"
