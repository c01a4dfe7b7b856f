"""The check-in over the stage: it comes, is answered or goes by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.player.check_in import CheckIn
from desktop.ui.theme import Theme


@pytest.fixture
def check_in(qtbot: QtBot, qapp: QApplication) -> Iterator[CheckIn]:
    theme = Theme("light")
    theme.apply(qapp)
    stage = QWidget()
    stage.resize(900, 600)
    qtbot.addWidget(stage)
    stage.show()
    shown = CheckIn(theme, stage)
    shown.set_moments((60.0, 180.0))
    yield shown
    stage.hide()


def press(check_in: CheckIn, text: str) -> None:
    next(button for button in check_in.findChildren(QPushButton) if button.text() == text).click()


def test_it_comes_and_goes_by_itself(check_in: CheckIn) -> None:
    asked = QSignalSpy(check_in.asked)
    check_in.follow(30.0)
    assert not check_in.isVisible()
    check_in.follow(61.0)
    check_in.follow(62.0)
    assert check_in.isVisible()
    assert asked.count() == 1
    check_in.follow(90.0)
    assert not check_in.isVisible()


@pytest.mark.parametrize(("text", "lighter", "stopped"), [("Lighter", 1, 0), ("Good as it is", 0, 0), ("Stop", 0, 1)])
def test_an_answer_is_passed_on_once_and_it_is_not_asked_again(
    check_in: CheckIn, text: str, lighter: int, stopped: int
) -> None:
    spies = QSignalSpy(check_in.lighter), QSignalSpy(check_in.stopped)
    check_in.follow(61.0)
    press(check_in, text)
    check_in.follow(63.0)
    assert not check_in.isVisible()
    assert (spies[0].count(), spies[1].count()) == (lighter, stopped)
    check_in.follow(100.0)
    check_in.follow(181.0)
    assert check_in.isVisible()
