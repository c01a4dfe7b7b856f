"""The page to breathe with: ways, how long, and a calm end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.breathing import LET_GO, LONGER_OUT, SIGH, STOP_CUE
from desktop.ui.player.clock import Clock
from desktop.ui.safety.breathing_page import BreathingPage
from desktop.ui.theme import Theme
from desktop.ui.widgets.segments import Segments
from tests.ui.conftest import in_window


class Seconds:
    def __init__(self) -> None:
        self.now = 10.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def clock(seconds: Seconds) -> Clock:
    return Clock(seconds)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, clock: Clock) -> Iterator[BreathingPage]:
    page = BreathingPage(theme, clock)
    window = in_window(qtbot, page)
    page.begin()
    yield page
    window.close()


def walk(clock: Clock, seconds: Seconds, by: float) -> None:
    for _ in range(round(by)):
        seconds.now += 1
        clock.tick()


def choose(qtbot: QtBot, page: BreathingPage, key: str) -> None:
    button = next(row.button(key) for row in page.findChildren(Segments) if key in row.keys)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(page: BreathingPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def test_it_begins_with_the_longer_way_out_and_the_cue_to_stop(page: BreathingPage) -> None:
    assert page.way is LONGER_OUT
    assert {LONGER_OUT.note, STOP_CUE} <= texts(page)


def test_the_ring_says_what_to_do(page: BreathingPage, clock: Clock, seconds: Seconds) -> None:
    words = []
    for _ in range(10):
        words.append(page.ring.word)
        walk(clock, seconds, 1)
    assert words == ["In"] * 4 + ["Out"] * 6


def test_a_pause_is_only_where_it_is_wished(qtbot: QtBot, page: BreathingPage, clock: Clock, seconds: Seconds) -> None:
    choose(qtbot, page, LET_GO.id)
    walk(clock, seconds, 5)
    assert page.ring.word == "Out"
    choose(qtbot, page, "with")
    walk(clock, seconds, 5)
    assert page.ring.word == "Pause"


def test_it_ends_calmly_and_may_begin_again(qtbot: QtBot, page: BreathingPage, clock: Clock, seconds: Seconds) -> None:
    choose(qtbot, page, SIGH.id)
    walk(clock, seconds, SIGH.seconds(1, pauses=False))
    assert not clock.running
    assert "Stay a moment" in texts(page)
    again = next(button for button in page.findChildren(QPushButton) if button.text() == "Once more")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert clock.running
    assert not again.isVisible()


def test_hidden_it_stands_still(page: BreathingPage, clock: Clock) -> None:
    page.hide()
    assert not clock.running
