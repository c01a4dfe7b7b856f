"""What is told over months: headache days, the answer every four weeks, and how it was later."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.progress.canvas import Canvas
from desktop.ui.progress.global_chart import GlobalChart
from desktop.ui.progress.headaches_chart import HeadachesChart
from desktop.ui.progress.later_chart import LaterChart
from desktop.ui.theme import Theme
from tests.ui.progress.conftest import Show
from tests.ui.progress.felt_samples import full_feeling


def colour_at(chart: Canvas, x: float, y: float) -> QColor:
    point: QPoint = chart.plot.mapViewToScene(QPointF(x, y)).toPoint()
    image: QImage = chart.grab().toImage()
    return image.pixelColor(point * image.devicePixelRatio())


def test_painkiller_days_are_inside_headache_days(theme: Theme, shown: Show) -> None:
    chart = HeadachesChart(theme)
    shown(chart, 800, 260)
    chart.present(full_feeling().headaches)
    palette = theme.palette
    assert colour_at(chart, 0.5, 1) == palette.text
    assert colour_at(chart, 0.5, 3) == palette.accent
    assert colour_at(chart, 1.5, 1) == palette.surface  # nobody answered in October
    assert colour_at(chart, 2.5, 4) == palette.text  # more painkillers than headaches are seen too
    assert chart.reading(0) == ("Headache on 4 days, painkiller on 2", "Sept 2026, 20 days answered")
    assert chart.place_of(1) == QPointF(2.5, 5)


def test_each_answer_stands_on_its_step(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    chart = GlobalChart(theme)
    shown(chart, 500, 220)
    chart.present(full_feeling().global_changes)
    assert colour_at(chart, 0, 0) == theme.palette.accent
    assert colour_at(chart, 1, 1) == theme.palette.accent
    assert colour_at(chart, 1, -1) == theme.palette.surface
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription() == "A little better, compared with the start, 29 Oct 2026"


def test_later_ratings_have_a_row_each(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    chart = LaterChart(theme)
    shown(chart, 500, 220)
    chart.present(full_feeling())
    assert [chart.reading(row) for row in range(chart.count)] == [
        ("Right after 1.0 lower", "95 % interval 0.1 to 1.9, 8 sessions"),
        ("An hour after 1.5 lower", "95 % interval 1.1 to 1.9, 8 sessions"),
        ("Next morning", "2 sessions, too few to say"),
    ]
    assert colour_at(chart, -1.5, -1) == theme.palette.text
    assert colour_at(chart, -0.5, -2) != theme.palette.text
    QTest.mouseMove(chart.viewport(), chart.plot.mapViewToScene(QPointF(2, -2)).toPoint())
    assert chart.picked == 2


def test_nothing_later_is_no_trouble(theme: Theme, shown: Show) -> None:
    chart = LaterChart(theme)
    shown(chart, 500, 220)
    chart.present(replace(full_feeling(), later={}))
    assert chart.reading(1) == ("An hour after", "0 sessions, too few to say")
    assert not chart.grab().isNull()
