"""Hands and eyes of the tour: presses what a person would press, waits for what should come, saves pictures."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.app import Unknot
from desktop.domain.body import Place
from desktop.domain.chart import Point
from desktop.ui.map.body_map import BodyMap

_PATIENCE = 30.0
"""Seconds until something that should have come has not."""


class TourError(Exception):
    """Something on the way did not come; the message says what."""


class Driver:
    """Leads one run of the app; pictures go to `out`, numbered. Everything raises TourError where it cannot be done."""

    def __init__(self, app: Unknot, out: Path) -> None:
        self.app, self._out = app, out
        self._number = 0

    def picture(self, name: str) -> None:
        self._number += 1
        self._save(f"{self._number:02}_{name}.png")

    def both(self, name: str, ready: Callable[[], bool] = lambda: True) -> None:
        """One picture in each theme, each once it is `ready`."""
        self._number += 1
        theme = self.app.theme
        mode = theme.mode
        for dark in (False, True):
            theme.set_mode("dark" if dark else "light")
            self.pause(0.15)
            self.wait(ready, name)
            self._save(f"{self._number:02}_{name}_{theme.mode}.png")
        theme.set_mode(mode)

    def press(self, button: QWidget) -> None:
        if not button.isVisible() or not button.isEnabled():
            raise TourError(f"the button {button.accessibleName() or button!r} cannot be pressed")
        click(button, QPointF(button.rect().center()))

    def press_named(self, place: QWidget, name: str) -> None:
        """Presses the first visible button that begins with these words."""
        seen = (b for b in place.findChildren(QAbstractButton) if b.isVisible() and b.text().startswith(name))
        button = next(seen, None)
        if button is None:
            raise TourError(f"there is no button {name!r}")
        self.press(button)

    def point_at(self, body: BodyMap, place: Place) -> QPointF:
        """Moves the pointer onto a place of the body and says where that is."""
        spot = next(spot for spot in body.spots if spot.place == place)
        where = body.camera.to_widget(Point(spot.anchor.x(), spot.anchor.y()))
        _mouse(body, QEvent.Type.MouseMove, where, Qt.MouseButton.NoButton)
        self.pause(0.4)
        return where

    def wait(self, come: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + _PATIENCE
        while not come():
            if time.monotonic() > end:
                raise TourError(f"{what} did not come")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            time.sleep(0.001)

    def pause(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() >= end, "the time")

    def _save(self, name: str) -> None:
        if not self.app.window.grab().save(str(self._out / name)):
            raise TourError(f"{self._out / name} cannot be written")


def click(widget: QWidget, position: QPointF) -> None:
    _mouse(widget, QEvent.Type.MouseButtonPress, position, Qt.MouseButton.LeftButton)
    _mouse(widget, QEvent.Type.MouseButtonRelease, position, Qt.MouseButton.LeftButton)


def _mouse(widget: QWidget, kind: QEvent.Type, position: QPointF, button: Qt.MouseButton) -> None:
    globally = QPointF(widget.mapToGlobal(QPoint(0, 0))) + position
    held = button if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
    event = QMouseEvent(kind, position, globally, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)
