"""A session whose end is a kill, as a process of its own: `killed.py FOLDER SEED`. Never ends by itself.

Tells `began`, and after each tick how many seconds have been guided; keys are pressed at random, so that more than the
passing of time is being written when the kill comes."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from desktop.domain.frame import Frame
from desktop.preferences import Preferences
from desktop.start import make_application
from tests.long.guided import Guided, tell

ROUTINE = "RT18"
KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_B)
KEY_MS = 150


def main() -> None:
    folder, seed = sys.argv[1:]
    make_application()
    guided = Guided(Path(folder), Preferences(theme="light", voice=False, rhythm=False))
    player = guided.begin(ROUTINE)
    player.clock.seek(0.0)
    random = Random(seed)

    def report(_frame: Frame) -> None:
        conductor = player._conductor
        assert conductor is not None
        tell("done", seconds=conductor.done_seconds)

    def press() -> None:
        QTest.keyClick(player, random.choice(KEYS))

    player.moved.connect(report)
    keys = QTimer(interval=KEY_MS)
    keys.timeout.connect(press)
    keys.start()
    tell("began")
    QEventLoop().exec()


if __name__ == "__main__":
    main()
