"""Rest is counted down, longer or shorter as wished, and can be left at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.ui.player.rest_page import RestPage
from desktop.ui.theme import Theme
from desktop.ui.widgets.segments import Segments
from tests.ui.conftest import in_window


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Iterator[RestPage]:
    page = RestPage(theme, ("Stay warm.", "Do not drive while drowsy."))
    window = in_window(qtbot, page)
    page.open()
    yield page
    window.close()


def test_three_minutes_are_suggested_and_counted_down(page: RestPage) -> None:
    assert page.seconds_left == 180
    page.pass_second()
    assert page.seconds_left == 179


def test_when_the_time_is_over_it_goes_on_by_itself_once(page: RestPage) -> None:
    done = QSignalSpy(page.done)
    for _ in range(180):
        page.pass_second()
    assert done.count() == 1


def test_a_longer_rest_counts_what_was_rested(qtbot: QtBot, page: RestPage) -> None:
    for _ in range(30):
        page.pass_second()
    minutes = page.findChild(Segments)
    assert minutes is not None
    qtbot.mouseClick(minutes.button("5"), Qt.MouseButton.LeftButton)
    assert page.seconds_left == 270


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_one_key_goes_on(qtbot: QtBot, page: RestPage, key: Qt.Key) -> None:
    with qtbot.waitSignal(page.done):
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_it_says_what_is_good_now(page: RestPage) -> None:
    assert {"Stay warm.", "Do not drive while drowsy."} <= {label.text() for label in page.findChildren(QLabel)}
