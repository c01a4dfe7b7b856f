"""The whole job with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import SAFETY, Unknot
from desktop.domain.session import State
from desktop.domain.viewpoint import Viewpoint
from desktop.ui.main_window import MAP
from desktop.ui.player.player_place import PlayerPlace
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


def _change_everything(qtbot: QtBot, app: Unknot, player: PlayerPlace) -> None:
    """Sound off, the mirror, the whole screen, lighter, and what follows the stop key: each with a key, and back."""
    for muted in (True, False):
        _type(Qt.Key.Key_M)
        assert player.guide.muted_sign.isVisible() is muted
    for viewpoint in (Viewpoint.MIRROR, Viewpoint.AS_ON_ME):
        _type(Qt.Key.Key_B)
        assert player.viewpoint is viewpoint
    for whole in (True, False):
        _type(Qt.Key.Key_F11)
        qtbot.waitUntil(lambda whole=whole: app.window.isFullScreen() is whole)
    _type(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: player.state is State.FROZEN)
    _tab_to(_named("Something felt wrong"))
    _type(Qt.Key.Key_Return)
    _tab_to(_named("Back"))
    _type(Qt.Key.Key_Return)
    _tab_to(_named("Go on"))
    _type(Qt.Key.Key_Return)
    assert player.state is State.RUNNING


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
    _change_everything(qtbot, app, player)
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
