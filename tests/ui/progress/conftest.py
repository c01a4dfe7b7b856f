"""A theme, and widgets that are shown and taken away again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme import Theme

Show = Callable[..., None]
W = TypeVar("W", bound=QWidget)


def part(whole: QWidget, kind: type[W]) -> W:
    """The first widget of a kind in another."""
    return whole.findChildren(kind)[0]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    made = Theme("light")
    made.apply(qapp)
    return made


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Show]:
    """Shows a widget inside a plain window, which unlike the widget has no wishes about its size."""

    windows: list[QWidget] = []

    def show(widget: QWidget, width: int = 1100, height: int = 700) -> None:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        widget.setParent(window)
        window.resize(width, height)
        widget.resize(width, height)
        window.show()
        qtbot.waitExposed(window)

    yield show
    windows.clear()
