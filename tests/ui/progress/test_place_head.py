"""The head of Progress has room for all its words."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.progress.place_head import PlaceHead
from desktop.ui.theme import Theme
from tests.ui.progress.conftest import Show


def test_what_does_not_fit_beside_goes_below(qtbot: QtBot, theme: Theme, shown: Show) -> None:
    title, button, last = QLabel("Progress"), QPushButton("Check in"), QLabel("4 weeks")
    head = PlaceHead(title, (button,), last)
    shown(head, 600, 120)
    qtbot.waitUntil(lambda: last.x() > button.x())
    last.setText("A very long row of choices " * 4)
    qtbot.waitUntil(lambda: last.y() > button.geometry().bottom())
    last.hide()
    qtbot.waitUntil(lambda: button.geometry().right() > 580)
