"""A scale that is unanswered until it is touched."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.theme import Theme
from desktop.ui.widgets.tension_slider import TensionSlider


@pytest.fixture
def slider(qtbot: QtBot, qapp: QApplication) -> TensionSlider:
    theme = Theme("light")
    theme.apply(qapp)
    slider = TensionSlider(theme, "How tense is it right now: nape?")
    qtbot.addWidget(slider)
    slider.resize(320, slider.sizeHint().height())
    return slider


def test_it_is_unanswered_and_says_so(slider: TensionSlider) -> None:
    assert slider.value is None
    assert "Not rated" in slider.accessibleName()


def test_a_click_answers(slider: TensionSlider) -> None:
    for x, value in ((0, 0), (160, 5), (319, 10)):
        QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(x, 14))
        assert slider.value == value
    assert "10 of 10" in slider.accessibleName()


def test_keys_answer_and_take_back(slider: TensionSlider, qtbot: QtBot) -> None:
    with qtbot.waitSignal(slider.value_changed) as changed:
        QTest.keyClick(slider, Qt.Key.Key_7)
    assert changed.args == [7]
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value == 8
    QTest.keyClick(slider, Qt.Key.Key_Delete)
    assert slider.value is None
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value == 0
    QTest.keyClick(slider, Qt.Key.Key_End)
    QTest.keyClick(slider, Qt.Key.Key_Up)
    assert slider.value == 10


def test_looking_and_scrolling_answer_nothing(slider: TensionSlider) -> None:
    QTest.mouseMove(slider, QPoint(100, 14))
    slider.grab()
    assert slider.value is None


def test_a_value_off_the_scale_is_refused(slider: TensionSlider) -> None:
    with pytest.raises(ValueError, match="rated 0 to 10"):
        slider.set_value(11)
