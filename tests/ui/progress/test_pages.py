"""The cards of the first two questions: captions, tables, notes and advice agree with what is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.assets.catalog import load_guide
from desktop.domain.captions import PAUSE_ADVICE, ROUGH_GUIDE
from desktop.domain.feeling_words import REGRESSION
from desktop.domain.headaches import HeadacheCard
from desktop.ui.progress.canvas import Canvas
from desktop.ui.progress.chart_card import ChartCard
from desktop.ui.progress.doing_page import DoingPage
from desktop.ui.progress.feeling_page import FeelingPage
from desktop.ui.progress.section_page import SectionPage
from desktop.ui.progress.target_button import TargetButton
from desktop.ui.theme import Theme
from tests.ui.progress.conftest import Show
from tests.ui.progress.felt_samples import full_feeling
from tests.ui.progress.samples import doing, feeling

APPOINTMENT = load_guide().safety.cards["appointment"]


def texts(page: SectionPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def cards(page: SectionPage) -> list[ChartCard]:
    return page.findChildren(ChartCard)


def buttons(page: SectionPage, text: str) -> list[QPushButton]:
    return [button for button in page.findChildren(QPushButton) if button.text() == text and button.isVisible()]


def test_captions_are_below_the_charts(theme: Theme, shown: Show) -> None:
    days = DoingPage(theme)
    shown(days)
    days.present(doing(6))
    page = FeelingPage(theme)
    shown(page)
    page.present(feeling(6))
    told = " | ".join([*texts(days), *texts(page)])
    assert "48 minutes in 6 sessions, 15 Nov to 20 Nov 2026. No day without a session." in told
    assert "No whole week yet, 15 Nov to 20 Nov 2026." in told
    assert "on average 1.0 lower (95 % interval from 2.1 lower to 0.1 higher, 6 sessions)" in told
    page.present(feeling(2))
    assert "too few to say" in " | ".join(texts(page))


def test_what_to_keep_in_mind_is_told_when_asked_for(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    page = FeelingPage(theme)
    shown(page, 1100, 2000)
    page.present(feeling(6))
    assert REGRESSION not in " ".join(texts(page))
    (about,) = (
        b for b in page.findChildren(QPushButton) if b.isVisible() and "About this: Before" in b.accessibleName()
    )
    QTest.mouseClick(about, Qt.MouseButton.LeftButton)
    told = " ".join(texts(page))
    assert REGRESSION in told
    assert ROUGH_GUIDE in told
    assert "the median of all 6 is 1.0 lower (sign test, 95 % interval" in told
    QTest.mouseClick(about, Qt.MouseButton.LeftButton)
    assert REGRESSION not in " ".join(texts(page))
    page.present(feeling(2))
    assert ROUGH_GUIDE not in page._felt._info.text()


@pytest.mark.parametrize(
    ("make", "found", "row"),
    [
        (DoingPage, doing(3), ["20 Nov 2026", "8 minutes", "1"]),
        (FeelingPage, full_feeling(), ["20 Nov 2026", "5", "5", "about the same"]),
    ],
)
def test_each_chart_can_be_read_as_a_table(
    make: Callable[[Theme], SectionPage], found: object, row: list[str], theme: Theme, shown: Show, qtbot: QtBot
) -> None:
    page = make(theme)
    shown(page, 1100, 2400)
    page.present(found)
    for card in cards(page):
        assert not card.table.isVisible()
        QTest.keyClick(card._switch, Qt.Key.Key_Space)
        assert card._switch.text() == "As a chart"
        assert card.table.isVisible()
        assert card.table.rowCount() == len(card.table.rows) > 0
    table = cards(page)[0].table
    assert [cell(table, 0, x) for x in range(table.columnCount())] == row
    QTest.mouseClick(cards(page)[0]._switch, Qt.MouseButton.LeftButton)
    assert not table.isVisible()


def cell(table: object, row: int, column: int) -> str:
    item = table.item(row, column)  # type: ignore[attr-defined]
    return str(item.text())


def test_two_worse_weeks_bring_the_advice(theme: Theme, shown: Show) -> None:
    page = FeelingPage(theme)
    shown(page)
    found = feeling(14)
    page.present(found)
    assert PAUSE_ADVICE not in texts(page)
    page.present(replace(found, worse_weeks=True))
    assert PAUSE_ADVICE in texts(page)


def test_many_headache_days_bring_the_words_of_the_card(theme: Theme, shown: Show) -> None:
    page = FeelingPage(theme, APPOINTMENT)
    shown(page, 1100, 2000)
    page.present(full_feeling())
    assert not any(APPOINTMENT.title in text for text in texts(page))
    page.present(replace(full_feeling(), card=HeadacheCard.PAINKILLERS))
    (advice,) = (text for text in texts(page) if APPOINTMENT.title in text)
    assert "You noted a painkiller on 15 or more days of a month." in advice
    assert "painkillers on 10 to 15 or more days a month" in advice


def test_a_card_without_anything_says_what_would_fill_it(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    page = FeelingPage(theme)
    shown(page, 1100, 2000)
    page.present(feeling(0))
    assert not any(chart.isVisible() for chart in page.findChildren(Canvas))  # type: ignore[type-abstract]
    told = " | ".join(texts(page))
    for words in ("before a session and again after", "next morning", "Every four weeks", "ten seconds", "headaches"):
        assert words in told
    check_ins = buttons(page, "Check in for today")
    assert len(check_ins) == 2
    for button in check_ins:
        with qtbot.waitSignal(page.check_in_wanted):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    page.present(full_feeling())
    assert all(chart.isVisible() for chart in page.findChildren(Canvas))  # type: ignore[type-abstract]
    assert not buttons(page, "Check in for today")


def test_the_numbers_say_what_became_of_sessions(theme: Theme, shown: Show) -> None:
    page = DoingPage(theme)
    shown(page)
    page.present(doing(3))
    assert {"3", "finished", "30", "of 30 steps done", "Your sessions, 18 Nov to 20 Nov 2026"} <= set(texts(page))
    assert "stopped early" not in texts(page)
    spoken = page._figures.accessibleName()
    assert spoken.startswith("3 sessions finished, 0 stopped early, 0 skipped; 30 of 30 steps done, 18 Nov to 20 Nov")


def test_a_target_is_passed_on(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    page = DoingPage(theme)
    shown(page)
    page.present(replace(doing(3), target=80))
    (button,) = page.findChildren(TargetButton)
    assert button.text() == "Target: 80 min a week"
    with qtbot.waitSignal(page.target_chosen) as told:
        button.menu().actions()[0].trigger()
    assert told.args == [None]


@pytest.mark.parametrize(("width", "days", "beside"), [(1118, 28, True), (900, 28, False), (1118, 91, False)])
def test_small_cards_stand_side_by_side_where_there_is_room(
    theme: Theme, shown: Show, qtbot: QtBot, width: int, days: int, beside: bool
) -> None:
    page = DoingPage(theme)
    shown(page, width, 1200)
    page.present(doing(6, days=days))
    left, right = cards(page)
    qtbot.waitUntil(partial(are_beside, left, right, beside))


def are_beside(left: ChartCard, right: ChartCard, beside: bool) -> bool:
    return (left.y() == right.y() and left.x() < right.x()) is beside


@pytest.mark.parametrize(("width", "height"), [(30, 20), (300, 60), (2000, 30)])
def test_no_room_at_all_is_no_trouble(theme: Theme, shown: Show, width: int, height: int) -> None:
    page = FeelingPage(theme)
    shown(page, width, height)
    page.present(full_feeling())
    for chart in page.findChildren(Canvas):  # type: ignore[type-abstract]
        chart.resize(width, height)
        assert not chart.grab().isNull()
