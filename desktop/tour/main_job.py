"""The whole job done by itself with the real windows: click, follow, rate, chart."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.app import PLAYER, SAFETY
from desktop.data_folder import DataFolder
from desktop.domain.body import Place, Side
from desktop.domain.look_back import Section
from desktop.domain.session import State
from desktop.tour.driver import Driver, TourError, click
from desktop.ui.main_window import MAP, PROGRESS

SPEED = 60.0
"""Guide seconds a real second."""
PLACE, ROUTINE = Place("occiput", Side.LEFT), "RT01"
BEFORE, AFTER = 6, 3
MOMENTS = (-3.0, 12.0, 42.0, 105.0, 148.0, 185.0, 228.0, 242.0, 305.0, 345.0, 375.0, 400.0, 455.0)
"""Guide seconds at which the player is looked at: every step of RT01 at least once, and
the question half-way through."""


class MainJob:
    """From the map to the chart; `prove` looks into the database once the window is closed."""

    def __init__(self, driver: Driver, folder: DataFolder) -> None:
        self._driver, self._app, self._folder = driver, driver.app, folder
        self._charted_before = _rated_sessions(folder.database)

    def run(self) -> None:
        self._driver.wait(self._app.map.isVisible, "the map")
        self._choose()
        self._answer()
        self._follow()
        self._rate()
        self._look_back()

    def prove(self) -> None:
        """Looks into the file itself, not through the app."""
        last = "SELECT id, status FROM sessions WHERE routine = ? ORDER BY started_us DESC LIMIT 1"
        with closing(sqlite3.connect(self._folder.database)) as connection:
            session, status = connection.execute(last, (ROUTINE,)).fetchone() or ("", "missing")
            given = connection.execute("SELECT moment, value FROM ratings WHERE session_id = ?", (session,)).fetchall()
        if status != "finished" or dict(given) != {"before": BEFORE, "after": AFTER}:
            raise TourError(f"the database has the session as {status} with the ratings {given}")

    def _choose(self) -> None:
        driver, map_ = self._driver, self._app.map
        driver.pause(0.4)
        driver.picture("map")
        where = driver.point_at(map_.body, PLACE)
        driver.picture("hover")
        click(map_.body, where)
        driver.wait(map_.card.isVisible, "the card")
        driver.pause(0.5)
        map_.card.tension.slider(PLACE).set_value(BEFORE)
        driver.picture("card")
        map_.set_muscle(1.0)
        driver.pause(0.3)
        driver.picture("muscles")
        map_.set_muscle(0.0)
        driver.press(map_.card.start)

    def _answer(self) -> None:
        driver = self._driver
        driver.wait(lambda: self._app.window.shown == SAFETY, "the safety check")
        driver.picture("safety")
        page = cast(QWidget, self._app.safety)
        for button in page.findChildren(QPushButton):
            if button.text() == "No" and button.isVisible():
                driver.press(button)
        driver.press_named(page, "Continue")

    def _follow(self) -> None:
        driver = self._driver
        driver.wait(lambda: self._app.window.shown == PLAYER, "the player")
        player = self._app.player
        if player is None:
            raise TourError("the player was not made")
        player.clock.set_speed(SPEED)
        for moment in MOMENTS:
            driver.wait(lambda moment=moment: player.clock.t >= moment, f"second {moment:g}")  # type: ignore[misc]
            player.clock.set_speed(1.0)
            driver.pause(0.7)
            driver.picture("player")
            player.clock.set_speed(SPEED)
        driver.wait(lambda: player.state is State.FINISHED, "the end of the routine")
        player.clock.set_speed(1.0)

    def _rate(self) -> None:
        driver, player = self._driver, self._app.player
        if player is None:
            raise TourError("the player was not made")
        driver.pause(0.3)
        driver.picture("rest")
        driver.press_named(player.rest, "Rate it now")
        player.rating.slider(PLACE).set_value(AFTER)
        driver.pause(0.3)
        driver.picture("rating")
        driver.press_named(player.rating, "Done")
        driver.wait(lambda: self._app.window.shown == MAP, "the map after the session")

    def _look_back(self) -> None:
        driver = self._driver
        driver.press(self._app.window.rail.button(PROGRESS))
        progress = self._app.progress
        if progress is None:
            raise TourError("Progress was not made")
        for section in (Section.DOING, Section.FEELING):
            progress.choose(section)
            driver.wait(lambda: progress.charted is not None, f"the page {section}")
            driver.pause(0.5)
            driver.picture(f"progress_{section}")
        driver.wait(lambda: progress.charted.differences.n > self._charted_before, "the session in the chart")


def _rated_sessions(database: Path) -> int:
    """Sessions of a file from earlier that already have a tension before and after."""
    if not database.exists():
        return 0
    both = "SELECT count(*) FROM (SELECT 1 FROM ratings GROUP BY session_id HAVING count(DISTINCT moment) = 2)"
    with closing(sqlite3.connect(database)) as connection:
        return int(connection.execute(both).fetchone()[0])
