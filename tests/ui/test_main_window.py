"""The window, its rail and its keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from desktop.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> MainWindow:
    theme = Theme("light")
    theme.apply(qapp)
    window = MainWindow()
    window.furnish(theme)
    qtbot.addWidget(window)
    for key in ("map", "progress"):
        window.add_place(key, QWidget())
    window.add_place("player", QWidget(), with_rail=False)
    window.show_place("map")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.mark.parametrize(
    ("key", "wanted"), [(Qt.Key.Key_1, "map"), (Qt.Key.Key_4, "progress"), (Qt.Key.Key_Comma, "settings")]
)
def test_keys_ask_for_places(window: MainWindow, qtbot: QtBot, key: Qt.Key, wanted: str) -> None:
    with qtbot.waitSignal(window.place_wanted) as asked:
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [wanted]


def test_the_rail_asks_and_keeps_the_mark_on_what_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.place_wanted) as asked:
        window.rail.button("progress").click()
    assert asked.args == ["progress"]
    assert window.rail.button("map").isChecked()
    window.show_place("progress")
    assert window.rail.button("progress").isChecked()


def test_away_from_the_rail_no_place_is_marked(window: MainWindow) -> None:
    window.show_place("player")
    assert not any(window.rail.button(key).isChecked() for key in ("map", "library", "progress", "pages", "settings"))


def test_the_player_fills_the_window(window: MainWindow) -> None:
    window.show_place("player")
    assert not window.rail.isVisible()
    window.show_place("map")
    assert window.rail.isVisible()


def test_back_from_the_whole_screen_it_is_as_large_as_before(window: MainWindow) -> None:
    window.showMaximized()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isMaximized()
    assert not window.isFullScreen()


def test_closing_asks_first(window: MainWindow, qtbot: QtBot) -> None:
    window.may_close = never
    assert not window.close()
    window.may_close = None
    with qtbot.waitSignal(window.closing):
        assert window.close()


def test_size_and_position_are_remembered(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(window.minimumSize())
    again = MainWindow(window.geometry_bytes())
    qtbot.addWidget(again)
    assert again.size() == window.minimumSize()


@pytest.mark.usefixtures("qapp")
def test_a_geometry_that_cannot_be_read_is_as_none(qtbot: QtBot) -> None:
    window = MainWindow(b"nonsense")
    qtbot.addWidget(window)
    assert (window.width(), window.height()) == (1280, 800)


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window frames
def test_the_sheet_of_keys_opens(window: MainWindow) -> None:
    window.show_keys()
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    sheet.close()


def never() -> bool:
    return False


@pytest.mark.parametrize("maximised", [False, True])
def test_the_whole_screen_gives_back_the_window_as_it_was(window: MainWindow, qtbot: QtBot, maximised: bool) -> None:
    if maximised:
        window.showMaximized()
    for whole in (True, False):
        QTest.keyClick(window, Qt.Key.Key_F11)
        assert window.isFullScreen() is whole
    assert window.isMaximized() is maximised
