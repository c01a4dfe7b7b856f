"""The cards: captions, tables and advice agree with what is drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.captions import PAUSE_ADVICE, ROUGH_GUIDE
from desktop.ui.progress.canvas import Canvas
from desktop.ui.progress.charts_page import ChartsPage
from desktop.ui.progress.reading_table import ReadingTable
from desktop.ui.theme import Theme
from tests.ui.progress.conftest import Show
from tests.ui.progress.samples import series


def texts(page: ChartsPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_captions_are_below_the_charts(theme: Theme, shown: Show) -> None:
    page = ChartsPage(theme)
    shown(page)
    page.present(series(6))
    told = " | ".join(texts(page))
    assert "48 minutes in 6 sessions, 15 Nov to 20 Nov 2026. No day without a session." in told
    assert "on average 1.0 lower (95 % interval from 2.1 lower to 0.1 higher, 6 sessions)" in told
    assert any(label.toolTip() == ROUGH_GUIDE for label in page.findChildren(QLabel))
    page.present(series(2))
    assert "too few to say" in " | ".join(texts(page))
    assert not any(label.toolTip() for label in page.findChildren(QLabel))


def test_each_chart_can_be_read_as_a_table(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    page = ChartsPage(theme)
    shown(page)
    page.present(series(3))
    tables = page.findChildren(ReadingTable)
    switches = page.findChildren(QPushButton)
    assert [table.isVisible() for table in tables] == [False, False]
    for switch in switches:
        QTest.keyClick(switch, Qt.Key.Key_Space)
        assert switch.text() == "As a chart"
    assert [table.isVisible() for table in tables] == [True, True]
    rows = {table.accessibleName(): [cell(table, 0, x) for x in range(table.columnCount())] for table in tables}
    assert rows == {
        "Minutes a day, table": ["20 Nov 2026", "8 minutes", "1"],
        "Tension, table": ["20 Nov 2026", "6", "4", "a bit lower"],
    }
    QTest.mouseClick(switches[0], Qt.MouseButton.LeftButton)
    assert [table.isVisible() for table in tables] == [False, True]


def cell(table: ReadingTable, row: int, column: int) -> str:
    item = table.item(row, column)
    assert item is not None
    return item.text()


def test_two_worse_weeks_bring_the_advice(theme: Theme, shown: Show) -> None:
    page = ChartsPage(theme)
    shown(page)
    found = series(14)
    page.present(found)
    assert PAUSE_ADVICE not in texts(page)
    page.present(replace(found, pairs=tuple(replace(pair, before=3, after=6) for pair in found.pairs)))
    assert PAUSE_ADVICE in texts(page)


@pytest.mark.parametrize(("width", "height"), [(30, 20), (300, 60), (2000, 30)])
def test_no_room_at_all_is_no_trouble(theme: Theme, shown: Show, width: int, height: int) -> None:
    page = ChartsPage(theme)
    shown(page, width, height)
    page.present(series(8))
    for chart in page.findChildren(Canvas):  # type: ignore[type-abstract]
        chart.resize(width, height)
        assert not chart.grab().isNull()
