"""The check-in over the stage: it comes, is answered or goes by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.check_ins import Answer
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
    assert asked.at(1) == [False]


def test_a_partner_is_asked_until_there_is_an_answer(check_in: CheckIn) -> None:
    check_in.begin(of_partner=True)
    check_in.follow(61.0)
    assert not any(button.isVisible() for button in check_in.findChildren(QPushButton))
    check_in.follow(120.0)
    assert check_in.isVisible()
    check_in.answer()
    assert not check_in.isVisible()
    check_in.follow(181.0)
    assert check_in.isVisible()


@pytest.mark.parametrize(
    ("text", "answer"), [("Lighter", Answer.LIGHTER), ("Good as it is", Answer.SAME), ("Stop", Answer.STOP)]
)
def test_an_answer_is_passed_on_once_and_it_is_not_asked_again(check_in: CheckIn, text: str, answer: Answer) -> None:
    said = QSignalSpy(check_in.chosen)
    check_in.chosen.connect(check_in.answer)
    check_in.follow(61.0)
    press(check_in, text)
    check_in.follow(63.0)
    assert not check_in.isVisible()
    assert (said.count(), said.at(0)) == (1, [answer])
    check_in.follow(100.0)
    check_in.follow(181.0)
    assert check_in.isVisible()
