"""From day to day: gaps stay gaps, sessions and life events are marked, boxes only where there are enough days."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.daily_run import Measure
from desktop.domain.progress import Period
from desktop.ui.progress.boxes_chart import BoxesChart
from desktop.ui.progress.canvas import Canvas
from desktop.ui.progress.daily_card import DailyCard
from desktop.ui.progress.reading_table import ReadingTable
from desktop.ui.progress.run_chart import RunChart
from desktop.ui.theme import Theme
from tests.ui.progress.conftest import Show
from tests.ui.progress.felt_samples import run
from tests.ui.progress.samples import TODAY


@pytest.fixture
def chart(theme: Theme, shown: Show) -> RunChart:
    made = RunChart(theme)
    shown(made, 1000, 300)
    made.present(run())
    return made


def point_at(chart: Canvas, x: float, y: float) -> QPoint:
    point: QPoint = chart.plot.mapViewToScene(QPointF(x, y)).toPoint()
    return point


def colour_at(chart: Canvas, x: float, y: float) -> QColor:
    image: QImage = chart.grab().toImage()
    return image.pixelColor(point_at(chart, x, y) * image.devicePixelRatio())


def test_days_with_and_without_an_answer_can_be_read(chart: RunChart) -> None:
    assert chart.count == 91
    assert chart.reading(90) == ("Tension 4", "20 Nov 2026, median of 7 days 4, session")
    assert chart.reading(87) == ("No check-in", "17 Nov 2026, median of 7 days 5")
    assert chart.reading(80) == ("Moved house", "No check-in, 10 Nov 2026, median of 7 days 5, session")


def test_gaps_stay_gaps(chart: RunChart) -> None:
    lines = [line.toList() for line in chart._marks._thin]
    assert len(lines) == 14
    assert [point.x() for point in lines[-1]] == [88, 89, 90]
    assert all(b.x() - a.x() == 1 for line in lines for a, b in pairwise(line))


def test_sessions_are_ticks_below_the_scale(chart: RunChart, theme: Theme) -> None:
    assert colour_at(chart, 90, -0.85) != theme.palette.surface
    assert colour_at(chart, 89, -0.85) == theme.palette.surface


def test_the_pointer_finds_a_life_event_beside_it(chart: RunChart, theme: Theme, qtbot: QtBot) -> None:
    assert colour_at(chart, 80, 10.9) == theme.palette.chosen
    QTest.mouseMove(chart.viewport(), point_at(chart, 80, 9) + QPoint(6, 0))
    assert chart.picked == 80
    QTest.mouseMove(chart.viewport(), point_at(chart, 84, 9))
    assert chart.picked == 84


def test_single_nights_are_not_drawn(chart: RunChart) -> None:
    chart.present(run(Measure.SLEEP))
    assert not chart._marks._thin
    assert chart._marks._bold
    assert chart.reading(90)[0] == "Sleep 4"


def test_ten_years_are_told_by_the_month(chart: RunChart) -> None:
    chart.present(run(period=Period.back_from(TODAY, 3650)))
    (bold,) = chart._marks._bold
    assert bold.size() == 121
    assert not chart.grab().isNull()


def test_boxes_say_how_many_days_they_speak_of(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    chart = BoxesChart(theme)
    shown(chart, 300, 300)
    chart.present(run())
    assert chart.reading(0) == ("Session: median 4", "40 days, half of them 4 to 4")
    assert chart.reading(1) == ("No session: median 6", "38 days, half of them 6 to 6")
    assert colour_at(chart, 0, 4) == theme.palette.text
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.picked == 1


def test_too_few_days_have_no_box(theme: Theme, shown: Show) -> None:
    chart = BoxesChart(theme)
    shown(chart, 300, 300)
    chart.present(run(period=Period.back_from(TODAY, 8)))
    assert chart.reading(0) == ("Session", "4 days, too few to say")
    assert colour_at(chart, 0, 4) == theme.palette.surface


def test_the_card_shows_the_measure_that_is_chosen(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    card = DailyCard(theme)
    shown(card, 1000, 460)
    card.present({measure: run(measure) for measure in Measure})
    said = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert "Days with and without a session: not an experiment" in said
    assert "78 days answered, 22 Aug to 20 Nov 2026; 13 days without an answer." in " ".join(said)
    QTest.mouseClick(card._measures.button(Measure.PAIN), Qt.MouseButton.LeftButton)
    (chart,) = card.findChildren(RunChart)
    assert chart.reading(90)[0] == "Pain 4"
    (table,) = card.findChildren(ReadingTable)
    assert table.rows[0] == ("20 Nov 2026", "4", "4", "yes", "")
    assert ("10 Nov 2026", "", "5", "yes", "Moved house") in table.rows


def test_without_an_answer_the_card_asks_for_one(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    card = DailyCard(theme)
    shown(card, 1000, 300)
    card.present({})
    assert not any(chart.isVisible() for chart in card.findChildren(RunChart))
    with qtbot.waitSignal(card.action_wanted):
        QTest.mouseClick(card._note._button, Qt.MouseButton.LeftButton)
    card.present({measure: run(measure) for measure in Measure})
    assert all(chart.isVisible() for chart in card.findChildren(RunChart))
