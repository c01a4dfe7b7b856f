"""The dumbbells: hollow before, filled after, the newest right, means where they are too many."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QImage

from desktop.domain.progress import Unit
from desktop.ui.progress.pairs_chart import PairsChart
from desktop.ui.theme import Theme
from tests.ui.progress.conftest import Show
from tests.ui.progress.samples import feeling


def colour_at(chart: PairsChart, x: float, y: float) -> QColor:
    point: QPoint = chart.plot.mapViewToScene(QPointF(x, y)).toPoint()
    image: QImage = chart.grab().toImage()
    return image.pixelColor(point * image.devicePixelRatio())


def test_before_is_hollow_and_after_is_filled(theme: Theme, shown: Show) -> None:
    chart = PairsChart(theme)
    shown(chart, 800, 400)
    chart.present(feeling(3))
    assert colour_at(chart, 0, 6) == theme.palette.surface
    assert colour_at(chart, 0, 4) == theme.palette.accent
    assert colour_at(chart, 1, 5) == theme.palette.accent
    assert colour_at(chart, 1, 5.8) == theme.palette.surface_soft
    assert colour_at(chart, 8, 4) == theme.palette.surface


def test_readings(theme: Theme, shown: Show) -> None:
    chart = PairsChart(theme)
    shown(chart)
    chart.present(feeling(3))
    assert [chart.reading(mark) for mark in range(chart.count)] == [
        ("6 before, 4 after", "18 Nov: a bit lower"),
        ("5 before, 5 after", "19 Nov: about the same"),
        ("6 before, 4 after", "20 Nov: a bit lower"),
    ]


def test_too_many_sessions_are_told_by_the_week_or_the_month(theme: Theme, shown: Show) -> None:
    chart = PairsChart(theme)
    shown(chart)
    means = tuple(replace(pair, sessions=5) for pair in feeling(15, days=120, every=7).pairs)
    chart.present(replace(feeling(0), unit=Unit.WEEK, pairs=means))
    assert (chart.unit, chart.count) == (Unit.WEEK, 15)
    assert chart.reading(14) == ("6 before, 4 after", "Week of 16 Nov: a bit lower, mean of 5 sessions")
    chart.present(replace(feeling(0), unit=Unit.MONTH, pairs=means))
    assert chart.reading(14)[1] == "Month of Nov 2026: a bit lower, mean of 5 sessions"


def test_nothing_to_show_is_no_trouble(theme: Theme, shown: Show) -> None:
    chart = PairsChart(theme)
    shown(chart)
    chart.present(feeling(0))
    assert chart.count == 0
    assert not chart.grab().isNull()
