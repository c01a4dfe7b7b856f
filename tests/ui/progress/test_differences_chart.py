"""The strip: every difference a dot; the mean and its interval from six sessions on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.progress.differences_chart import DifferencesChart
from desktop.ui.theme import Theme
from tests.ui.progress.conftest import Show
from tests.ui.progress.samples import feeling


def has_text_colour(chart: DifferencesChart, y: float) -> bool:
    """Whether the mean's colour is met anywhere at that height of the plot."""
    image = chart.grab().toImage()
    left = chart.plot.sceneBoundingRect().left()
    row = chart.plot.mapViewToScene(QPointF(0, y)).toPoint().y()
    colour = chart.theme.palette.text
    return any(image.pixelColor(x, row) == colour for x in range(int(left), image.width()))


def test_five_are_too_few_for_a_mean(theme: Theme, shown: Show) -> None:
    chart = DifferencesChart(theme)
    shown(chart, 260, 300)
    chart.present(feeling(5))
    assert chart.count == 0
    assert not has_text_colour(chart, -1.2)


def test_six_have_a_mean_with_an_interval(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    chart = DifferencesChart(theme)
    shown(chart, 260, 300)
    chart.present(feeling(6))
    assert has_text_colour(chart, -1.0)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription() == "On average 1.0 lower, 95 % interval from 2.1 lower to 0.1 higher"


def test_nothing_to_show_is_no_trouble(theme: Theme, shown: Show) -> None:
    chart = DifferencesChart(theme)
    shown(chart)
    chart.present(feeling(0))
    assert not chart.grab().isNull()
