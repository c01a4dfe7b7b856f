"""Which days are shown: ready-made spans, or two days that never cross."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.progress import Period
from desktop.domain.span import Span
from desktop.ui.progress.span_picker import SPANS, SpanPicker
from desktop.ui.theme import Theme
from tests.ui.progress.conftest import Show

TODAY = date(2026, 11, 20)


@pytest.fixture
def picker(theme: Theme, shown: Show) -> SpanPicker:
    made = SpanPicker(theme, TODAY)
    shown(made, 1000, 60)
    return made


def press(picker: SpanPicker, text: str) -> None:
    next(button for button in picker.findChildren(QPushButton) if button.text() == text).click()


@pytest.mark.parametrize(("key", "text"), SPANS[:-1])
def test_a_span_of_days(picker: SpanPicker, qtbot: QtBot, key: str, text: str) -> None:
    with qtbot.waitSignal(picker.chosen) as told:
        press(picker, text)
    assert told.args == [Span(int(key))]
    assert not picker.first.isVisible()


def test_own_days_never_cross(picker: SpanPicker, qtbot: QtBot) -> None:
    press(picker, "Own")
    assert picker.first.isVisible()
    assert picker.span == Span(own=Period.back_from(TODAY, 28))
    for _ in range(5):
        QTest.keyClick(picker.last, Qt.Key.Key_PageDown)
    assert picker.span.own == Period(date(2026, 10, 16), date(2026, 10, 16))
    with qtbot.waitSignal(picker.chosen) as told:
        QTest.keyClick(picker.first, Qt.Key.Key_Up)
    assert told.args == [Span(own=Period(date(2026, 10, 17), date(2026, 10, 17)))]


def test_what_a_span_means() -> None:
    assert Span(7).period(TODAY, None) == Period(date(2026, 11, 14), TODAY)
    assert Span(0).period(TODAY, None) == Period(TODAY, TODAY)
    assert Span(0).period(TODAY, date(2020, 2, 29)) == Period(date(2020, 2, 29), TODAY)
    assert Span(0).period(TODAY, date(2027, 1, 1)) == Period(TODAY, TODAY)
