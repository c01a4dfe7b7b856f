"""All routines one after another, several times over, as a process of its own: `soak.py ROUNDS FOLDER`.

Each round is an app of its own on a folder of its own; `round` tells what was done, and what is left afterwards."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections import Counter
from ctypes import CDLL
from dataclasses import replace
from datetime import timedelta
from itertools import cycle, product
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desktop.db.repository import Repository
from desktop.domain.look_back import Section
from desktop.domain.pace import Pace
from desktop.domain.session import State
from desktop.domain.viewpoint import Viewpoint
from desktop.preferences import Preferences
from desktop.start import make_application
from desktop.ui.main_window import LIBRARY, MAP, PROGRESS, SETTINGS
from desktop.ui.player.player_place import PlayerPlace
from desktop.ui.theme import Mode
from tests.long.guided import Guided, tell
from tests.long.process_figures import cost

SPEED = 300.0
"""Guide seconds a real second."""
KINDS = (QTimer, QAbstractAnimation, QThread, PlayerPlace)


class Round:
    """Every routine once, each in another way, and a visit to every place after it."""

    def __init__(self, folder: Path) -> None:
        self._guided = Guided(folder, Preferences(theme="light"))
        self._app, self._driver = self._guided.app, self._guided.driver
        self.played = 0

    def run(self) -> None:
        ways = cycle(product(Pace, Viewpoint))
        themes: cycle[Mode] = cycle(("dark", "light"))
        for routine in self._app._guide.routines:
            self._play(routine, *next(ways))
            self._age_last()
            self._visit(next(themes))
        self._guided.close()

    @property
    def faults(self) -> list[str]:
        return self._guided.faults

    def _play(self, routine: str, pace: Pace, viewpoint: Viewpoint) -> None:
        player = self._guided.begin(routine)
        player.clock.set_speed(SPEED)
        self._driver.wait(lambda: player.clock.t > 5, "the first step")
        player.guide.way.pace.chosen.emit(pace)
        player.guide.way.seen.chosen.emit(viewpoint)
        self._driver.wait(lambda: player.state is State.FINISHED, "the end of the routine")
        player.clock.set_speed(1.0)
        self._guided.rate(player)
        self.played += 1

    def _age_last(self) -> None:
        """Two days ago, so that today's firm work stands in nobody's way."""
        done: list[object] = []
        self._app.journal.ask(_made_older, done.append)
        self._driver.wait(lambda: bool(done), "the session in the file")

    def _visit(self, theme: Mode) -> None:
        app, driver = self._app, self._driver
        for place in (LIBRARY, PROGRESS, SETTINGS, MAP):
            driver.press(app.window.rail.button(place))
            driver.wait(lambda place=place: app.window.shown == place, place)  # type: ignore[misc]
            if place == PROGRESS:
                self._look_back()
        app.theme.set_mode(theme)
        driver.pause(0.05)

    def _look_back(self) -> None:
        progress = self._app.progress
        assert progress is not None
        for section in Section:
            progress.choose(section)
            self._driver.wait(lambda: progress.charted is not None, f"the page {section}")


def _made_older(repository: Repository) -> bool:
    last = repository.sessions.last()
    assert last is not None
    repository.sessions.keep(replace(last, started_at=last.started_at - timedelta(days=2)))
    return True


def left() -> dict[str, int]:
    """What is there of Qt and of threads, by kind."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
    gc.collect()
    things = [thing for thing in gc.get_objects() if issubclass(type(thing), QObject) and isValid(thing)]
    kinds = Counter(kind.__name__ for kind in KINDS for thing in things if isinstance(thing, kind))
    busy = [thing for thing in things if isinstance(thing, QTimer) and thing.isActive()]
    counted = {"windows": len(QApplication.topLevelWidgets()), "threads": threading.active_count()}
    return {"objects": len(things), "ticking": len(busy), **counted, **kinds}


def memory() -> float:
    """MiB in use: what the heap keeps for later differs by tens of them from time to time, and is given back first."""
    trim = getattr(CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
    return round(cost(os.getpid()).own, 1)


def main() -> None:
    rounds, folder = sys.argv[1:]
    application = make_application()
    application.setQuitOnLastWindowClosed(False)
    for number in range(int(rounds)):
        begun = monotonic()
        round_ = Round(Path(folder) / str(number))
        round_.run()
        played, faults = round_.played, round_.faults
        del round_
        there = left()
        seconds = round(monotonic() - begun, 1)
        tell("round", played=played, faults=faults, seconds=seconds, left=there, memory_mib=memory())


if __name__ == "__main__":
    main()
