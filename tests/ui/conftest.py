"""What the tests of all places share: a theme without motion, and a window to be in."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """Light and without motion: a change is there at once."""
    theme = Theme("light", reduced_motion=True)
    theme.apply(qapp)
    return theme


def in_window(qtbot: QtBot, widget: QWidget, width: int = 1280, height: int = 800) -> QWidget:
    """Shows a place as the app does: inside a window, by default of the size it is designed for, to be held on to.

    Offscreen windows warn of the least sizes that pages have."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, height)
    widget.setParent(window)
    widget.resize(width, height)
    with qtbot.waitExposed(window):
        window.show()
    return window
