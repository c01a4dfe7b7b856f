"""The whole job done by itself with the real windows: click, follow, rate, chart. Saves numbered pictures."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.app import PLAYER, SAFETY, Unknot
from desktop.data_folder import DataFolder
from desktop.domain.body import Place, Side
from desktop.domain.chart import Point
from desktop.domain.session import State
from desktop.preferences import Preferences
from desktop.ui.main_window import MAP, PROGRESS, MainWindow

SPEED = 60.0
"""Guide seconds a real second."""
PLACE = Place("occiput", Side.LEFT)
BEFORE, AFTER = 6, 3
MOMENTS = (-3.0, 12.0, 42.0, 105.0, 148.0, 185.0, 228.0, 305.0, 345.0, 375.0, 400.0, 455.0)
"""Guide seconds at which the player is looked at: every step of RT01 at least once."""
_PATIENCE = 30.0
"""Seconds until something that should have come has not."""


class TourError(Exception):
    """Something on the way did not come; the message says what."""


class Tour:
    """Drives one run of the app. `run` raises TourError where the job does not come to its end."""

    def __init__(self, folder: DataFolder, out: Path, size: tuple[int, int], theme: str) -> None:
        self._folder, self._out = folder, out
        self._number = 0
        self._charted_before = _rated_sessions(folder.database)
        self.app = Unknot(folder, Preferences(theme=theme), MainWindow())
        self.app.window.resize(*size)

    def run(self) -> None:
        self.app.open()
        self._wait(self.app.map.isVisible, "the map")
        self._choose()
        self._answer()
        self._follow()
        self._rate()
        self._look_back()
        self.app.window.close()
        self._prove()

    def _choose(self) -> None:
        body = self.app.map.body
        self._pause(0.4)
        self._picture("map")
        spot = next(spot for spot in body.spots if spot.place == PLACE)
        where = body.camera.to_widget(Point(spot.anchor.x(), spot.anchor.y()))
        _mouse(body, QEvent.Type.MouseMove, where, Qt.MouseButton.NoButton)
        self._pause(0.3)
        self._picture("hover")
        _click(body, where)
        self._wait(self.app.map.card.isVisible, "the card")
        self._pause(0.5)
        self.app.map.card.tension.slider(PLACE).set_value(BEFORE)
        self._picture("card")
        self.app.map.set_muscle(1.0)
        self._pause(0.3)
        self._picture("muscles")
        self.app.map.set_muscle(0.0)
        self._press(self.app.map.card.start)

    def _answer(self) -> None:
        self._wait(lambda: self.app.window.shown == SAFETY, "the safety check")
        self._picture("safety")
        page = cast(QWidget, self.app.safety)
        for button in page.findChildren(QPushButton):
            if button.text() == "No" and button.isVisible():
                self._press(button)
        self._press(next(b for b in page.findChildren(QPushButton) if b.text() == "Continue"))

    def _follow(self) -> None:
        self._wait(lambda: self.app.window.shown == PLAYER, "the player")
        player = self.app.player
        if player is None:
            raise TourError("the player was not made")
        player.clock.set_speed(SPEED)
        for moment in MOMENTS:
            self._wait(lambda moment=moment: player.clock.t >= moment, f"second {moment:g}")  # type: ignore[misc]
            player.clock.set_speed(1.0)
            self._pause(0.7)
            self._picture("player")
            player.clock.set_speed(SPEED)
        self._wait(lambda: player.state is State.FINISHED, "the end of the routine")
        player.clock.set_speed(1.0)

    def _rate(self) -> None:
        player = self.app.player
        if player is None:
            raise TourError("the player was not made")
        player.rating.slider(PLACE).set_value(AFTER)
        self._pause(0.3)
        self._picture("rating")
        self._press(next(b for b in player.rating.findChildren(QPushButton) if b.text().startswith("Done")))
        self._wait(lambda: self.app.window.shown == MAP, "the map after the session")

    def _look_back(self) -> None:
        self._press(self.app.window.rail.button(PROGRESS))
        self._wait(lambda: self._charted() > self._charted_before, "the session in the chart")
        self._pause(0.5)
        self._picture("progress")

    def _charted(self) -> int:
        """Sessions the charts show with a tension before and after."""
        series = self.app.progress.charted if self.app.progress is not None else None
        return len(series.pairs) if series is not None else 0

    def _prove(self) -> None:
        """Looks into the file itself, not through the app."""
        last = "SELECT id, status FROM sessions ORDER BY started_us DESC LIMIT 1"
        with closing(sqlite3.connect(self._folder.database)) as connection:
            session, status = connection.execute(last).fetchone() or ("", "missing")
            given = connection.execute("SELECT moment, value FROM ratings WHERE session_id = ?", (session,)).fetchall()
        if status != "finished" or dict(given) != {"before": BEFORE, "after": AFTER}:
            raise TourError(f"the database has the session as {status} with the ratings {given}")

    def _picture(self, name: str) -> None:
        self._number += 1
        file = self._out / f"{self._number:02}_{name}.png"
        if not self.app.window.grab().save(str(file)):
            raise TourError(f"{file} cannot be written")

    def _press(self, button: QWidget) -> None:
        if not button.isVisible() or not button.isEnabled():
            raise TourError(f"the button {button.accessibleName() or button!r} cannot be pressed")
        _click(button, QPointF(button.rect().center()))

    def _wait(self, come: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + _PATIENCE
        while not come():
            if time.monotonic() > end:
                raise TourError(f"{what} did not come")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            time.sleep(0.001)

    def _pause(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        self._wait(lambda: time.monotonic() >= end, "the time")


def _rated_sessions(database: Path) -> int:
    """Sessions of a file from earlier that already have a tension before and after."""
    if not database.exists():
        return 0
    both = "SELECT count(*) FROM (SELECT 1 FROM ratings GROUP BY session_id HAVING count(DISTINCT moment) = 2)"
    with closing(sqlite3.connect(database)) as connection:
        return int(connection.execute(both).fetchone()[0])


def _click(widget: QWidget, position: QPointF) -> None:
    _mouse(widget, QEvent.Type.MouseButtonPress, position, Qt.MouseButton.LeftButton)
    _mouse(widget, QEvent.Type.MouseButtonRelease, position, Qt.MouseButton.LeftButton)


def _mouse(widget: QWidget, kind: QEvent.Type, position: QPointF, button: Qt.MouseButton) -> None:
    globally = QPointF(widget.mapToGlobal(QPoint(0, 0))) + position
    held = button if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
    event = QMouseEvent(kind, position, globally, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)
