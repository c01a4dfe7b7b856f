"""The app as somebody starts it, led into a session by pressing what is to be pressed: for processes of their own."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.app import PLAYER, SAFETY, Unknot
from desktop.data_folder import DataFolder, open_data_folder
from desktop.domain.session import State
from desktop.preferences import Preferences
from desktop.start import Start
from desktop.tour.driver import Driver
from desktop.ui.main_window import MAP
from desktop.ui.player.player_place import PlayerPlace

SIZE = (1280, 800)


def tell(word: str, **figures: object) -> None:
    """One line on the standard output: `word {figures as JSON}`."""
    sys.stdout.write(f"{word} {json.dumps(figures)}\n")
    sys.stdout.flush()


class Guided:
    """One opening of the app on a folder. Everything raises TourError where something that should come does not."""

    def __init__(self, folder: Path, preferences: Preferences) -> None:
        self.folder: DataFolder = open_data_folder(folder)
        self._start = Start(self.folder, preferences)
        self._start.window.resize(*SIZE)
        while self._start.app is None:
            QApplication.processEvents()
        self.app: Unknot = self._start.app
        self.driver = Driver(self.app, folder)
        self.driver.wait(self.app.map.isVisible, "the map")

    def begin(self, routine: str) -> PlayerPlace:
        """Wishes a routine, answers no to everything and takes what is offered; the lead-in has begun."""
        app, driver = self.app, self.driver
        app.map.start_requested.emit(routine, (), ())
        driver.wait(lambda: app.window.shown == SAFETY, "the safety check")
        safety = app.safety
        assert safety is not None
        consent = safety.questions.consent
        for box in consent.boxes if consent else ():
            box.click()
        for button in safety.questions.findChildren(QPushButton):
            if button.text() == "No" and button.isVisible():
                driver.press(button)
        driver.press_named(safety.questions, "Continue")
        driver.pause(0.05)
        if app.window.shown == SAFETY:
            driver.press_named(safety.outcome, "Start")
        driver.wait(lambda: app.window.shown == PLAYER, "the player")
        return cast(PlayerPlace, app.player)

    def until_finished(self, player: PlayerPlace, then_ms: int = 0) -> None:
        """Lets the real event loop run until the routine is over, and so much longer."""
        loop = QEventLoop()

        def look(state: State) -> None:
            if state is State.FINISHED:
                QTimer.singleShot(then_ms, loop.quit)

        player.state_changed.connect(look)
        if player.state is not State.FINISHED:
            loop.exec()
        player.state_changed.disconnect(look)

    def rate(self, player: PlayerPlace) -> None:
        """From the rest through the rating back to the map."""
        self.driver.press_named(player.rest, "Rate it now")
        self.driver.press_named(player.rating, "Done")
        self.driver.wait(lambda: self.app.window.shown == MAP, "the map after the session")

    @property
    def faults(self) -> list[str]:
        """Kinds of the errors the app has written down. That a screen cannot be kept awake here is none."""
        lines = self.folder.log.read_text().splitlines() if self.folder.log.exists() else []
        kinds = [line.split()[1] for line in lines if not line.startswith(" ")]
        return [kind for kind in kinds if kind != "wakepy.core.mode.ActivationError"]

    def close(self) -> None:
        self.app.window.close()
        sys.excepthook = sys.__excepthook__  # the app's own would keep it
