"""The whole job with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import SAFETY
from desktop.domain.session import State
from desktop.ui.main_window import MAP
from tests.flow.conftest import Opener, player_of

pytestmark = pytest.mark.xvfb


def _type(key: Qt.Key | str) -> None:
    """Presses a key, or types a text, wherever the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    if isinstance(key, str):
        QTest.keyClicks(focused, key)
    else:
        QTest.keyClick(focused, key)


def _tab_to(found: Callable[[QWidget], bool]) -> QWidget:
    """Goes on with Tab until the focus is where it should be."""
    for _ in range(80):
        focused = QApplication.focusWidget()
        if focused is not None and found(focused):
            return focused
        _type(Qt.Key.Key_Tab)
    raise AssertionError("Tab never comes there")


def _named(name: str) -> Callable[[QWidget], bool]:
    return lambda widget: isinstance(widget, QAbstractButton) and widget.text().startswith(name)


def test_from_list_to_rating(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    _type(Qt.Key.Key_L)
    _type("back of the head")
    _type(Qt.Key.Key_Down)
    _type(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: {place.region for place in app.map.selection.places} == {"occiput"})
    qtbot.waitUntil(app.map.card.isVisible)
    _tab_to(_named("Start"))
    _type(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: app.window.shown == SAFETY)
    assert app.safety is not None
    for card in app.safety.questions.cards:
        _tab_to(lambda widget, card=card: _named("No")(widget) and card.isAncestorOf(widget))  # type: ignore[misc]
        _type(Qt.Key.Key_Space)
    _tab_to(_named("Continue"))
    _type(Qt.Key.Key_Space)
    player = player_of(qtbot, app)
    states = []
    for _ in range(2):
        _type(Qt.Key.Key_Space)
        states.append(player.state)
    assert states == [State.PAUSED, State.RUNNING]
    for _ in range(len(player.steps) + 1):
        _type(Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: player.state is State.FINISHED)
    _type(Qt.Key.Key_Return)
    _type(Qt.Key.Key_4)
    assert player.rating.ratings
    done = _tab_to(_named("Done"))
    assert isinstance(done, QPushButton)
    _type(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: app.window.shown == MAP)
