"""The whole app on a real folder, with helpers that press what a person would press."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import PLAYER, SAFETY, Unknot
from desktop.data_folder import DataFolder, open_data_folder
from desktop.domain.body import Place, Side
from desktop.preferences import load_preferences
from desktop.ui.main_window import MainWindow
from desktop.ui.player.player_place import PlayerPlace

PLACE = Place("occiput", Side.LEFT)
Opener = Callable[[], Unknot]


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return open_data_folder(tmp_path / "data")


@pytest.fixture
def open_app(qtbot: QtBot, folder: DataFolder) -> Iterator[Opener]:
    """Opens the app on the folder, as often as wanted; what is still open at the end is closed."""
    opened: list[Unknot] = []

    def open_() -> Unknot:
        app = Unknot(folder, load_preferences(folder.preferences), MainWindow())
        opened.append(app)
        qtbot.addWidget(app.window)
        app.open()
        app.window.activateWindow()
        qtbot.waitUntil(app.window.isActiveWindow)
        return app

    yield open_
    for app in opened:
        if app.window.isVisible():
            app.window.may_close = None
            app.window.close()
        for heard in (app.hearing, app.awake):  # a test that plays a crash leaves them open
            if heard is not None:
                heard.close()
        app.deleteLater()
    QApplication.processEvents()


def press(qtbot: QtBot, button: QWidget) -> None:
    qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def press_named(qtbot: QtBot, place: QWidget, name: str) -> None:
    """Presses the visible button that begins with a word, once it is there."""

    def found() -> list[QPushButton]:
        return [b for b in place.findChildren(QPushButton) if b.isVisible() and b.text().startswith(name)]

    qtbot.waitUntil(lambda: bool(found()))
    press(qtbot, found()[0])


def click_place(qtbot: QtBot, app: Unknot, place: Place = PLACE) -> None:
    """Clicks a place on the map where its outline has its middle."""
    spot = next(spot for spot in app.map.body.spots if spot.place == place)
    where = app.map.body.camera.transform.map(spot.anchor)
    qtbot.mouseClick(app.map.body, Qt.MouseButton.LeftButton, pos=QPoint(round(where.x()), round(where.y())))
    qtbot.waitUntil(lambda: app.map.selection.places == (place,))


def start_from_card(qtbot: QtBot, app: Unknot, tension: int | None) -> None:
    """Rates the place, if wanted, and goes to the safety check."""
    if tension is not None:
        app.map.card.tension.slider(PLACE).set_value(tension)
    press(qtbot, app.map.card.start)
    qtbot.waitUntil(lambda: app.window.shown == SAFETY)


def answer(qtbot: QtBot, app: Unknot, **ticked: str) -> None:
    """Answers no to everything but the questions named, for which the option given is ticked."""
    assert app.safety is not None
    for card in app.safety.questions.cards:
        wish = ticked.get(card.question.id)
        press_named(qtbot, card, "Yes" if wish else "No")
        if wish:
            card.tick(wish)
    press_named(qtbot, app.safety.questions, "Continue")


def begin(qtbot: QtBot, app: Unknot, tension: int | None, **ticked: str) -> None:
    """From the map through card and safety check to what the answers lead to."""
    click_place(qtbot, app)
    start_from_card(qtbot, app, tension)
    answer(qtbot, app, **ticked)


def player_of(qtbot: QtBot, app: Unknot) -> PlayerPlace:
    qtbot.waitUntil(lambda: app.window.shown == PLAYER)
    return cast(PlayerPlace, app.player)
