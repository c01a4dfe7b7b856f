"""The cards: captions, tables and advice agree with what is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.captions import PAUSE_ADVICE, ROUGH_GUIDE
from desktop.ui.progress.canvas import Canvas
from desktop.ui.progress.doing_page import DoingPage
from desktop.ui.progress.feeling_page import FeelingPage
from desktop.ui.progress.reading_table import ReadingTable
from desktop.ui.progress.section_page import SectionPage
from desktop.ui.theme import Theme
from tests.ui.progress.conftest import Show
from tests.ui.progress.samples import doing, feeling


def texts(page: SectionPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_captions_are_below_the_charts(theme: Theme, shown: Show) -> None:
    days = DoingPage(theme)
    shown(days)
    days.present(doing(6))
    page = FeelingPage(theme)
    shown(page)
    page.present(feeling(6))
    told = " | ".join([*texts(days), *texts(page)])
    assert "48 minutes in 6 sessions, 15 Nov to 20 Nov 2026. No day without a session." in told
    assert "on average 1.0 lower (95 % interval from 2.1 lower to 0.1 higher, 6 sessions)" in told
    assert any(label.toolTip() == ROUGH_GUIDE for label in page.findChildren(QLabel))
    page.present(feeling(2))
    assert "too few to say" in " | ".join(texts(page))
    assert not any(label.toolTip() for label in page.findChildren(QLabel))


@pytest.mark.parametrize(
    ("kind", "found", "row"),
    [
        (DoingPage, doing(3), ["20 Nov 2026", "8 minutes", "1"]),
        (FeelingPage, feeling(3), ["20 Nov 2026", "6", "4", "a bit lower"]),
    ],
)
def test_each_chart_can_be_read_as_a_table(
    kind: Callable[[Theme], SectionPage], found: object, row: list[str], theme: Theme, shown: Show, qtbot: QtBot
) -> None:
    page = kind(theme)
    shown(page)
    page.present(found)
    (table,) = page.findChildren(ReadingTable)
    (switch,) = (button for button in page.findChildren(QPushButton) if button.text() == "As a table")
    assert not table.isVisible()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert switch.text() == "As a chart"
    assert table.isVisible()
    assert [cell(table, 0, x) for x in range(table.columnCount())] == row
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert not table.isVisible()


def cell(table: ReadingTable, row: int, column: int) -> str:
    item = table.item(row, column)
    assert item is not None
    return item.text()


def test_two_worse_weeks_bring_the_advice(theme: Theme, shown: Show) -> None:
    page = FeelingPage(theme)
    shown(page)
    found = feeling(14)
    page.present(found)
    assert PAUSE_ADVICE not in texts(page)
    page.present(replace(found, worse_weeks=True))
    assert PAUSE_ADVICE in texts(page)


@pytest.mark.parametrize(("width", "height"), [(30, 20), (300, 60), (2000, 30)])
def test_no_room_at_all_is_no_trouble(theme: Theme, shown: Show, width: int, height: int) -> None:
    page = FeelingPage(theme)
    shown(page, width, height)
    page.present(feeling(8))
    for chart in page.findChildren(Canvas):  # type: ignore[type-abstract]
        chart.resize(width, height)
        assert not chart.grab().isNull()
