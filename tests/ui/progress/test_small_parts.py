"""The small parts of the place: grey shapes, invitation, legend, advice, table."""

from __future__ import annotations

from functools import partial
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.progress.advice_band import AdviceBand
from desktop.ui.progress.current_stack import CurrentStack
from desktop.ui.progress.fetcher import Fetcher
from desktop.ui.progress.invitation import Invitation
from desktop.ui.progress.legend import Legend, Sign
from desktop.ui.progress.reading_table import ReadingTable
from desktop.ui.progress.skeleton import Skeleton
from desktop.ui.theme import Theme
from tests.ui.progress.conftest import Show

SIGNS: list[Sign] = list(get_args(Sign))


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_the_skeleton_says_when_it_was_seen(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    skeleton = Skeleton(theme)
    with qtbot.waitSignal(skeleton.painted):
        shown(skeleton, 600, 400)
    assert picture(skeleton).pixelColor(300, 100) in (theme.palette.surface, theme.palette.surface_soft)
    light = picture(skeleton)
    theme.set_mode("dark")
    assert picture(skeleton) != light


def test_the_invitation_can_be_accepted(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    invitation = Invitation(theme)
    shown(invitation)
    (button,) = invitation.findChildren(QPushButton)
    with qtbot.waitSignal(invitation.accepted):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_sign_has_its_word_and_no_two_look_alike(theme: Theme, shown: Show) -> None:
    legend = Legend(theme, [(sign, sign) for sign in SIGNS])
    shown(legend, 500, 30)
    assert [label.text() for label in legend.findChildren(QLabel)] == SIGNS
    drawn = [
        picture(child) for child in legend.children() if isinstance(child, QWidget) and not isinstance(child, QLabel)
    ]
    assert len(drawn) == len(SIGNS)
    assert all(one != other for n, one in enumerate(drawn) for other in drawn[:n])


def test_advice_is_seen_only_when_there_is_some(theme: Theme, shown: Show) -> None:
    band = AdviceBand(theme)
    shown(band, 400, 60)
    band.say("Take a pause.")
    assert band.isVisible()
    assert picture(band).pixelColor(200, 4) == theme.palette.warn
    theme.set_mode("dark")
    assert picture(band).pixelColor(200, 4) == theme.palette.warn
    band.say("")
    assert not band.isVisible()


def test_a_table_is_read_not_written(theme: Theme, shown: Show) -> None:
    table = ReadingTable(theme, "Minutes", ("Day", "Time"))
    shown(table, 400, 200)
    table.fill([("20 Nov", "8 minutes"), ("19 Nov", "4 minutes")])
    table.fill([("21 Nov", "1 minute")])
    assert (table.rowCount(), table.columnCount(), table.accessibleName()) == (1, 2, "Minutes")
    assert table.editTriggers() is ReadingTable.EditTrigger.NoEditTriggers


def test_fetching_starts_once(qtbot: QtBot) -> None:
    fetcher = Fetcher()
    said: list[bool] = []
    fetcher.fetched.connect(lambda: said.append(True))
    with qtbot.waitSignal(fetcher.fetched, timeout=20_000):
        fetcher.start()
        fetcher.start()
    qtbot.wait(20)
    assert said == [True]


def test_a_failed_import_is_told_to_whoever_imports(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.ui.progress import fetcher as module

    def fail(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(module, "import_module", fail)
    fetcher = Fetcher()
    said: list[bool] = []
    fetcher.fetched.connect(lambda: said.append(True))
    with pytest.raises(ImportError, match="pyqtgraph"):
        fetcher._fetch()
    qtbot.wait(10)
    assert said == [True]


def test_each_page_of_a_stack_is_as_high_as_itself(shown: Show, qtbot: QtBot) -> None:
    stack, high, low = CurrentStack(), QWidget(), QWidget()
    high.setMinimumHeight(2000)
    low.setMinimumHeight(100)
    for page in (low, high):
        stack.add_page(page)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(stack)
    shown(scroll, 400, 300)
    for page, height in ((high, 2000), (low, scroll.viewport().height())):
        stack.show_page(page)
        qtbot.waitUntil(partial(is_high, stack, height))


def is_high(widget: QWidget, height: int) -> bool:
    return widget.height() == height
